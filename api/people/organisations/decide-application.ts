import { eq } from 'drizzle-orm';
import { accountRoles } from '../../../db/schema/accounts.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Work } from '../../unit-of-work/work.ts';
import { applicantsOf, lockMunicipalOrganisation } from './queries.ts';
import type { ApplicationDecision } from './schema.ts';

/**
 * The municipality says yes, and whoever applied becomes administrator; or no, with a reason. The applicant is told by
 * mail. Throws `changed-meanwhile` when someone else decided.
 */
export async function decideApplication(
  work: Work<StaffActor>,
  organisationId: string,
  { outcome, statusReason }: ApplicationDecision,
) {
  const { tx, now, actor } = work;
  const { status } = await lockMunicipalOrganisation(tx, actor, organisationId);
  if (status !== 'applied') throw new Problem('changed-meanwhile');
  await tx
    .update(organisations)
    .set({ status: outcome, statusReason: outcome === 'refused' ? statusReason : null, statusAt: now })
    .where(eq(organisations.id, organisationId));
  await record(work, { action: `organisation.${outcome}`, subjectId: organisationId });
  for (const { account } of await applicantsOf(tx, [organisationId])) {
    const accountId = account.id;
    if (outcome === 'approved') {
      await tx
        .insert(accountRoles)
        .values({ accountId, role: 'organisation', organisationId, duty: 'administrator', createdAt: now });
    }
    await work.mail({ kind: 'organisationDecided', organisationId, accountId });
  }
}
