import type { APIRoute } from 'astro';
import { openDownload } from '../../../open-data/open-data.ts';

export const GET: APIRoute = (context) => openDownload(context, 'csv');
