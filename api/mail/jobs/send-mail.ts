import { holdsDemoData } from '../../../db/demo.ts';
import type { Db } from '../../../db/open.ts';
import type { RegistrationFacts } from '../../../emails/facts.ts';
import { type Mail, PermanentFailure, type Transport } from '../../../emails/mail.ts';
import { cancelled } from '../../../emails/templates/cancelled.ts';
import { confirm } from '../../../emails/templates/confirm.ts';
import { confirmed } from '../../../emails/templates/confirmed.ts';
import { moved } from '../../../emails/templates/moved.ts';
import { offer } from '../../../emails/templates/offer.ts';
import { signIn } from '../../../emails/templates/sign-in.ts';
import { stillWaiting } from '../../../emails/templates/still-waiting.ts';
import { swapped } from '../../../emails/templates/swapped.ts';
import { waitlisted } from '../../../emails/templates/waitlisted.ts';
import { wasSent } from '../deliveries/queries.ts';
import { recordSent } from '../deliveries/record.ts';
import { givenWith } from '../../places/registrations/given.ts';
import { waitsOf } from '../../places/registrations/queries.ts';
import { isReserving, reservedUntil } from '../../offer/catalogue/reserve.rules.ts';
import { isUnproved } from '../../places/life/rules.ts';
import { challengeCode } from '../../unit-of-work/secrets.ts';
import { decisionLetter } from '../letters/decision-letter.ts';
import { digestLetter } from '../letters/digest-letter.ts';
import { kvkNumberLetter } from '../letters/kvk-number-letter.ts';
import { mailLinks } from '../letters/links.ts';
import {
  calendarFacts,
  findChallenge,
  findRegistration,
  findSession,
  type MailSettings,
  type RegistrationRows,
  portalSender,
  registrationFacts,
} from '../letters/mail-facts.ts';
import { measureLetter } from '../letters/measure-letter.ts';
import type { MailJob, RegistrationJob } from './mail-job.ts';
import { moduleLetter } from '../letters/module-letter.ts';
import { noticeLetter } from '../letters/notice-letter.ts';
import { organisationLetter } from '../letters/organisation-letter.ts';
import type { MailDelivery } from './queue.ts';
import { isOpen, stillTrue } from '../letters/rules.ts';
import { invitationLetter, staffChangedLetter } from '../letters/staff-letters.ts';
import { triedLetter } from '../letters/tried-letter.ts';
import { signalLetter } from '../letters/signal-letter.ts';

type Deps = { db: Db; settings: MailSettings };
type Options = { db: Db; clock: () => Date; transport: Transport; settings: Omit<MailSettings, 'isDemo'> };
/** `unsubscribeUrl` is there for mails that nobody needs. */
export type Letter = {
  to: string;
  mail: Mail;
  accountId: string | null;
  registrationId?: string;
  unsubscribeUrl?: string;
};

/** The worker's handler of a mail job: reads the facts as they are now, writes the mail and sends it. */
export function createMailer({ db, clock, transport, settings }: Options) {
  const { from, replyTo } = settings;
  return async ({ job, key, queuedAt }: MailDelivery) => {
    const now = clock();
    if (await wasSent(db, key)) return;
    const deps = { db, settings: { ...settings, isDemo: await holdsDemoData(db) } };
    const letter = await letterFor(deps, job, queuedAt, now);
    if (!letter) return;
    const { to, mail, unsubscribeUrl = null, accountId, registrationId = null } = letter;
    const sent = { key, kind: job.kind, accountId, registrationId };
    try {
      const { id } = await transport.send({ to, mail, unsubscribeUrl, from, replyTo, idempotencyKey: key });
      await recordSent(db, sent, { status: 'accepted', providerId: id }, now);
    } catch (error) {
      if (error instanceof PermanentFailure && error.unreachable) {
        await recordSent(db, sent, { status: 'bounced', reason: error.message }, now);
      }
      throw error;
    }
  };
}

function letterFor(deps: Deps, job: MailJob, queuedAt: Date, now: Date): Promise<Letter | null> {
  switch (job.kind) {
    case 'signIn':
      return signInLetter(deps, job, now);
    case 'tried':
      return triedLetter(deps, job, now);
    case 'invitation':
      return invitationLetter(deps, job, now);
    case 'staffChanged':
      return staffChangedLetter(deps, job);
    case 'digest':
      return digestLetter(deps, job, now);
    case 'signal':
      return signalLetter(deps, job);
    case 'measure':
    case 'measureUndone':
      return measureLetter(deps, job);
    case 'organisationDecided':
      return organisationLetter(deps, job);
    case 'moduleSubmitted':
    case 'moduleDecided':
      return moduleLetter(deps, job);
    case 'reminder':
    case 'thanks':
    case 'offerExpired':
      return noticeLetter(deps, job, now);
    case 'decision':
    case 'reviewOutcome':
      return decisionLetter(deps, job);
    case 'kvkNumber':
      return kvkNumberLetter(deps, job);
    default:
      return letterOf(deps, job, queuedAt, now);
  }
}

async function signInLetter(
  { db, settings }: Deps,
  job: MailJob & { kind: 'signIn' },
  now: Date,
): Promise<Letter | null> {
  const challenge = await findChallenge(db, job.challengeId);
  if (!challenge || !isOpen(challenge, now)) return null;
  const links = mailLinks(settings.publicUrl, settings.secret, job.locale);
  const facts = {
    url: links.signIn(challenge.id),
    code: challengeCode(settings.secret, challenge.id),
    expiresAt: challenge.expiresAt,
    sender: portalSender(settings, job.locale),
  };
  return { to: challenge.email, mail: signIn(facts, job.locale), accountId: null };
}

/** Until when places that are free are for others, for a known member who waits; null for everyone else. */
const waitsForReserve = ({ registration, session }: RegistrationRows, now: Date) =>
  registration.membership === 'member' && isReserving(session, now) ? reservedUntil(session) : null;

async function letterOf(
  { db, settings }: Deps,
  job: RegistrationJob,
  queuedAt: Date,
  now: Date,
): Promise<Letter | null> {
  const aboutSession = 'sessionId' in job ? job.sessionId : undefined;
  const rows = await findRegistration(db, job.registrationId, aboutSession);
  const challenge = 'challengeId' in job ? await findChallenge(db, job.challengeId) : null;
  const to = challenge?.email ?? rows?.account?.email;
  if (!rows || !to || !stillTrue(job.kind, { ...rows, challenge }, now)) return null;
  const queues = (await waitsOf(db, [job.registrationId])).get(job.registrationId) ?? [];
  const position = queues.find(({ sessionId }) => sessionId === rows.session.id)?.position ?? null;
  const concerned = rows.registration.sessionId === rows.session.id || position !== null;
  if (job.kind === 'moved' && !concerned) return null;

  const { locale } = rows.registration;
  const about = { to, accountId: rows.account?.id ?? null, registrationId: rows.registration.id };
  const facts = await registrationFacts(db, rows, to, locale, settings);
  // Stamped with the time of queueing: every attempt then makes the same file, as an idempotency key asks.
  const calendar = calendarFacts(rows, settings, queuedAt);
  const held = (): RegistrationFacts & { url: string; code: string; expiresAt: Date } => ({
    ...facts,
    url: mailLinks(settings.publicUrl, settings.secret, locale).confirm(challenge!.id),
    code: challengeCode(settings.secret, challenge!.id),
    expiresAt: challenge!.expiresAt,
  });

  switch (job.kind) {
    case 'confirm':
      return {
        ...about,
        mail: confirm(
          {
            ...held(),
            given: await givenWith(db, rows.registration, rows.session, locale, now),
            asksToWait: rows.registration.status === 'waitlisted',
          },
          locale,
        ),
      };
    case 'offer':
      return { ...about, mail: offer(held(), locale) };
    case 'confirmed':
      return { ...about, mail: confirmed({ ...facts, calendar }, locale) };
    case 'swapped': {
      const { startsAt } = await findSession(db, job.fromSessionId);
      return { ...about, mail: swapped({ ...facts, calendar, previousStartsAt: startsAt }, locale) };
    }
    case 'waitlisted':
      return {
        ...about,
        mail: waitlisted(
          { ...facts, position: position ?? 1, queues, reservedUntil: waitsForReserve(rows, now) },
          locale,
        ),
      };
    case 'stillWaiting':
      return { ...about, mail: stillWaiting({ ...facts, queues }, locale) };
    case 'moved': {
      const { status, expiresAt } = rows.registration;
      const what = {
        change: job.change,
        previousStartsAt: job.startedAt === null ? null : new Date(job.startedAt),
        calendar: status === 'confirmed' ? calendar : null,
        position: isUnproved(rows.registration) ? null : position,
        open: expiresAt && { until: expiresAt, proved: status === 'offered' },
      };
      return { ...about, mail: moved({ ...facts, ...what }, locale) };
    }
    case 'cancelled': {
      const { registration, session } = rows;
      const what = {
        by: registration.cancelledBy!,
        sessionCancelled: session.status === 'cancelled',
        calendar: registration.confirmedAt ? calendar : null,
      };
      return { ...about, mail: cancelled({ ...facts, ...what }, locale) };
    }
  }
}
