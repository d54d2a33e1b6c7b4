import type { z } from 'zod';
import type { programme } from '../../../api/programmes/programmes/schema.ts';
import type { quarterReport } from '../../../api/steering/reports/schema.ts';
import { localDate, within } from '../../../api/language/time.ts';
import type { Client, Me } from '../../client.ts';

export type Programme = z.output<typeof programme>;
export type Report = z.output<typeof quarterReport>;

/** The programmes of someone's municipality, running ones first. */
export async function ownProgrammes(api: Client, me: Me) {
  const own = me.roles.flatMap(({ municipality }) => municipality?.id ?? []);
  const { items } = await (await api.programmes.$get()).json();
  const rank = ({ status }: Programme) => (status === 'running' ? 0 : 1);
  return items.filter(({ municipality }) => own.includes(municipality.id)).sort((a, b) => rank(a) - rank(b));
}

/** The page of a programme: the settings of a draft, or the quarter that runs now, or else the last one that began, or else the first. */
export function pathOf({ slug, quarters, status }: Programme, now: string) {
  if (status === 'draft') return `/gemeente/${slug}/instellingen`;
  const today = localDate(now);
  const quarter =
    quarters.find((one) => runsAt(one, now)) ??
    quarters.findLast(({ startsOn }) => startsOn <= today) ??
    quarters[0];
  return quarter ? `/gemeente/${slug}/${quarter.ordinal}` : `/gemeente/${slug}`;
}

export const runsAt = (quarter: { startsOn: string; endsOn: string }, now: string) =>
  within(localDate(now), quarter);

export const isMunicipal = (me: Me) => me.roles.some(({ role }) => role === 'municipality');
