import type { APIRoute } from 'astro';
import { readFilters, toQuery } from '../aanbod/filters.ts';
import { calendarFeed } from '../show/calendar/calendar-feed.ts';
import { localDate } from '../../api/language/time.ts';
import { fileFrom, mustHave } from '../answers.ts';

/** The offer as a calendar, with the same words in its address as the page. What is not held is in it too, as cancelled. */
export const GET: APIRoute = async (context) => {
  const { api, now } = context.locals;
  const { searchParams } = context.url;
  const facets = await mustHave(api['session-facets'].$get({ query: {} }));
  if (facets instanceof Response) return facets;
  const { city, organiser } = facets;
  // Who follows a place or an organiser with nothing planned now gets an empty calendar, not everyone's.
  const known = (values: { value: string }[], name: string) => [
    ...values.map(({ value }) => value),
    ...[searchParams.get(name)?.trim().slice(0, 80) ?? []].flat(),
  ];
  const filters = readFilters(
    searchParams,
    { cities: known(city, 'plaats'), organisers: known(organiser, 'organisator') },
    localDate(now),
  );
  const query = toQuery({ ...filters, cancelled: true });
  return calendarFeed(context, await fileFrom(api['session-calendar'].$get({ query })));
};
