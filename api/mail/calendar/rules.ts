import { localDate, plusMinutes, startOfDate } from '../../language/time.ts';

const DAY = 24 * 60;

/** Programs take out of a calendar what is no longer in the feed, so what is just over stays in it for a week. */
export const agendaSince = (now: Date) => localDate(plusMinutes(now, -7 * DAY));
/** One's own appointments stay for a year. */
export const appointmentsSince = (now: Date) => startOfDate(localDate(plusMinutes(now, -365 * DAY)));

/** How long mail that came in is kept for the operator. */
export const inboundSince = (now: Date) => plusMinutes(now, -90 * DAY);

/** Why a mail is kept for the operator instead of acted on. */
type KeepReason =
  | 'no-calendar'
  | 'unreadable'
  | 'other-method'
  | 'one-of-several'
  | 'unknown-appointment'
  | 'not-proved'
  | 'other-person'
  | 'other-version'
  | 'no-certain-place'
  | 'too-late-to-cancel';
type Verdict = { outcome: 'cancelled' } | { outcome: 'ignored' } | { outcome: 'kept'; reason: KeepReason };

/** An answer to an invitation, as RFC 5546 has it. */
export type Reply = {
  method: string;
  uid: string;
  sequence: number;
  attendees: { email: string; status: string }[];
  /** Whether it is about one meeting of several. */
  ofOne: boolean;
};
/** `proved`: the server that took the mail in found who sent it; null when it says nothing about it. */
export type Sender = { email: string | null; proved: boolean | null };
export type Appointment = { email: string | null; sequence: number; status: string };

const keep = (reason: KeepReason): Verdict => ({ outcome: 'kept', reason });

/**
 * What an answer to an invitation does: one that declines the appointment as it is now, by the person whose appointment it
 * is, cancels it. Saying yes or maybe changes nothing, for the place is certain already.
 */
export function judgeReply(
  sender: Sender,
  reply: Reply | 'no-calendar' | 'unreadable',
  appointment: Appointment | null,
): Verdict {
  if (typeof reply === 'string') return keep(reply);
  if (reply.method !== 'REPLY') return keep('other-method');
  const [attendee, ...others] = reply.attendees;
  if (!attendee || others.length > 0) return keep('unreadable');
  if (attendee.status === 'ACCEPTED' || attendee.status === 'TENTATIVE') return { outcome: 'ignored' };
  if (attendee.status !== 'DECLINED') return keep('unreadable');
  if (reply.ofOne) return keep('one-of-several');
  if (!appointment) return keep('unknown-appointment');
  if (sender.proved === false) return keep('not-proved');
  const isOwner = (email: string | null) => email !== null && email.toLowerCase() === appointment.email;
  if (!isOwner(attendee.email) || !isOwner(sender.email)) return keep('other-person');
  if (appointment.status === 'cancelled') return { outcome: 'ignored' };
  if (reply.sequence !== appointment.sequence) return keep('other-version');
  if (appointment.status !== 'confirmed') return keep('no-certain-place');
  return { outcome: 'cancelled' };
}

const UID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@(.+)$/;

/** The registration that a uid of ours is about, or null. */
export function registrationOfUid(uid: string, host: string) {
  const [, id, at] = UID.exec(uid.trim().toLowerCase()) ?? [];
  return id && at === host.toLowerCase() ? id : null;
}
