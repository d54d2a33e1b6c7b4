import type * as schema from '../schema/programmes.ts';
import { momentOf } from './calendar.ts';
import { municipalityId, organisationId } from './organisations.ts';
import type { ProgrammeSpec } from './programmes.ts';
import { idOf } from './random.ts';

export const programmeId = (slug: string) => idOf(`programme/${slug}`);
export const ruleSetId = (slug: string) => idOf(`rule-set/${slug}/1`);
export const quarterId = (slug: string, i: number) => idOf(`quarter/${slug}/${i + 1}`);
export const phaseId = (quarter: string) => idOf(`phase/${quarter}`);

/** The programmes and all that hangs on them, as rows. */
export function programmeRows(specs: ProgrammeSpec[]) {
  const programmes: (typeof schema.programmes.$inferInsert)[] = [];
  const programmeParties: (typeof schema.programmeParties.$inferInsert)[] = [];
  const programmeQuarters: (typeof schema.programmeQuarters.$inferInsert)[] = [];
  const quarterTargets: (typeof schema.quarterTargets.$inferInsert)[] = [];
  const budgetPhases: (typeof schema.budgetPhases.$inferInsert)[] = [];
  const ruleSets: (typeof schema.ruleSets.$inferInsert)[] = [];
  const products: (typeof schema.products.$inferInsert)[] = [];

  for (const spec of specs) {
    const {
      municipality,
      parties,
      quarters,
      targets = [],
      phaseCents,
      rules,
      rulesFrom,
      products: catalogue,
      ...row
    } = spec;
    const id = programmeId(spec.slug);
    const createdAt = momentOf(rulesFrom, '09:00');
    programmes.push({ ...row, id, municipalityId: municipalityId(municipality), createdAt });
    ruleSets.push({
      id: ruleSetId(spec.slug),
      programmeId: id,
      version: 1,
      rules,
      validFrom: rulesFrom,
      createdAt,
    });
    parties.forEach(({ organisation, role }, i) =>
      programmeParties.push({
        programmeId: id,
        organisationId: organisationId(organisation),
        role,
        position: i + 1,
      }),
    );
    catalogue?.forEach((product, i) =>
      products.push({
        id: idOf(`product/${spec.slug}/${product.code}`),
        programmeId: id,
        position: i + 1,
        ...product,
      }),
    );
    quarters.forEach(({ startsOn, endsOn, state }, i) => {
      const quarter = quarterId(spec.slug, i);
      programmeQuarters.push({ id: quarter, programmeId: id, ordinal: i + 1, startsOn, endsOn });
      for (const { targetGroup, min, max } of targets) {
        quarterTargets.push({ quarterId: quarter, targetGroup, minSessions: min, maxSessions: max });
      }
      const ceilingCents = phaseCents?.[i];
      if (ceilingCents === undefined || !state) return;
      const committedCents = state === 'paid' ? ceilingCents : 0;
      budgetPhases.push({
        id: phaseId(quarter),
        quarterId: quarter,
        ceilingCents,
        committedCents,
        // How far it came since is in its changes.
        state: 'planned',
      });
    });
  }
  return {
    programmes,
    programmeParties,
    programmeQuarters,
    quarterTargets,
    budgetPhases,
    ruleSets,
    products,
  };
}
