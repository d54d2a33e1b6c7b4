import type { z } from 'zod';
import type { attendanceList } from '../../../api/places/attendance/schema.ts';
import type { Client } from '../../client.ts';
import { localDate } from '../../../api/language/time.ts';
import { type Report, runsAt } from '../../show/programme/programme.ts';
import { mayHave, mustHave, toTheEnd } from '../../answers.ts';

export type OwnSession = Pick<z.output<typeof attendanceList>, 'session' | 'totals'>;

export const needsMarks = ({ session, totals }: OwnSession) =>
  session.status === 'scheduled' && totals.unmarked > 0;

/**
 * Today in order of start; then what is still to come, what lacks presence, and the rest of what is over, newest first.
 * `latest` holds what was over last, `past` the page of it that is looked at.
 */
export function arrange(own: Record<'upcoming' | 'latest' | 'past' | 'unmarked', OwnSession[]>, now: string) {
  const today = localDate(now);
  const isToday = ({ session }: OwnSession) => localDate(session.startsAt) === today;
  return {
    today: [...own.latest.filter(isToday).reverse(), ...own.upcoming.filter(isToday)],
    coming: own.upcoming.filter((one) => !isToday(one)),
    toMark: own.unmarked.filter((one) => !isToday(one)),
    past: own.past.filter((one) => !isToday(one) && !needsMarks(one)),
  };
}

/** Sessions that a group still misses when all that is planned goes ahead. */
export const shortage = ({ held, planned, min }: Report['groups'][number]) =>
  Math.max(0, (min ?? 0) - held - planned);

type Period = 'upcoming' | 'past' | 'unmarked' | 'drafts';

/** A page of someone's sessions; null for a cursor that is none. */
export const ownSessions = (api: Client, period: Period, cursor: string | undefined) =>
  mayHave(api.me.sessions.$get({ query: { period, limit: '100', cursor } }));

export const allOwnSessions = (api: Client, period: Period) =>
  toTheEnd((cursor) => ownSessions(api, period, cursor));

/** The reports of the quarters with targets that run now, of the programmes that one of the organisations is a party to. */
export async function currentReports(api: Client, organisationIds: string[], now: string) {
  const { items } = await mustHave(api.programmes.$get());
  const current = items
    .filter(({ parties }) => parties.some(({ id }) => organisationIds.includes(id)))
    .flatMap(({ slug, quarters }) =>
      quarters
        .filter((quarter) => quarter.targets.length > 0 && runsAt(quarter, now))
        .map(({ ordinal }) => ({ id: slug, ordinal })),
    );
  const reports = await Promise.all(
    current.map((param) =>
      mayHave(api.programmes[':id'].quarters[':ordinal'].report.$get({ param, query: {} })),
    ),
  );
  return reports.filter((one) => one !== null);
}
