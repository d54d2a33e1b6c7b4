import { and, eq, gt } from 'drizzle-orm';
import { insertRows } from '../../../db/insert.ts';
import type { Tx } from '../../../db/open.ts';
import { programmeContributions } from '../../../db/schema/contributions.ts';
import { programmeDesks } from '../../../db/schema/programme-desk.ts';
import {
  programmeParties,
  programmeQuarters,
  programmes,
  quarterTargets,
} from '../../../db/schema/programmes.ts';
import type { Settings } from './schema.ts';

type Quarter = Settings['quarters'][number];

/** What the settings say of the programme as a whole: its own columns, its desk, its parties and contributions. */
export async function writeProgramme(tx: Tx, programmeId: string, settings: Settings) {
  const { name, status, startsOn, endsOn, creditLine, requiresOpenAccess, vatCompensable } = settings;
  const { deMinimis, paysNoShow, reviewsModules } = settings;
  const { authorised, reserved, lead, agreement, parties, contributions, thresholds } = settings;
  await tx
    .update(programmes)
    .set({
      name,
      status,
      startsOn,
      endsOn,
      creditLine,
      requiresOpenAccess,
      reviewsModules,
      vatCompensable,
      deMinimis,
      paysNoShow,
      authorisedCents: authorised?.cents ?? null,
      authorisedBasis: authorised?.basis ?? 'unknown',
      authorisedIsProvisional: authorised?.provisional ?? false,
      reservedCents: reserved?.cents ?? null,
      reservedBasis: reserved?.basis ?? 'unknown',
    })
    .where(eq(programmes.id, programmeId));
  const desk = {
    leadName: lead.name,
    leadUnit: lead.unit,
    agreementSignedOn: agreement.signedOn,
    agreementSignatory: agreement.signatory,
    agreementMandate: agreement.mandate,
    agreementSource: agreement.source,
    ...thresholds,
  };
  await tx
    .insert(programmeDesks)
    .values({ programmeId, ...desk })
    .onConflictDoUpdate({ target: programmeDesks.programmeId, set: desk });
  await tx.delete(programmeParties).where(eq(programmeParties.programmeId, programmeId));
  await insertRows(
    tx,
    programmeParties,
    parties.map((party, n) => ({ programmeId, ...party, position: n + 1 })),
  );
  await tx.delete(programmeContributions).where(eq(programmeContributions.programmeId, programmeId));
  await insertRows(
    tx,
    programmeContributions,
    contributions.map(({ group, ...amount }) => ({ programmeId, targetGroup: group, ...amount })),
  );
}

/** A quarter keeps its row, because its phase, its evaluation and its signals hang on it. */
export async function writeQuarters(
  tx: Tx,
  programmeId: string,
  there: { quarter: typeof programmeQuarters.$inferSelect }[],
  { quarters }: Settings,
) {
  await tx
    .delete(programmeQuarters)
    .where(
      and(eq(programmeQuarters.programmeId, programmeId), gt(programmeQuarters.ordinal, quarters.length)),
    );
  for (const [n, { startsOn, endsOn, targets }] of quarters.entries()) {
    const known = there.find(({ quarter }) => quarter.ordinal === n + 1)?.quarter.id;
    const [row] = known
      ? await tx
          .update(programmeQuarters)
          .set({ startsOn, endsOn })
          .where(eq(programmeQuarters.id, known))
          .returning()
      : await tx
          .insert(programmeQuarters)
          .values({ programmeId, ordinal: n + 1, startsOn, endsOn })
          .returning();
    await tx.delete(quarterTargets).where(eq(quarterTargets.quarterId, row!.id));
    await insertTargets(tx, row!.id, targets);
  }
}

export const insertTargets = (tx: Tx, quarterId: string, targets: readonly Quarter['targets'][number][]) =>
  insertRows(
    tx,
    quarterTargets,
    targets.map(({ group, min, max }) => ({
      quarterId,
      targetGroup: group,
      minSessions: min,
      maxSessions: max,
    })),
  );
