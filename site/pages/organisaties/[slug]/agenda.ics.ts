import type { APIRoute } from 'astro';
import { calendarFeed } from '../../../show/calendar/calendar-feed.ts';
import { fileFrom } from '../../../answers.ts';

export const GET: APIRoute = async (context) => {
  const slug = context.params.slug ?? '';
  return calendarFeed(
    context,
    await fileFrom(context.locals.api.organisations[':slug'].calendar.$get({ param: { slug } })),
  );
};
