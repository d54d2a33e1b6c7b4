import type { APIRoute } from 'astro';
import { settlementCsv } from '../../../../gemeente/money/settlement-csv.ts';

export const GET: APIRoute = (context) => settlementCsv(context);
