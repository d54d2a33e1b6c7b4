import type { Work } from '../../unit-of-work/work.ts';
import { newChallenge } from '../../people/accounts/challenge.ts';
import { decisionRow, type Judged } from '../../paying/eligibility/decide.ts';
import type { Turn } from '../life/rules.ts';
import type { Gathered } from './gather-newcomers.ts';

/** All that is kept of one newcomer. */
export function rowsOf(
  { secret, now }: Work,
  sessionId: string,
  { id, decisionId, input, person, known, isMember, declared }: Gathered,
  { status, expiresAt, waitlistedAt }: Turn,
  judged: Judged,
) {
  const { email, name, locale } = input;
  const { accountId, entrepreneurId, isNew } = person;
  const challenge =
    expiresAt &&
    newChallenge(secret, { purpose: 'confirmRegistration', registrationId: id, email, expiresAt }, now);
  return {
    account: isNew.account ? { id: accountId, email, name: email, locale } : null,
    entrepreneur: isNew.entrepreneur ? { id: entrepreneurId, accountId, name: email } : null,
    registration: {
      id,
      sessionId,
      entrepreneurId,
      status,
      source: 'booking' as const,
      name,
      kvkNumber: input.kvkNumber ?? null,
      locale,
      membership: isMember ? ('member' as const) : ('unknown' as const),
      expiresAt,
      confirmedAt: status === 'confirmed' ? now : null,
      waitlistedAt,
      decisionId,
      sequence: 0,
      createdAt: now,
    },
    wait: waitlistedAt && { registrationId: id, sessionId, waitlistedAt, proved: expiresAt === null },
    decision: { id: decisionId, ...decisionRow(id, judged, now) },
    declaration: declared && { registrationId: id, ...declared, createdAt: now },
    challenge,
    audit: { action: `registration.${status}` as const, subjectId: id },
    // For who is known here the same is kept as for anyone else; only the owner of the address reads the difference.
    mail: challenge
      ? {
          kind: known ? ('tried' as const) : ('confirm' as const),
          registrationId: id,
          challengeId: challenge.id,
        }
      : { kind: status as 'confirmed' | 'waitlisted', registrationId: id },
  };
}
