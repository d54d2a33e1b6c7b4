import { eq } from 'drizzle-orm';
import { modules } from '../../../db/schema/catalogue.ts';
import type { StaffActor } from '../../http/actor.ts';
import type { Work } from '../../unit-of-work/work.ts';
import { findOwnModule } from './queries.ts';

/** Locks the row of a module, then looks: with whose it is, and on which sides the actor stands. Throws `not-found`. */
export async function lockModule({ tx, actor, now }: Work<StaffActor>, id: string) {
  await tx.select({ id: modules.id }).from(modules).where(eq(modules.id, id)).for('no key update');
  return findOwnModule(tx, actor, id, now);
}
