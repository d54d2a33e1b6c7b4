import type { z } from '@hono/zod-openapi';
import type { Tx } from '../../../db/open.ts';
import { organisationBilling } from '../../../db/schema/settlements.ts';
import type { StaffActor } from '../../http/actor.ts';
import { record } from '../../work/audit.ts';
import { ownOrganisation } from './queries.ts';
import type { billingInput } from './schema.ts';

/** Writes down what stands on the invoices of an organisation. Settlements of before keep what they were. */
export async function setBilling(
  tx: Tx,
  actor: StaffActor,
  organisationId: string,
  input: z.output<typeof billingInput>,
  now: Date,
) {
  await ownOrganisation(tx, actor, organisationId);
  await tx
    .insert(organisationBilling)
    .values({ organisationId, ...input })
    .onConflictDoUpdate({ target: organisationBilling.organisationId, set: input });
  const filled = Object.entries(input).flatMap(([field, value]) => (value === null ? [] : field));
  await record(tx, actor, { action: 'billing.set', subjectId: organisationId, details: { filled }, now });
  return input;
}
