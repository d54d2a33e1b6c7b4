import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { accounts, invitations } from '../../../db/schema/accounts.ts';
import type { AccountActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { stateOf } from './rules.ts';
import { findWorkplace, ownWorkplace, staffOf, type Workplace } from './workplaces.ts';

export const isOpenInvitation = and(isNull(invitations.acceptedAt), isNull(invitations.endedAt));

export const invitedTo = ({ id, kind }: Pick<Workplace, 'id' | 'kind'>) =>
  eq(kind === 'organisation' ? invitations.organisationId : invitations.municipalityId, id);

const toWorkplace = ({ id, kind, name }: Workplace) => ({ id, kind, name });

/** Who works there and who was asked to; see `ownWorkplace` for who may know. */
export async function readStaff(db: Reader, actor: AccountActor, id: string, now: Date) {
  const workplace = await ownWorkplace(db, actor, id);
  const [people, asked] = await Promise.all([
    staffOf(db, workplace),
    db
      .select()
      .from(invitations)
      .where(and(invitedTo(workplace), isOpenInvitation))
      .orderBy(asc(invitations.createdAt)),
  ]);
  return {
    workplace: toWorkplace(workplace),
    people: people.map((one) => ({ ...one, since: one.since.toISOString() })),
    invitations: asked.map(({ id: invitationId, email, duty, expiresAt }) => ({
      id: invitationId,
      email,
      duty,
      expiresAt: expiresAt.toISOString(),
      expired: expiresAt <= now,
    })),
  };
}

/** An invitation, for who signed in with the address it was sent to; `not-found` for everyone else. */
export async function ownInvitation(db: Reader, { account }: AccountActor, id: string) {
  const [found] = await db
    .select({ invitation: invitations, invitedBy: accounts.name })
    .from(invitations)
    .leftJoin(accounts, eq(accounts.id, invitations.invitedBy))
    .where(and(eq(invitations.id, id), eq(invitations.email, account.email)));
  if (!found) throw new Problem('not-found');
  return found;
}

export async function describeInvitation(db: Reader, actor: AccountActor, id: string, now: Date) {
  const { invitation, invitedBy } = await ownInvitation(db, actor, id);
  const workplace = await workplaceOf(db, invitation);
  return {
    id,
    workplace: toWorkplace(workplace),
    duty: invitation.duty,
    state: stateOf(invitation, now),
    expiresAt: invitation.expiresAt.toISOString(),
    invitedBy,
  };
}

export async function workplaceOf(
  db: Reader,
  { organisationId, municipalityId }: { organisationId: string | null; municipalityId: string | null },
): Promise<Workplace> {
  return (await findWorkplace(db, (organisationId ?? municipalityId)!))!;
}
