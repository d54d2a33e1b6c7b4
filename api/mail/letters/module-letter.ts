import { eq } from 'drizzle-orm';
import type { Db } from '../../../db/open.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { modules } from '../../../db/schema/catalogue.ts';
import { municipalities, organisations } from '../../../db/schema/organisations.ts';
import { programmes } from '../../../db/schema/programmes.ts';
import { moduleDecided } from '../../../emails/templates/module-decided.ts';
import { moduleSubmitted } from '../../../emails/templates/module-submitted.ts';
import { sendersOf } from '../../offer/catalogue/queries.ts';
import type { ModuleJob } from '../jobs/mail-job.ts';
import type { Letter } from '../jobs/send-mail.ts';
import { mailLinks } from './links.ts';
import { type MailSettings, portalSender } from './mail-facts.ts';
import { stillStands } from './rules.ts';
import { namesAndLogos } from './senders.ts';

/** A module was submitted or decided on; null when something else became of it since. */
export async function moduleLetter(
  { db, settings }: { db: Db; settings: MailSettings },
  job: ModuleJob,
): Promise<Letter | null> {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, job.accountId));
  const [found] = await db
    .select({
      module: modules,
      organisation: organisations,
      programme: programmes,
      municipality: municipalities,
    })
    .from(modules)
    .innerJoin(organisations, eq(organisations.id, modules.organisationId))
    .innerJoin(programmes, eq(programmes.id, modules.programmeId))
    .innerJoin(municipalities, eq(municipalities.id, programmes.municipalityId))
    .where(eq(modules.id, job.moduleId));
  if (!account || !found || !stillStands(job, found.module)) return null;
  const { module, organisation, programme, municipality } = found;
  const { locale, email } = account;
  const links = mailLinks(settings.publicUrl, settings.secret, locale);
  const about = {
    recipient: { name: account.name, email },
    sender: {
      ...portalSender(settings, locale),
      ...namesAndLogos(await sendersOf(db, programme.id), settings.publicUrl),
      creditLine: programme.creditLine,
      municipality: { name: municipality.name, phone: municipality.phone },
    },
    module: module.title,
    programme: programme.name,
  };
  const mail =
    job.kind === 'moduleSubmitted'
      ? moduleSubmitted(
          {
            ...about,
            url: links.reviewModule(module.slug),
            organisation: organisation.name,
            summary: module.summary,
          },
          locale,
        )
      : moduleDecided(
          { ...about, url: links.module(module.slug), sentBackBecause: module.reviewNote },
          locale,
        );
  return { to: email, mail, accountId: account.id };
}
