import type { Work } from '../../unit-of-work/work.ts';
import type { z } from '@hono/zod-openapi';
import { organisationBilling } from '../../../db/schema/settlements.ts';
import type { StaffActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { ownOrganisation } from './queries.ts';
import type { billingInput } from './schema.ts';

/** Writes down what stands on the invoices of an organisation. Settlements of before keep what they were. */
export async function setBilling(
  work: Work<StaffActor>,
  organisationId: string,
  input: z.output<typeof billingInput>,
) {
  const { tx, actor } = work;
  await ownOrganisation(tx, actor, organisationId);
  await tx
    .insert(organisationBilling)
    .values({ organisationId, ...input })
    .onConflictDoUpdate({ target: organisationBilling.organisationId, set: input });
  const filled = Object.entries(input).flatMap(([field, value]) => (value === null ? [] : field));
  await record(work, { action: 'billing.set', subjectId: organisationId, details: { filled } });
  return input;
}
