import { eq } from 'drizzle-orm';
import type { Db } from '../../../db/open.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { municipalities, organisations } from '../../../db/schema/organisations.ts';
import { organisationDecided } from '../../../emails/templates/organisation-decided.ts';
import { mailLinks } from './links.ts';
import { type MailSettings, portalSender } from './mail-facts.ts';
import type { OrganisationJob } from '../jobs/mail-job.ts';
import type { Letter } from '../jobs/send-mail.ts';

/** What became of an application, to who sent it; null when the organisation has ended since. */
export async function organisationLetter(
  { db, settings }: { db: Db; settings: MailSettings },
  { organisationId, accountId }: OrganisationJob,
): Promise<Letter | null> {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId));
  const [found] = await db
    .select({ organisation: organisations, municipality: municipalities })
    .from(organisations)
    .innerJoin(municipalities, eq(municipalities.id, organisations.municipalityId))
    .where(eq(organisations.id, organisationId));
  if (!account || !found) return null;
  const { organisation, municipality } = found;
  const { name, status, statusReason } = organisation;
  if (status !== 'approved' && status !== 'refused') return null;
  const { locale, email } = account;
  const links = mailLinks(settings.publicUrl, settings.secret, locale);
  const mail = organisationDecided(
    {
      recipient: { name: account.name, email },
      sender: {
        ...portalSender(settings, locale),
        municipality: { name: municipality.name, phone: municipality.phone },
      },
      url: status === 'approved' ? links.ownProfile : links.application,
      organisation: name,
      refusedBecause: status === 'refused' ? (statusReason ?? '') : null,
    },
    locale,
  );
  return { to: email, mail, accountId };
}
