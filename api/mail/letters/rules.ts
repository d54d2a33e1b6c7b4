import { isLive, isUnproved, type Status } from '../../places/life/rules.ts';
import type { ModuleJob, RegistrationJob } from '../jobs/mail-job.ts';

type Challenge = { expiresAt: Date; usedAt: Date | null };
type Registration = { status: Status; expiresAt: Date | null };
type Session = { status: string; endsAt: Date };

const statusOf = {
  confirmed: 'confirmed',
  swapped: 'confirmed',
  waitlisted: 'waitlisted',
  stillWaiting: 'waitlisted',
  offer: 'offered',
  cancelled: 'cancelled',
} as const;

export const isOpen = (challenge: Challenge, now: Date) =>
  challenge.usedAt === null && challenge.expiresAt > now;

/** Whether a mail still tells the truth when its turn comes: it may have waited through an outage of hours. */
export function stillTrue(
  kind: RegistrationJob['kind'],
  facts: { registration: Registration; session: Session; challenge: Challenge | null },
  now: Date,
) {
  const { registration, session, challenge } = facts;
  if (session.endsAt <= now) return false;
  if (kind === 'moved') {
    const lapsed = registration.expiresAt !== null && registration.expiresAt <= now;
    return session.status === 'scheduled' && isLive(registration.status) && !lapsed;
  }
  const asked = isUnproved(registration);
  if (kind === 'confirm' ? !asked : registration.status !== statusOf[kind]) return false;
  // Who only asked to wait is in no queue yet.
  if (kind === 'waitlisted' && asked) return false;
  if (kind === 'cancelled' || kind === 'stillWaiting') return true;
  if (session.status !== 'scheduled') return false;
  if (kind === 'confirmed' || kind === 'swapped' || kind === 'waitlisted') return true;
  return (
    registration.expiresAt !== null &&
    registration.expiresAt > now &&
    challenge !== null &&
    isOpen(challenge, now)
  );
}

/** Whether a module is still as the mail about it says. */
export function stillStands(
  job: ModuleJob,
  { status, reviewNote }: { status: string; reviewNote: string | null },
) {
  if (job.kind === 'moduleSubmitted') return status === 'submitted';
  return job.step === 'approve' ? status === 'published' : status === 'draft' && reviewNote !== null;
}
