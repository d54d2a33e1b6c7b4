import type { APIRoute } from 'astro';
import { reportDownload } from '../../../../report-download.ts';

export const GET: APIRoute = (context) => reportDownload(context, 'csv');
