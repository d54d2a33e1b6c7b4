import { week } from '../../../api/language/dates.ts';
import type { Locale } from '../../links.ts';
import type { Report } from '../../show/programme/programme.ts';

/** What the sessions of a quarter came to by the end of each week, from its first to its last session. */
export function courseOf({ bySession, asOf }: Pick<Report, 'bySession' | 'asOf'>, locale: Locale) {
  const going = bySession.filter(({ status }) => status !== 'cancelled');
  const weeks = new Map<string, ReturnType<typeof emptyWeek>>();
  for (const { startsAt, registrations, present } of going) {
    const { key } = week(startsAt, locale);
    const found = weeks.get(key) ?? emptyWeek(startsAt, locale);
    weeks.set(key, {
      ...found,
      sessions: found.sessions + 1,
      registrations: found.registrations + registrations,
      visits: found.visits + present,
    });
  }
  const thisWeek = week(asOf, locale).key;
  const total = { registrations: 0, visits: 0 };
  return [...weeks.entries()].map(([key, one]) => {
    total.registrations += one.registrations;
    total.visits += one.visits;
    // A week that is still to come has bookings and cannot have visits.
    const isOver = key <= thisWeek;
    return { ...one, isOver, soFar: { ...total, visits: isOver ? total.visits : null } };
  });
}

const emptyWeek = (startsAt: string, locale: Locale) => ({
  ...week(startsAt, locale),
  sessions: 0,
  registrations: 0,
  visits: 0,
});
