import type { Work } from '../../unit-of-work/work.ts';
import { and, eq } from 'drizzle-orm';
import { invitations } from '../../../db/schema/accounts.ts';
import type { AccountActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { record } from '../../unit-of-work/audit.ts';
import { invitedTo, isOpenInvitation, ownInvitation } from './queries.ts';
import { lockOwnWorkplace } from './workplaces.ts';

/** Takes an invitation back. Twice is the same as once. */
export async function withdrawInvitation(work: Work<AccountActor>, workplaceId: string, id: string) {
  const workplace = await lockOwnWorkplace(work, workplaceId);
  const [known] = await work.tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.id, id), invitedTo(workplace)));
  if (!known) throw new Problem('not-found');
  await end(work, id);
}

/** Turned down by who was invited. */
export async function declineInvitation(work: Work<AccountActor>, id: string) {
  await ownInvitation(work.tx, work.actor, id);
  await end(work, id);
}

async function end(work: Work<AccountActor>, id: string) {
  const [ended] = await work.tx
    .update(invitations)
    .set({ endedAt: work.now })
    .where(and(eq(invitations.id, id), isOpenInvitation))
    .returning({ id: invitations.id });
  if (ended) await record(work, { action: 'staff.invitation-ended', subjectId: id });
}
