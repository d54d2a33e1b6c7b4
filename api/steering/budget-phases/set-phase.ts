import type { Work } from '../../unit-of-work/work.ts';
import { eq } from 'drizzle-orm';
import { budgetPhases } from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import type { Locale } from '../../language/locale.ts';
import { lockMoney } from '../../money/ledger/lock.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import { record } from '../../unit-of-work/audit.ts';
import { plannedPhases, planOf, together } from './queries.ts';
import { canChange, faultsOfPhase } from './rules.ts';
import type { NewPhase } from './schema.ts';
import { phaseWords } from './words.ts';

/**
 * Sets money apart for a quarter, or another amount while that is only a plan. Throws `not-found` for anyone who is not staff
 * of the municipality, `phase-not-changeable` once something was decided about the phase, and `invalid-input` with all that
 * is wrong with the amount.
 */
export async function setPhase(
  work: Work<StaffActor>,
  idOrSlug: string,
  ordinal: number,
  { ceilingCents }: NewPhase,
  locale: Locale,
) {
  const { tx, actor } = work;
  const { id } = await ownProgramme(tx, actor, idOrSlug);
  // The settings say what is authorised, and two phases share it: whoever changes any of these waits here.
  await lockMoney(tx, id);
  const { authorisedCents } = await ownProgramme(tx, actor, id);
  const quarters = await plannedPhases(tx, id);
  const { quarter, row, phase } = planOf(quarters, ordinal);
  if (!canChange(phase)) throw new Problem('phase-not-changeable');
  const othersCents = together(quarters) - (phase?.ceilingCents ?? 0);
  const faults = faultsOfPhase(ceilingCents, { authorisedCents, othersCents, phase });
  if (faults.length > 0) {
    const reason = faults.map((fault) => phaseWords(fault, locale)).join(' ');
    throw new Problem('invalid-input', {
      invalidParams: [{ name: 'ceilingCents', code: 'explained', reason }],
    });
  }
  const [saved] = row
    ? await tx.update(budgetPhases).set({ ceilingCents }).where(eq(budgetPhases.id, row.id)).returning()
    : await tx
        .insert(budgetPhases)
        .values({ quarterId: quarter.id, ceilingCents, state: 'planned' })
        .returning();
  const details = { ordinal, ceilingCents, before: row?.ceilingCents ?? null };
  await record(work, { action: 'phase.set', subjectId: saved!.id, details });
  return { ordinal, ceilingCents };
}
