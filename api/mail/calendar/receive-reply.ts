import { bySystem, type Work } from '../../unit-of-work/work.ts';
import { eq } from 'drizzle-orm';
import { accounts } from '../../../db/schema/accounts.ts';
import { inboundMails } from '../../../db/schema/calendar.ts';
import { entrepreneurs, registrations } from '../../../db/schema/registrations.ts';
import type { InboundMail } from '../../../emails/inbound/read-mail.ts';
import { record } from '../../unit-of-work/audit.ts';
import { Problem } from '../../http/problem.ts';
import { cancel } from '../../places/registrations/cancel.ts';
import { lockRegistration } from '../../places/life/places.ts';
import { messageHash, seal } from '../../unit-of-work/secrets.ts';
import { INBOUND } from './kept-mail.ts';
import { readReply } from './read-reply.ts';
import { judgeReply, registrationOfUid } from './rules.ts';

const KEPT_CHARACTERS = 10_000;

/**
 * Takes in a mail to the address that sends invitations. One that declines an appointment, by the person whose it is,
 * cancels it as that person would; anything else is kept for the operator, and nothing is ever answered. The same mail
 * twice counts once. The registration is locked before it is judged, so a decline never meets an appointment that has
 * just moved. Throws `registration-changed`, after which the same mail can be taken in again.
 */
export async function receiveReply(
  work: Work,
  { mail, publicUrl }: { mail: InboundMail; publicUrl: string },
) {
  const { tx, now, secret } = work;
  const [row] = await tx
    .insert(inboundMails)
    .values({ messageHash: messageHash(secret, mail.messageId), receivedAt: now, outcome: 'ignored' })
    .onConflictDoNothing()
    .returning({ id: inboundMails.id });
  if (!row) return;

  const reply = readReply(mail.calendars);
  const uid = typeof reply === 'string' ? '' : reply.uid;
  const registrationId = registrationOfUid(uid, new URL(publicUrl).hostname);
  const appointment = registrationId && (await lockAppointment(work, registrationId));
  let verdict = judgeReply({ email: mail.from, proved: mail.proved }, reply, appointment || null);
  if (verdict.outcome === 'cancelled') {
    const tooLate = await cancelUnlessTooLate(work, registrationId!);
    if (tooLate) verdict = { outcome: 'kept', reason: 'too-late-to-cancel' };
  }
  await tx
    .update(inboundMails)
    .set({
      ...verdict,
      registrationId: appointment ? registrationId : null,
      ...(verdict.outcome === 'kept' && { content: contentOf(secret, mail) }),
    })
    .where(eq(inboundMails.id, row.id));
}

async function lockAppointment(work: Work, registrationId: string) {
  const { tx } = work;
  const [owner] = await tx
    .select({ email: accounts.email })
    .from(registrations)
    .innerJoin(entrepreneurs, eq(entrepreneurs.id, registrations.entrepreneurId))
    .innerJoin(accounts, eq(accounts.id, entrepreneurs.accountId))
    .where(eq(registrations.id, registrationId));
  if (!owner) return null;
  const { registration, session } = await lockRegistration(work, registrationId);
  const { status } = registration;
  return { email: owner.email, status, sequence: registration.sequence + session.sequence };
}

async function cancelUnlessTooLate(work: Work, registrationId: string) {
  try {
    // It judges before it writes, so nothing of a refusal is left behind; the pool has no savepoints.
    await cancel(bySystem(work), registrationId);
    await record(bySystem(work), { action: 'registration.declined-by-mail', subjectId: registrationId });
    return false;
  } catch (error) {
    if (error instanceof Problem && error.code === 'too-late-to-cancel') return true;
    throw error;
  }
}

const contentOf = (secret: string, { from, subject, text, calendars }: InboundMail) =>
  seal(
    secret,
    INBOUND,
    JSON.stringify({
      from,
      subject: subject.slice(0, 500),
      text: text.slice(0, KEPT_CHARACTERS),
      calendar: (calendars[0] ?? '').slice(0, KEPT_CHARACTERS),
    }),
  );
