import type * as schema from '../schema/programmes.ts';
import { dateOf, momentOf } from './calendar.ts';
import { municipalityId, organisationId } from './organisations.ts';
import type { ProgrammeSpec } from './programmes.ts';
import { idOf } from './random.ts';

export const productId = (slug: string, code: string) => idOf(`product/${slug}/${code}`);
export const programmeId = (slug: string) => idOf(`programme/${slug}`);
export const ruleSetId = (slug: string, version = 1) => idOf(`rule-set/${slug}/${version}`);
export const versionAt = ({ newRules }: ProgrammeSpec, at: Date) =>
  newRules && newRules.from <= dateOf(at) ? 2 : 1;
export const rulesOf = ({ rules, newRules }: ProgrammeSpec, version: number) =>
  version === 2 ? newRules!.rules : rules;
/** The phase of the budget that a local date falls in, if there is one. */
export function phaseOf({ slug, quarters, phaseCents }: ProgrammeSpec, date: string) {
  const i = quarters.findIndex(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn);
  const state = quarters[i]?.state;
  return phaseCents?.[i] === undefined || !state ? null : { id: phaseId(slug, i), state };
}

export const phaseId = (slug: string, i: number) => idOf(`phase/${quarterId(slug, i)}`);
export const quarterId = (slug: string, i: number) => idOf(`quarter/${slug}/${i + 1}`);

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
      phaseBasis = 'ex',
      phasesBegin,
      rules,
      rulesFrom,
      newRules,
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
    if (newRules) {
      ruleSets.push({
        id: ruleSetId(spec.slug, 2),
        programmeId: id,
        version: 2,
        rules: newRules.rules,
        validFrom: newRules.from,
        createdAt: momentOf(newRules.from, '00:00'),
      });
    }
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
        id: productId(spec.slug, product.code),
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
      budgetPhases.push({
        id: phaseId(spec.slug, i),
        quarterId: quarter,
        ceilingCents,
        basis: phaseBasis,
        // How far it came since is in its changes.
        state: phasesBegin ? state : 'planned',
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
