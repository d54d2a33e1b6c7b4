import { eq, inArray } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { organisationBilling } from '../../../db/schema/settlements.ts';
import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { type Billing, unfilled } from './rules.ts';

/** What each of these organisations filled in. */
export async function billingOf(db: Reader, organisationIds: string[]) {
  const rows = await db
    .select()
    .from(organisationBilling)
    .where(inArray(organisationBilling.organisationId, organisationIds));
  return new Map<string, Billing>(rows.map(({ organisationId, ...billing }) => [organisationId, billing]));
}

/**
 * The organisation, for its own staff; that of a municipality also for the municipality's. Others hear `not-found`, as for
 * one that does not exist.
 */
export async function ownOrganisation(db: Reader, actor: StaffActor, id: string) {
  const [found] = await db.select().from(organisations).where(eq(organisations.id, id));
  const isOwn =
    found &&
    (actor.organisationIds.includes(id) ||
      (found.kind === 'municipality' && actor.municipalityIds.includes(found.municipalityId)));
  if (!isOwn) throw new Problem('not-found');
  return found;
}

export async function getBilling(db: Reader, actor: StaffActor, id: string) {
  await ownOrganisation(db, actor, id);
  return (await billingOf(db, [id])).get(id) ?? unfilled;
}
