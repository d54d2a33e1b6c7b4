import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { modules, sessionOrganisers } from '../../../db/schema/catalogue.ts';
import { programmeParties } from '../../../db/schema/programmes.ts';

/** Of these, those that are not a party to the programme of the module: only parties to the agreement organise together. */
export async function notParties(tx: Tx, moduleId: string, organisationIds: string[]) {
  if (organisationIds.length === 0) return [];
  const parties = await tx
    .select({ id: programmeParties.organisationId })
    .from(programmeParties)
    .innerJoin(modules, eq(modules.programmeId, programmeParties.programmeId))
    .where(and(eq(modules.id, moduleId), inArray(programmeParties.organisationId, organisationIds)));
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
