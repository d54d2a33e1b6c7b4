import type { Work } from '../../unit-of-work/work.ts';
import { grantsAid, isPaidPerPlace, isShared, type Paying, payingFor } from './queries.ts';
import { lockMoney } from '../../money/ledger/lock.ts';
import { lockAid } from '../../money/ledger/lock.ts';

/**
 * What decides who pays, with the lock on the money where one judgement changes it for the next, and on the state aid of
 * these businesses where the programme grants any. What was only typed counts for nobody, so it locks nobody out either.
 */
export async function lockedPaying(
  { tx, now }: Work,
  session: { id: string; startsAt: Date },
  askers: { kvkNumber: string | null; proved: boolean }[],
): Promise<Paying> {
  const paying = await payingFor(tx, session, now);
  if (!isShared(paying)) return paying;
  await lockMoney(tx, paying.programme.id);
  if (isPaidPerPlace(paying) && grantsAid(paying)) {
    await lockAid(
      tx,
      askers.map(({ kvkNumber, proved }) => (proved ? kvkNumber : null)),
    );
  }
  return payingFor(tx, session, now);
}
