import type { Db } from '../../../db/open.ts';
import { offerExpired } from '../../../emails/templates/offer-expired.ts';
import { reminder } from '../../../emails/templates/reminder.ts';
import { thanks } from '../../../emails/templates/thanks.ts';
import { noticeStillTrue } from '../notices/rules.ts';
import { daysUntil } from '../../language/time.ts';
import { mailLinks } from './links.ts';
import { findRegistration, type MailSettings, registrationFacts } from './mail-facts.ts';
import type { NoticeJob } from '../jobs/mail-job.ts';
import type { Letter } from '../jobs/send-mail.ts';

/** A reminder, thanks, or the news that an offer lapsed; null when it is not true or not wanted any more. */
export async function noticeLetter(
  { db, settings }: { db: Db; settings: MailSettings },
  job: NoticeJob,
  now: Date,
): Promise<Letter | null> {
  const rows = await findRegistration(db, job.registrationId);
  if (!rows?.account) return null;
  const { account, session, registration } = rows;
  if (!noticeStillTrue(job, { registration, session, reminders: account.reminders }, now)) return null;
  const { locale } = registration;
  const found = await registrationFacts(db, rows, account.email, locale, settings);
  const about = { to: account.email, accountId: account.id, registrationId: registration.id };
  if (job.kind === 'offerExpired') return { ...about, mail: offerExpired(found, locale) };

  const links = mailLinks(settings.publicUrl, settings.secret, locale);
  const unsubscribeUrl = links.unsubscribe('reminders', account.id);
  const facts = { ...found, unsubscribeUrl };
  const mail =
    job.kind === 'thanks'
      ? thanks(facts, locale)
      : reminder({ ...facts, daysAhead: daysUntil(now, session.startsAt) }, locale);
  return { ...about, mail, unsubscribeUrl };
}
