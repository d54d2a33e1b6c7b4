import type { Work } from '../../unit-of-work/work.ts';
import { judgeOne, keepDecision } from '../../paying/eligibility/decide.ts';
import type { Asker } from '../../paying/eligibility/gather.ts';
import type { Decision } from '../../paying/eligibility/rules.ts';
import { keepLedger } from './keep-ledger.ts';
import type { LockedSession } from './places.ts';

/**
 * Decides anew who pays for one registration of a locked session, and makes the money follow. Throws `budget-full`. Who only
 * waits holds no money: for them `decideRegistration` is enough.
 */
export async function decidePlace(work: Work, asker: Asker, session: LockedSession): Promise<Decision> {
  const judged = await judgeOne(work, asker, session);
  await keepDecision(work, asker.id, judged);
  await keepLedger(work, session, [asker.id], { paying: judged.paying });
  return judged.decision;
}
