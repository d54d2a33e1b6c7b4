import { programmeOfParty } from '../../programmes/programmes/own-programme.ts';
import { asc, eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { figureBatches, figures } from '../../../db/schema/figures.ts';
import type { StaffActor } from '../../http/actor.ts';
import { checksOf } from './rules.ts';

/** Earlier figures of a programme. For its municipality and the parties to its agreement; others hear `not-found`. */
export async function readHistory(db: Reader, actor: StaffActor, idOrSlug: string) {
  const programme = await programmeOfParty(db, actor, idOrSlug);
  const batches = await db
    .select({ batch: figureBatches, by: accounts.name })
    .from(figureBatches)
    .leftJoin(accounts, eq(accounts.id, figureBatches.importedBy))
    .where(eq(figureBatches.programmeId, programme.id))
    .orderBy(asc(figureBatches.importedAt), asc(figureBatches.id));
  const rows = await db
    .select({ figure: figures })
    .from(figures)
    .innerJoin(figureBatches, eq(figureBatches.id, figures.batchId))
    .where(eq(figureBatches.programmeId, programme.id))
    .orderBy(asc(figureBatches.importedAt), asc(figures.batchId), asc(figures.position));
  const items = rows.map(({ figure: { position: _, ...figure } }) => figure);
  const standing = new Set(batches.filter(({ batch }) => !batch.withdrawnAt).map(({ batch }) => batch.id));
  return {
    batches: batches.map(({ batch, by }) => ({
      id: batch.id,
      name: batch.name,
      importedAt: batch.importedAt.toISOString(),
      importedBy: by,
      figures: items.filter(({ batchId }) => batchId === batch.id).length,
      withdrawnAt: batch.withdrawnAt?.toISOString() ?? null,
      withdrawnReason: batch.withdrawnReason,
    })),
    items,
    checks: checksOf(items.filter(({ batchId }) => standing.has(batchId))),
  };
}
