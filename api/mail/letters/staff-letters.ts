import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '../../../db/open.ts';
import { accountRoles, accounts, invitations } from '../../../db/schema/accounts.ts';
import { invitation } from '../../../emails/templates/invitation.ts';
import { staffChanged } from '../../../emails/templates/staff-changed.ts';
import { workplaceOf } from '../../people/staff/queries.ts';
import { stateOf } from '../../people/staff/rules.ts';
import { findWorkplace, ofWorkplace } from '../../people/staff/workplaces.ts';
import type { StaffJob } from '../jobs/mail-job.ts';
import type { Letter } from '../jobs/send-mail.ts';
import { mailLinks } from './links.ts';
import { type MailSettings, portalSender } from './mail-facts.ts';

type Deps = { db: Db; settings: MailSettings };

/** To who was asked to work somewhere, while that can still be accepted. */
export async function invitationLetter(
  { db, settings }: Deps,
  { invitationId, locale }: StaffJob & { kind: 'invitation' },
  now: Date,
): Promise<Letter | null> {
  const [found] = await db
    .select({ invitation: invitations, invitedBy: accounts.name })
    .from(invitations)
    .leftJoin(accounts, eq(accounts.id, invitations.invitedBy))
    .where(eq(invitations.id, invitationId));
  if (!found || stateOf(found.invitation, now) !== 'open') return null;
  const { email, duty, expiresAt } = found.invitation;
  const { name: workplace } = await workplaceOf(db, found.invitation);
  const url = mailLinks(settings.publicUrl, settings.secret, locale).invitation(invitationId);
  const { invitedBy } = found;
  const facts = { sender: portalSender(settings, locale), url, email, workplace, duty, invitedBy, expiresAt };
  return { to: email, mail: invitation(facts, locale), accountId: null };
}

/** To someone whom a change of the people of a workplace concerns. */
export async function staffChangedLetter(
  { db, settings }: Deps,
  { accountId, workplaceId, aboutId, byId, change }: StaffJob & { kind: 'staffChanged' },
): Promise<Letter | null> {
  const people = await db
    .select()
    .from(accounts)
    .where(inArray(accounts.id, [accountId, aboutId, byId]));
  const [reader, about, by] = [accountId, aboutId, byId].map((id) => people.find((one) => one.id === id));
  const workplace = await findWorkplace(db, workplaceId);
  if (!reader || !about || !by || !workplace) return null;
  const [role] = await db
    .select()
    .from(accountRoles)
    .where(and(ofWorkplace(workplace), eq(accountRoles.accountId, aboutId)));
  const { locale } = reader;
  const mail = staffChanged(
    {
      recipient: { name: reader.name, email: reader.email },
      sender: portalSender(settings, locale),
      url: mailLinks(settings.publicUrl, settings.secret, locale).site,
      workplace: workplace.name,
      change,
      who: about.id === reader.id ? null : about.name,
      by: by.name,
      duty: role?.duty ?? null,
    },
    locale,
  );
  return { to: reader.email, mail, accountId };
}
