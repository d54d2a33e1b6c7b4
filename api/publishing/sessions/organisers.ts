import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { modules, sessionOrganisers } from '../../../db/schema/catalogue.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { programmeParties } from '../../../db/schema/programmes.ts';
import { Problem } from '../../http/problem.ts';
import { mayTakePart } from '../../people/organisations/rules.ts';

/** Of these, those that are no approved party to the programme of the module: only parties to the agreement organise together. */
export async function notParties(tx: Tx, moduleId: string, organisationIds: string[]) {
  if (organisationIds.length === 0) return [];
  const parties = await tx
    .select({ id: programmeParties.organisationId })
    .from(programmeParties)
    .innerJoin(modules, eq(modules.programmeId, programmeParties.programmeId))
    .innerJoin(organisations, eq(organisations.id, programmeParties.organisationId))
    .where(
      and(
        eq(modules.id, moduleId),
        inArray(programmeParties.organisationId, organisationIds),
        eq(organisations.status, 'approved'),
      ),
    );
  return organisationIds.filter((id) => !parties.some((party) => party.id === id));
}

/** Sets who organises a session: the organisation of its module first, then the others as given. */
export async function setOrganisers(tx: Tx, sessionId: string, moduleId: string, others: string[]) {
  const [module] = await tx
    .select({ organisationId: modules.organisationId })
    .from(modules)
    .where(eq(modules.id, moduleId));
  const all = [...new Set([module!.organisationId, ...others])];
  await tx.delete(sessionOrganisers).where(eq(sessionOrganisers.sessionId, sessionId));
  await tx
    .insert(sessionOrganisers)
    .values(all.map((organisationId, position) => ({ sessionId, organisationId, position })));
}

/**
 * A session is planned only by who takes part: an organisation that has ended, or was never approved, plans nothing new.
 * Locks its organisers, so that none of them ends in between. Throws `organisation-not-approved`.
 */
export async function refuseUnapproved(tx: Tx, sessionId: string) {
  const organisers = await tx
    .select({ status: organisations.status })
    .from(organisations)
    .where(
      inArray(
        organisations.id,
        tx
          .select({ id: sessionOrganisers.organisationId })
          .from(sessionOrganisers)
          .where(eq(sessionOrganisers.sessionId, sessionId)),
      ),
    )
    .orderBy(asc(organisations.id))
    .for('share');
  if (!organisers.every(mayTakePart)) throw new Problem('organisation-not-approved');
}
