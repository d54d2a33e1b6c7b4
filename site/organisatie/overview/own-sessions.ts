import type { z } from 'zod';
import type { attendanceList } from '../../../api/places/attendance/schema.ts';
import type { quarterReport } from '../../../api/steering/reports/schema.ts';
import type { Client } from '../../client.ts';
import { localDate } from '../../../api/language/time.ts';
import { runsAt } from '../../show/programme/programme.ts';

export type OwnSession = Pick<z.output<typeof attendanceList>, 'session' | 'totals'>;
export type Report = z.output<typeof quarterReport>;

export const needsMarks = ({ session, totals }: OwnSession) =>
  session.status === 'scheduled' && totals.unmarked > 0;

/** Today in order of start; then what is still to come, what lacks presence, and all that is over, newest first. */
export function arrange(upcoming: OwnSession[], past: OwnSession[], now: string) {
  const today = localDate(now);
  const isToday = ({ session }: OwnSession) => localDate(session.startsAt) === today;
  return {
    today: [...past.filter(isToday).reverse(), ...upcoming.filter(isToday)],
    coming: upcoming.filter((one) => !isToday(one)),
    toMark: past.filter((one) => !isToday(one) && needsMarks(one)),
    past: past.filter((one) => !isToday(one) && !needsMarks(one)),
  };
}

/** Sessions that a group still misses when all that is planned goes ahead. */
export const shortage = ({ held, planned, min }: Report['groups'][number]) =>
  Math.max(0, (min ?? 0) - held - planned);

export async function ownSessions(api: Client, period: 'upcoming' | 'past' | 'drafts') {
  const answer = await api.me.sessions.$get({ query: { period, limit: '100' } });
  return answer.ok ? (await answer.json()).items : [];
}

/** The reports of the quarters with targets that run now, of the programmes that one of the organisations is a party to. */
export async function currentReports(api: Client, organisationIds: string[], now: string) {
  const programmes = (await (await api.programmes.$get()).json()).items;
  const current = programmes
    .filter(({ parties }) => parties.some(({ id }) => organisationIds.includes(id)))
    .flatMap(({ slug, quarters }) =>
      quarters
        .filter((quarter) => quarter.targets.length > 0 && runsAt(quarter, now))
        .map(({ ordinal }) => ({ id: slug, ordinal })),
    );
  const answers = await Promise.all(
    current.map((param) => api.programmes[':id'].quarters[':ordinal'].report.$get({ param, query: {} })),
  );
  return Promise.all(answers.flatMap((answer) => (answer.ok ? [answer.json()] : [])));
}
