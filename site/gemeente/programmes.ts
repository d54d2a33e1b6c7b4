import { paths } from '../../api/language/paths.ts';
import { mustHave } from '../answers.ts';
import type { Client, Me } from '../client.ts';
import { localDate } from '../../api/language/time.ts';
import { type Programme, runsAt } from '../show/programme/programme.ts';

/** The programmes of someone's municipality, running ones first. */
export async function ownProgrammes(api: Client, me: Me) {
  const own = me.roles.flatMap(({ municipality }) => municipality?.id ?? []);
  const { items } = await mustHave(api.programmes.$get());
  const rank = ({ status }: Programme) => (status === 'running' ? 0 : 1);
  return items.filter(({ municipality }) => own.includes(municipality.id)).sort((a, b) => rank(a) - rank(b));
}

/** The page of a programme: the settings of a draft, or the quarter that runs now, or else the last one that began, or else the first. */
export function pathOf({ slug, quarters, status }: Programme, now: string) {
  if (status === 'draft') return paths.programme.settings(slug);
  const today = localDate(now);
  const quarter =
    quarters.find((one) => runsAt(one, now)) ??
    quarters.findLast(({ startsOn }) => startsOn <= today) ??
    quarters[0];
  return quarter ? paths.quarter.report(slug, quarter.ordinal) : paths.programme.desk(slug);
}
