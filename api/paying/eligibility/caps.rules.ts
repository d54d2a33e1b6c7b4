import { plusMonths } from '../../language/time.ts';
import type { Facts } from './facts.ts';
import type { RuleOf } from './schema.ts';

type PersonalCap = RuleOf<'capPerEntrepreneur'>;
type Use = Facts['caps']['people'];
type Paid = Facts['paid'][number];

/** The lower of the cap of the rule and that of the catalogue; null when there is neither. */
export const lowest = (a: number | undefined, b: number | null) =>
  a === undefined ? b : b === null ? a : Math.min(a, b);

/** One more use fits under the cap. */
export const productFits = ({ used, includesThis }: Use, max: number) => used - (includesThis ? 1 : 0) < max;

/** One more person fits; who is already in needs no room. */
export const personFits = ({ used, includesThis }: Use, max: number) => includesThis || used < max;

/** What one person already had in the period of the rule, in its unit. */
export function usedBefore(
  { unit, period }: PersonalCap,
  { paid, sessionOn }: Pick<Facts, 'paid' | 'sessionOn'>,
): number {
  const amount = (it: Paid) => (unit === 'count' ? 1 : unit === 'minutes' ? it.minutes : it.cents);
  const sum = (counts: (it: Paid) => boolean) => {
    let total = 0;
    for (const it of paid) if (counts(it)) total += amount(it);
    return total;
  };
  if (period.per === 'programme') return sum(() => true);
  if (period.per === 'calendarYear') return sum(({ on }) => on.slice(0, 4) === sessionOn.slice(0, 4));
  // No period of so many months may hold too much: look at each that holds this session and ends at one of the others.
  const { months } = period;
  let most = 0;
  for (const end of [sessionOn, ...paid.map(({ on }) => on)]) {
    const before = plusMonths(end, -months);
    if (end < sessionOn || sessionOn <= before) continue;
    most = Math.max(
      most,
      sum(({ on }) => before < on && on <= end),
    );
  }
  return most;
}

/** What this place adds, in the unit of the rule. */
export const addedBy = ({ unit }: PersonalCap, { module }: Facts, borneCents: number) =>
  unit === 'count' ? 1 : unit === 'minutes' ? module.minutes : borneCents;

/** The most that one person has in any period of the rule. */
export const mostUsed = (rule: PersonalCap, paid: Paid[]) =>
  paid.reduce((most, { on }) => Math.max(most, usedBefore(rule, { paid, sessionOn: on })), 0);
