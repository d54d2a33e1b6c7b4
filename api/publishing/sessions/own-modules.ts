import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { modules } from '../../../db/schema/catalogue.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { programmeParties, programmes } from '../../../db/schema/programmes.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { contributionsOfModules } from '../../money/contributions/queries.ts';

/**
 * The published modules of the actor's approved organisations in programmes that run, in order of title, with who can
 * organise them together.
 */
export async function ownModules(db: Reader, actor: OrganisationActor) {
  const found = await db
    .select({ module: modules, programme: programmes, organisation: organisations })
    .from(modules)
    .innerJoin(programmes, eq(programmes.id, modules.programmeId))
    .innerJoin(organisations, eq(organisations.id, modules.organisationId))
    .where(
      and(
        inArray(modules.organisationId, actor.organisationIds),
        eq(organisations.status, 'approved'),
        eq(programmes.status, 'running'),
        eq(modules.status, 'published'),
      ),
    )
    .orderBy(asc(modules.title), asc(modules.id));
  const programmeIds = [...new Set(found.map(({ programme }) => programme.id))];
  const moduleIds = found.map(({ module }) => module.id);
  const [parties, contributions] = await Promise.all([
    partiesOf(db, programmeIds),
    contributionsOfModules(db, moduleIds),
  ]);
  return found.map(({ module, programme, organisation }) => ({
    id: module.id,
    title: module.title,
    kind: module.kind,
    durationMinutes: module.durationMinutes,
    ownContributionCents: module.ownContributionCents,
    contribution: contributions.get(module.id) ?? null,
    organisation: { id: organisation.id, name: organisation.name },
    programme: {
      id: programme.id,
      name: programme.name,
      requiresOpenAccess: programme.requiresOpenAccess,
    },
    parties: parties
      .filter((party) => party.programmeId === programme.id && party.id !== organisation.id)
      .map(({ id, name }) => ({ id, name })),
  }));
}

async function partiesOf(db: Reader, programmeIds: string[]) {
  return db
    .select({
      programmeId: programmeParties.programmeId,
      id: organisations.id,
      name: organisations.name,
    })
    .from(programmeParties)
    .innerJoin(organisations, eq(organisations.id, programmeParties.organisationId))
    .where(and(inArray(programmeParties.programmeId, programmeIds), eq(organisations.status, 'approved')))
    .orderBy(asc(programmeParties.position));
}
