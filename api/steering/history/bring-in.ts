import type { Work } from '../../unit-of-work/work.ts';
import { insertRows } from '../../../db/insert.ts';
import { figureBatches, figures as figureTable } from '../../../db/schema/figures.ts';
import type { StaffActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { Problem } from '../../http/problem.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import { reasons } from '../../http/validation.ts';
import { checksOf, readRows } from './rules.ts';
import type { FigureFile } from './schema.ts';

/**
 * Keeps earlier figures of a programme as their source gives them, in one batch. Throws `not-found` for staff of another
 * municipality, and `invalid-input` with the faults of all rows; then nothing is kept.
 */
export async function bringIn(work: Work<StaffActor>, idOrSlug: string, { name, dryRun, rows }: FigureFile) {
  const { tx, now, actor } = work;
  const programme = await ownProgramme(tx, actor, idOrSlug);
  const { figures, faults } = readRows(rows);
  if (faults.length > 0) {
    throw new Problem('invalid-input', {
      invalidParams: faults.map((fault) => ({ ...fault, reason: reasons[fault.code] })),
    });
  }
  const found = { figures: figures.length, checks: checksOf(figures).length };
  if (dryRun) return { ...found, id: null };
  const [batch] = await tx
    .insert(figureBatches)
    .values({ programmeId: programme.id, name, importedBy: actor.account.id, importedAt: now })
    .returning({ id: figureBatches.id });
  await insertRows(
    tx,
    figureTable,
    figures.map((figure, position) => ({ batchId: batch!.id, position, ...figure })),
  );
  const details = { batchId: batch!.id, figures: figures.length };
  await record(work, { action: 'history.brought-in', subjectId: programme.id, details });
  return { ...found, id: batch!.id };
}
