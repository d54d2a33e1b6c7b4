import type { Work } from '../../unit-of-work/work.ts';
import { and, count, eq } from 'drizzle-orm';
import { accounts, accountRoles, invitations } from '../../../db/schema/accounts.ts';
import { issueChallenge, limitMails } from '../accounts/challenge.ts';
import type { AccountActor } from '../../http/actor.ts';
import { refuseFields } from '../../http/refuse-fields.ts';
import { plusMinutes } from '../../language/time.ts';
import { Problem } from '../../http/problem.ts';
import { record } from '../../unit-of-work/audit.ts';
import { invitedTo, isOpenInvitation } from './queries.ts';
import { INVITATION_DAYS, isDutyOf, MOST_INVITED } from './rules.ts';
import type { NewInvitation } from './schema.ts';
import { lockOwnWorkplace, ofWorkplace } from './workplaces.ts';

/**
 * Asks someone by mail to work for an organisation or municipality. Who was asked already is asked again: the invitation
 * lasts longer, for what is asked now. Throws `already-staff`, `organisation-not-approved`, and `too-many-attempts` when very many are open.
 */
export async function invite(work: Work<AccountActor>, workplaceId: string, input: NewInvitation) {
  const { tx, now, actor, mail } = work;
  const workplace = await lockOwnWorkplace(work, workplaceId);
  refuseFields(isDutyOf(workplace.kind, input.duty) ? [] : [{ name: 'duty', code: 'invalid' }]);
  if (!workplace.isOpen) throw new Problem('organisation-not-approved');
  const { email, duty } = input;
  const [there] = await tx
    .select({ id: accountRoles.id })
    .from(accountRoles)
    .innerJoin(accounts, eq(accounts.id, accountRoles.accountId))
    .where(and(ofWorkplace(workplace), eq(accounts.email, email)));
  if (there) throw new Problem('already-staff');
  const [open] = await tx
    .select({ number: count() })
    .from(invitations)
    .where(and(invitedTo(workplace), isOpenInvitation));
  if (open!.number >= MOST_INVITED) throw new Problem('too-many-attempts');
  await limitMails(work, email);

  const expiresAt = plusMinutes(now, INVITATION_DAYS * 24 * 60);
  const what = { duty, expiresAt, invitedBy: actor.account.id };
  const [again] = await tx
    .update(invitations)
    .set(what)
    .where(and(invitedTo(workplace), isOpenInvitation, eq(invitations.email, email)))
    .returning({ id: invitations.id });
  const place =
    workplace.kind === 'organisation'
      ? { role: workplace.kind, organisationId: workplace.id }
      : { role: workplace.kind, municipalityId: workplace.id };
  const [made] = again
    ? [again]
    : await tx
        .insert(invitations)
        .values({ ...what, ...place, email, createdAt: now })
        .returning({ id: invitations.id });
  const { id } = made!;
  // Used up at once: it only makes this mail count.
  await issueChallenge(work, { purpose: 'signIn', email, expiresAt: now });
  await mail({ kind: 'invitation', invitationId: id, locale: input.locale ?? 'nl' });
  await record(work, { action: 'staff.invited', subjectId: id, details: { workplace: workplace.id, duty } });
  return { id, expiresAt: expiresAt.toISOString() };
}
