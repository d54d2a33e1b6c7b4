import type { APIRoute } from 'astro';
import { calendarFeed } from '../../../show/calendar/calendar-feed.ts';
import { fileFrom } from '../../../answers.ts';

/** One session as a file for the browser to save. */
export const GET: APIRoute = async (context) => {
  const id = context.params.id ?? '';
  const answer = await fileFrom(context.locals.api.sessions[':id'].calendar.$get({ param: { id } }));
  return calendarFeed(context, answer, { save: true });
};
