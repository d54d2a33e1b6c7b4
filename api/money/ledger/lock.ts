import { asc, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { programmes } from '../../../db/schema/programmes.ts';

/**
 * The money of a programme is moved by one at a time. Always after the locks of persons and sessions: whoever decides on
 * what is left of a budget or cap takes it before looking. Several are locked in the order of their ids.
 */
export const lockMoney = (tx: Tx, ...programmeIds: string[]) =>
  tx
    .select({ id: programmes.id })
    .from(programmes)
    .where(inArray(programmes.id, programmeIds))
    .orderBy(asc(programmes.id))
    .for('no key update');

/**
 * The state aid of a business is added up over all programmes, so the lock of one programme's money is not enough. Always
 * after that lock: a transaction moves the money of one programme, so nobody who has this one still waits for another.
 */
export async function lockAid(tx: Tx, kvkNumbers: (string | null)[]) {
  const numbers = [...new Set(kvkNumbers.filter((number) => number !== null))].sort();
  if (numbers.length === 0) return;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('state-aid ' || number, 0))
    from jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb) as number`);
}
