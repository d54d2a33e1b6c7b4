import { randomUUID } from 'node:crypto';
import { and, count, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import type { Tx } from '../../db/open.ts';
import { challenges } from '../../db/schema/challenges.ts';
import { Problem } from '../problem.ts';
import { challengeCode, challengeToken, codeHash, sha256 } from '../secrets.ts';
import { plusMinutes } from '../time.ts';

export type Challenge = typeof challenges.$inferSelect;

const MAX_ATTEMPTS = 5;
const MAX_MAILS = 6;
const MAIL_WINDOW_MINUTES = 15;

/**
 * Nobody can fill someone else's mailbox: throws `too-many-attempts` when an address that anyone could type was sent six
 * mails in a quarter of an hour.
 */
export async function limitMails(tx: Tx, email: string, now: Date) {
  const [recent] = await tx
    .select({ mails: count() })
    .from(challenges)
    .where(
      and(eq(challenges.email, email), gt(challenges.createdAt, plusMinutes(now, -MAIL_WINDOW_MINUTES))),
    );
  if ((recent?.mails ?? 0) >= MAX_MAILS) {
    throw new Problem('too-many-attempts', { headers: { 'retry-after': String(MAIL_WINDOW_MINUTES * 60) } });
  }
}

/** A link and a code for one purpose. */
export async function issueChallenge(
  tx: Tx,
  secret: string,
  given: { email: string; expiresAt: Date } & (
    { purpose: 'signIn' } | { purpose: 'confirmRegistration'; registrationId: string }
  ),
  now: Date,
) {
  const id = randomUUID();
  await tx.insert(challenges).values({
    ...given,
    id,
    tokenHash: sha256(challengeToken(secret, id)),
    codeHash: codeHash(secret, id, challengeCode(secret, id)),
    createdAt: now,
  });
  return { id };
}

/** Counts a try at the code. Runs in a transaction of its own, so that a wrong code stays counted. */
export async function countAttempt(tx: Tx, purpose: Challenge['purpose'], challengeId: string, now: Date) {
  const [open] = await tx
    .update(challenges)
    .set({ attempts: sql`${challenges.attempts} + 1` })
    .where(
      and(
        isOpen(now),
        eq(challenges.id, challengeId),
        eq(challenges.purpose, purpose),
        lt(challenges.attempts, MAX_ATTEMPTS),
      ),
    )
    .returning();
  if (!open) throw new Problem('code-expired');
  return open;
}

export function checkCode(secret: string, challenge: Challenge, code: string) {
  if (challenge.codeHash !== codeHash(secret, challenge.id, code)) {
    throw new Problem('code-wrong', {
      invalidParams: [{ name: 'code', code: 'code', reason: 'is not the right code' }],
    });
  }
}

/** Looks without using it up: mail scanners open every link. Throws `code-expired`. */
export async function findByToken(tx: Tx, purpose: Challenge['purpose'], token: string, now: Date) {
  const [open] = await tx
    .select()
    .from(challenges)
    .where(and(isOpen(now), eq(challenges.tokenHash, sha256(token)), eq(challenges.purpose, purpose)));
  if (!open) throw new Problem('code-expired');
  return open;
}

/** Uses a challenge up. Throws `code-expired` when someone else just did. */
export async function useChallenge(tx: Tx, challengeId: string, now: Date) {
  const [used] = await tx
    .update(challenges)
    .set({ usedAt: now })
    .where(and(isOpen(now), eq(challenges.id, challengeId)))
    .returning({ id: challenges.id });
  if (!used) throw new Problem('code-expired');
}

const isOpen = (now: Date) => and(isNull(challenges.usedAt), gt(challenges.expiresAt, now));
