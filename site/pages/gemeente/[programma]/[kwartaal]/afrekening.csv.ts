import type { APIRoute } from 'astro';
import { settlementCsv } from '../../../../settlement-csv.ts';

export const GET: APIRoute = (context) => settlementCsv(context);
