import { eq } from 'drizzle-orm';
import type { Db } from '../../../db/open.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { municipalities } from '../../../db/schema/organisations.ts';
import { programmes } from '../../../db/schema/programmes.ts';
import { signals } from '../../../db/schema/signals.ts';
import { signal } from '../../../emails/templates/signal.ts';
import { sendersOf } from '../../offer/catalogue/queries.ts';
import { readingsOf } from '../../steering/signals/queries.ts';
import { wordsOf } from '../../steering/signals/words.ts';
import { mailLinks } from './links.ts';
import { namesAndLogos } from './senders.ts';
import { type MailSettings, portalSender } from './mail-facts.ts';
import type { SignalJob } from '../jobs/mail-job.ts';
import type { Letter } from '../jobs/send-mail.ts';

/** A signal, for who works for an association; null when it is true no longer. */
export async function signalLetter(
  { db, settings }: { db: Db; settings: MailSettings },
  { signalId, accountId }: SignalJob,
): Promise<Letter | null> {
  const [found] = await db
    .select({ signal: signals, programme: programmes, municipality: municipalities })
    .from(signals)
    .innerJoin(programmes, eq(programmes.id, signals.programmeId))
    .innerJoin(municipalities, eq(municipalities.id, programmes.municipalityId))
    .where(eq(signals.id, signalId));
  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId));
  if (!found || !account || found.signal.closedAt) return null;
  const { locale } = account;
  const { kind, subject } = found.signal;
  const last = (await readingsOf(db, [signalId])).get(signalId)!.at(-1)!;
  const words = wordsOf({ kind, subject, figures: last.figures, threshold: last.threshold }, locale);
  const links = mailLinks(settings.publicUrl, settings.secret, locale);
  const senders = await sendersOf(db, found.programme.id);
  const mail = signal(
    {
      recipient: { name: account.name, email: account.email },
      sender: {
        ...portalSender(settings, locale),
        ...namesAndLogos(senders, settings.publicUrl),
        creditLine: found.programme.creditLine,
        municipality: { name: found.municipality.name, phone: found.municipality.phone },
      },
      programme: found.programme.name,
      ...words,
      asOf: last.at,
      url: links.signal(signalId),
    },
    locale,
  );
  return { to: account.email, mail, accountId };
}
