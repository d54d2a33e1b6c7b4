import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/open.ts';
import { programmes } from '../../db/schema/programmes.ts';
import { isShared, type Paying, payingFor } from '../eligibility/queries.ts';

/**
 * The money of a programme is moved by one at a time. Always after the locks of persons and sessions: whoever decides on
 * what is left of a budget or cap takes it before looking.
 */
export const lockMoney = (tx: Tx, programmeId: string) =>
  tx
    .select({ id: programmes.id })
    .from(programmes)
    .where(eq(programmes.id, programmeId))
    .for('no key update');

/** What decides who pays, with the lock on the money where one judgement changes it for the next. */
export async function lockedPaying(
  tx: Tx,
  session: { id: string; startsAt: Date },
  now: Date,
): Promise<Paying> {
  const paying = await payingFor(tx, session, now);
  if (!isShared(paying)) return paying;
  await lockMoney(tx, paying.programme.id);
  return payingFor(tx, session, now);
}
