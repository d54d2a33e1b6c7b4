import type { APIRoute } from 'astro';
import { calendarDownload } from '../../../boeken/calendar-download.ts';

export const GET: APIRoute = (context) => calendarDownload(context);
