import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { figureBatches } from '../../../db/schema/figures.ts';
import type { StaffActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { Problem } from '../../http/problem.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';

/** Takes a batch out of what stands; it stays to be seen. Again changes nothing. Throws `not-found` as `bringIn` does. */
export async function withdraw(work: Work<StaffActor>, batchId: string, { reason }: { reason: string }) {
  const { tx, now, actor } = work;
  const [batch] = await tx.select().from(figureBatches).where(eq(figureBatches.id, batchId));
  if (!batch) throw new Problem('not-found');
  await ownProgramme(tx, actor, batch.programmeId);
  const [first] = await tx
    .update(figureBatches)
    .set({ withdrawnAt: now, withdrawnBy: actor.account.id, withdrawnReason: reason })
    .where(and(eq(figureBatches.id, batchId), isNull(figureBatches.withdrawnAt)))
    .returning({ id: figureBatches.id });
  if (first) await record(work, { action: 'history.withdrawn', subjectId: batchId });
}
