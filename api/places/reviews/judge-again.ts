import type { Work } from '../../unit-of-work/work.ts';
import type { StaffActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { judgeNow, replaceDecision } from '../life/decide-again.ts';
import { newestDecision } from '../../paying/eligibility/newest.ts';
import { Problem } from '../../http/problem.ts';
import { lockPersonAndRegistration } from '../life/places.ts';
import { isLive } from '../life/rules.ts';
import { ofOwnMunicipality } from './own-municipality.ts';

/**
 * Judges a place again by the rules, with what is known now. What was promised stays: an eligible decision is left as it
 * is, because only a person may take it back. The route has asked the register. Throws `registration-ended`, and
 * `not-found` for others.
 */
export async function judgeAgain(work: Work<StaffActor>, registrationId: string) {
  const { tx, actor } = work;
  await ofOwnMunicipality(tx, actor, registrationId);
  const place = await lockPersonAndRegistration(work, registrationId);
  if (!isLive(place.registration.status)) throw new Problem('registration-ended');
  const before = await newestDecision(tx, registrationId);
  if (before?.decision.outcome === 'eligible') return;
  const judged = await judgeNow(work, place);
  await replaceDecision(work, place, judged);
  await record(work, {
    action: 'registration.judged-again',
    subjectId: registrationId,
    details: { from: before?.decision.outcome, to: judged.decision.outcome },
  });
}
