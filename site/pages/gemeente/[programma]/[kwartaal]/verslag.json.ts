import type { APIRoute } from 'astro';
import { reportDownload } from '../../../../gemeente/report/download/report-download.ts';

export const GET: APIRoute = (context) => reportDownload(context, 'json');
