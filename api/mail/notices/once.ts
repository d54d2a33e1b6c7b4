import type { Tx } from '../../../db/open.ts';
import { notices } from '../../../db/schema/deliveries.ts';

type Notice = Pick<typeof notices.$inferSelect, 'registrationId' | 'kind' | 'startsAt'>;

/** Gives those of which nobody was told before, and writes down that they are now. The table is the lock. */
export async function once(tx: Tx, due: Notice[]): Promise<Notice[]> {
  if (due.length === 0) return [];
  return tx.insert(notices).values(due).onConflictDoNothing().returning();
}
