import type { Work } from '../../unit-of-work/work.ts';
import { type FieldCode, Problem } from '../../http/problem.ts';
import { reasons } from '../../http/validation.ts';
import { closedWay } from './entry.ts';
import { offerFreePlaces } from './offer.ts';
import type { LockedSession } from '../life/places.ts';
import { judgeWaiting } from '../life/rules.ts';

/**
 * Refuses, all together, the sessions that nobody can wait for besides this one: what is wrong with each stands at its
 * place in the list. Places that are free are offered first, so that a queue is what is left. Throws `invalid-input`.
 */
export async function refuseUnwaitable(
  work: Work,
  { field, moduleId }: { field: string; moduleId: string },
  others: (LockedSession | null)[],
) {
  const { now } = work;
  const invalidParams: { name: string; code: FieldCode; reason: string }[] = [];
  for (const [n, other] of others.entries()) {
    if (!other) continue;
    await offerFreePlaces(work, other);
    const closed = closedWay(other, undefined) || !other.openToNonMembers;
    const code = closed ? 'not-bookable' : judgeWaiting(other, moduleId, other.waitlistLength, now);
    if (code) invalidParams.push({ name: `${field}.${n}`, code, reason: reasons[code] });
  }
  if (invalidParams.length > 0) throw new Problem('invalid-input', { invalidParams });
}
