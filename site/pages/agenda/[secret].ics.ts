import type { APIRoute } from 'astro';
import { calendarFeed } from '../../show/calendar/calendar-feed.ts';
import { fileFrom } from '../../answers.ts';

/** The personal calendar of whoever made this address. It is known by the address alone. */
export const GET: APIRoute = async (context) => {
  const secret = context.params.secret ?? '';
  const header = { 'calendar-secret': secret };
  const answer = /^[\w-]{43}$/.test(secret)
    ? await fileFrom(context.locals.api['personal-calendar'].$get({ header }))
    : null;
  return calendarFeed(context, answer, { personal: true });
};
