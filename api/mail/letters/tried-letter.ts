import type { Db } from '../../../db/open.ts';
import { tried } from '../../../emails/templates/tried.ts';
import { liveRegistration } from '../../places/registrations/queries.ts';
import type { MailJob } from '../jobs/mail-job.ts';
import type { Letter } from '../jobs/send-mail.ts';
import { findRegistration, type MailSettings, registrationFacts } from './mail-facts.ts';

/** To the owner of an address that someone asked for a place with; null when that has nothing there any more. */
export async function triedLetter(
  { db, settings }: { db: Db; settings: MailSettings },
  job: MailJob & { kind: 'tried' },
  now: Date,
): Promise<Letter | null> {
  const asked = await findRegistration(db, job.registrationId);
  if (!asked?.account || asked.session.status !== 'scheduled' || asked.session.endsAt <= now) return null;
  const { session, registration, account } = asked;
  const known = await liveRegistration(db, session.id, registration.entrepreneurId, {
    exceptId: registration.id,
  });
  const rows = known && (await findRegistration(db, known.id, session.id));
  if (!rows) return null;
  const { locale, status } = rows.registration;
  const facts = await registrationFacts(db, rows, account.email, locale, settings);
  const has = status === 'confirmed' || status === 'offered' ? status : 'waitlisted';
  const mail = tried({ ...facts, triedAs: registration.name, has }, locale);
  return { to: account.email, accountId: account.id, registrationId: rows.registration.id, mail };
}
