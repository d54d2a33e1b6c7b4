import type { Work } from '../../unit-of-work/work.ts';
import { eq } from 'drizzle-orm';
import { accountRoles, accounts, invitations } from '../../../db/schema/accounts.ts';
import type { AccountActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { record } from '../../unit-of-work/audit.ts';
import { ownInvitation, workplaceOf } from './queries.ts';
import { stateOf } from './rules.ts';
import { tellStaff } from './tell-staff.ts';
import { lockWorkplace } from './workplaces.ts';

/**
 * Who was invited, and signed in with that address, works there from now on. Accepting twice is the same as once; throws
 * `invitation-ended` for one that was taken back, turned down or too old, or
 * of an organisation that has ended.
 */
export async function accept(work: Work<AccountActor>, id: string, { name }: { name: string }) {
  const { tx, now, actor } = work;
  const { invitation: seen } = await ownInvitation(tx, actor, id);
  const workplace = await workplaceOf(tx, seen);
  await lockWorkplace(tx, workplace);
  const { invitation } = await ownInvitation(tx, actor, id);
  const state = stateOf(invitation, now);
  if (state === 'accepted') return;
  // Whoever ended the organisation meanwhile ended this as well.
  const { isOpen } = await workplaceOf(tx, invitation);
  if (state !== 'open' || !isOpen) throw new Problem('invitation-ended');
  const { role, organisationId, municipalityId, duty } = invitation;
  await tx.update(invitations).set({ acceptedAt: now }).where(eq(invitations.id, id));
  await tx.update(accounts).set({ name }).where(eq(accounts.id, actor.account.id));
  await tx
    .insert(accountRoles)
    .values({ accountId: actor.account.id, role, organisationId, municipalityId, duty, createdAt: now });
  await record(work, {
    action: 'staff.joined',
    subjectId: actor.account.id,
    details: { workplace: workplace.id, duty },
  });
  await tellStaff(work, workplace, { accountId: actor.account.id, change: 'joined' });
}
