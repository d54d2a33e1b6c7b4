import { eq } from 'drizzle-orm';
import { accounts, invitations } from '../../../db/schema/accounts.ts';
import { municipalities } from '../../../db/schema/organisations.ts';
import type { AccountActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { refuseFields } from '../../http/refuse-fields.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Work } from '../../unit-of-work/work.ts';
import { insertOrganisation } from './insert-organisation.ts';
import { openApplications } from './queries.ts';
import { mayApply } from './rules.ts';
import type { Application } from './schema.ts';

/**
 * Someone asks a municipality to take part. Nothing can be done with it until the municipality approves. Throws
 * `too-many-applications`.
 */
export async function applyAsOrganisation(work: Work<AccountActor>, input: Application) {
  const { tx, now, actor } = work;
  const { id: accountId, email } = actor.account;
  // One at a time for each account: two at once would both count what is open before the other.
  await tx.select().from(accounts).where(eq(accounts.id, accountId)).for('no key update');
  if (!mayApply(await openApplications(tx, actor.account))) throw new Problem('too-many-applications');
  const [municipality] = await tx
    .select({ id: municipalities.id })
    .from(municipalities)
    .where(eq(municipalities.id, input.municipalityId));
  refuseFields(municipality ? [] : [{ name: 'municipalityId', code: 'invalid' }]);
  const id = await insertOrganisation(tx, {
    ...input,
    shortName: input.name,
    status: 'applied',
    statusAt: now,
    createdAt: now,
  });
  // An invitation of oneself, that is over from the start: only the municipality can accept it.
  await tx.insert(invitations).values({
    email,
    role: 'organisation',
    organisationId: id,
    duty: 'administrator',
    invitedBy: accountId,
    expiresAt: now,
    createdAt: now,
  });
  await record(work, { action: 'organisation.applied', subjectId: id });
  return id;
}
