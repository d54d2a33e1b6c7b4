import type { Db } from '../../../db/open.ts';
import { kvkNumber } from '../../../emails/templates/kvk-number.ts';
import { isLive } from '../../places/life/rules.ts';
import type { KvkNumberJob } from '../jobs/mail-job.ts';
import type { Letter } from '../jobs/send-mail.ts';
import { findRegistration, type MailSettings, registrationFacts } from './mail-facts.ts';

/** Asks for the KVK number; null when it was given meanwhile, or the place was given up. */
export async function kvkNumberLetter(
  { db, settings }: { db: Db; settings: MailSettings },
  { registrationId }: KvkNumberJob,
): Promise<Letter | null> {
  const rows = await findRegistration(db, registrationId);
  if (!rows?.account) return null;
  const { account, registration } = rows;
  if (!isLive(registration.status) || registration.kvkNumber !== null) return null;
  const { locale } = registration;
  const facts = await registrationFacts(db, rows, account.email, locale, settings);
  return {
    to: account.email,
    accountId: account.id,
    registrationId,
    mail: kvkNumber(facts, locale),
  };
}
