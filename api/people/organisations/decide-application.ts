import { eq } from 'drizzle-orm';
import { accountRoles, invitations } from '../../../db/schema/accounts.ts';
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
  const isApproved = outcome === 'approved';
  await tx
    .update(organisations)
    .set({ status: outcome, statusReason: isApproved ? null : statusReason, statusAt: now })
    .where(eq(organisations.id, organisationId));
  await tx
    .update(invitations)
    .set(isApproved ? { acceptedAt: now } : { endedAt: now })
    .where(eq(invitations.organisationId, organisationId));
  await record(work, { action: `organisation.${outcome}`, subjectId: organisationId });
  for (const { account } of await applicantsOf(tx, [organisationId])) {
    const accountId = account.id;
    if (isApproved) {
      await tx
        .insert(accountRoles)
        .values({ accountId, role: 'organisation', organisationId, duty: 'administrator', createdAt: now });
    }
    await work.mail({ kind: 'organisationDecided', organisationId, accountId });
  }
}
