import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { programmeContributions } from '../../../db/schema/contributions.ts';
import { programmeDesks } from '../../../db/schema/programme-desk.ts';
import { products, type programmes, programmeParties } from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import { rulesInForce } from '../../paying/eligibility/queries.ts';
import type { Rule } from '../../paying/eligibility/schema.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import type { TargetGroup } from '../../programmes/programmes/rules.ts';
import { type Period, proposedQuarters, shiftedQuarters } from './edition.rules.ts';
import { currentSettings } from './queries.ts';
import type { NewProgramme } from './schema.ts';
import { templates } from './templates.ts';

type Programme = typeof programmes.$inferInsert;
type Target = { group: TargetGroup; min: number; max: number };

/** What a new programme begins with: rules, products, and what is the same in each of its quarters. */
export type Beginning = Pick<Programme, 'maxEntrepreneurs'> & {
  funding: NonNullable<NewProgramme['funding']>;
  requiresOpenAccess: boolean;
  rules: readonly Rule[];
  products: Omit<typeof products.$inferInsert, 'id' | 'programmeId' | 'position'>[];
  targets: readonly Target[];
};

/** All that is written down with it; a copy brings more than a template. */
export type Begun = Omit<Beginning, 'targets'> & {
  quarters: (Period & { targets: readonly Target[] })[];
  /** Of another programme: its own columns, desk, contributions and parties. */
  kept: Partial<Programme>;
  desk: Omit<typeof programmeDesks.$inferInsert, 'programmeId'> | null;
  contributions: Omit<typeof programmeContributions.$inferInsert, 'programmeId'>[];
  parties: Omit<typeof programmeParties.$inferInsert, 'programmeId'>[];
};

const nothingKept = { kept: {}, desk: null, contributions: [], parties: [] };

/** Begins with nothing, like one of the documents, or like another programme of the actor's municipality. */
export async function beginningOf(
  tx: Tx,
  actor: StaffActor,
  { from, startsOn, endsOn, funding, requiresOpenAccess }: NewProgramme,
  places: readonly string[],
  now: Date,
): Promise<Begun> {
  const period = { startsOn, endsOn };
  if (from && 'programme' in from) return copyOf(tx, actor, from.programme, period, now);
  const { targets, ...begin } = from
    ? templates[from.template](places)
    : {
        funding: funding!,
        requiresOpenAccess: requiresOpenAccess!,
        rules: [{ kind: 'programmeRunning' as const }],
        products: [],
        targets: [],
        maxEntrepreneurs: null,
      };
  const quarters = proposedQuarters(period).map((quarter) => ({ ...quarter, targets }));
  return { ...begin, quarters, ...nothingKept };
}

async function copyOf(
  tx: Tx,
  actor: StaffActor,
  idOrSlug: string,
  period: Period,
  now: Date,
): Promise<Begun> {
  const programme = await ownProgramme(tx, actor, idOrSlug);
  const [settings, { rules }, catalogue, [desk], contributions, parties] = await Promise.all([
    currentSettings(tx, programme),
    rulesInForce(tx, programme.id, now),
    tx.select().from(products).where(eq(products.programmeId, programme.id)).orderBy(products.position),
    tx.select().from(programmeDesks).where(eq(programmeDesks.programmeId, programme.id)),
    tx.select().from(programmeContributions).where(eq(programmeContributions.programmeId, programme.id)),
    tx.select().from(programmeParties).where(eq(programmeParties.programmeId, programme.id)),
  ]);
  const shifted = shiftedQuarters(settings.quarters, programme.startsOn, period);
  const quarters =
    shifted.length > 0 ? shifted : proposedQuarters(period).map((one) => ({ ...one, targets: [] }));
  const { funding, requiresOpenAccess, maxEntrepreneurs } = programme;
  const { reviewsModules, vatCompensable, deMinimis, paysNoShow } = programme;
  return {
    funding,
    requiresOpenAccess,
    maxEntrepreneurs,
    rules,
    products: catalogue.map(({ id: _, programmeId: __, position: ___, ...product }) => product),
    quarters,
    kept: { reviewsModules, vatCompensable, deMinimis, paysNoShow },
    desk: desk ? deskOf(desk) : null,
    contributions: contributions.map(({ programmeId: _, ...one }) => one),
    parties: parties.map(({ programmeId: _, ...one }) => one),
  };
}

/** Each edition has an agreement of its own, so when it was signed and by what decision is not copied. */
const deskOf = ({ programmeId: _, ...desk }: typeof programmeDesks.$inferSelect) => ({
  ...desk,
  agreementSignedOn: null,
  agreementMandate: null,
  agreementSource: null,
});
