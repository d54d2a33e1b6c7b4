import type { Work } from '../../unit-of-work/work.ts';
import { randomUUID } from 'node:crypto';
import { and, desc, eq, gt, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { challenges } from '../../../db/schema/challenges.ts';
import { Problem } from '../../http/problem.ts';
import { challengeCode, challengeToken, codeHash, sha256 } from '../../unit-of-work/secrets.ts';
import { plusMinutes } from '../../language/time.ts';

export type Challenge = typeof challenges.$inferSelect;

const MAX_ATTEMPTS = 5;
const MAX_TRIES = 10;
const TRIES_WINDOW_MINUTES = 60;
const MAX_MAILS = 10;
const MAIL_WINDOW_MINUTES = 15;

/**
 * Nobody can fill someone else's mailbox: throws `too-many-attempts` when an address that anyone could type was sent ten
 * mails in a quarter of an hour.
 */
export async function limitMails(work: Work, email: string) {
  if ((await addressesOverLimit(work, [email])).has(email)) throw tooManyMails();
}

export const tooManyMails = () => tooMany(MAIL_WINDOW_MINUTES);

/** Which of these addresses were sent as many mails as anyone may have sent to them. */
export async function addressesOverLimit({ tx, now }: Work, emails: string[]): Promise<Set<string>> {
  const list = sql`jsonb_array_elements_text(${JSON.stringify([...emails].sort())}::jsonb)`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(email, 0)) from ${list} as email`);
  const over = await tx.execute<{ email: string }>(sql`
    select email from ${list} as one (email) where (select count(*) from ${challenges} where ${challenges.email} = one.email
      and ${challenges.createdAt} > ${plusMinutes(now, -MAIL_WINDOW_MINUTES).toISOString()}) >= ${MAX_MAILS}`);
  return new Set(over.map(({ email }) => email));
}

type Given = { email: string; expiresAt: Date } & (
  { purpose: 'signIn' } | { purpose: 'confirmRegistration'; registrationId: string }
);

/** A link and a code for one purpose, to be kept. */
export function newChallenge<G extends Given>(secret: string, given: G, now: Date) {
  const id = randomUUID();
  return {
    ...given,
    id,
    tokenHash: sha256(challengeToken(secret, id)),
    codeHash: codeHash(secret, id, challengeCode(secret, id)),
    createdAt: now,
  };
}

export async function issueChallenge({ tx, now, secret }: Work, given: Given) {
  const challenge = newChallenge(secret, given, now);
  await tx.insert(challenges).values(challenge);
  return { id: challenge.id };
}

/** From now on no link or code that was mailed about a registration opens anything. */
export const endChallenges = ({ tx, now }: Work, registrationId: string) =>
  tx
    .update(challenges)
    .set({ expiresAt: now })
    .where(and(isOpen(now), eq(challenges.registrationId, registrationId)));

/** The same of one request to sign in with this address. */
export const endSignIn = ({ tx, now }: Work, { id, email }: { id: string; email: string }) =>
  tx
    .update(challenges)
    .set({ expiresAt: now })
    .where(
      and(isOpen(now), eq(challenges.id, id), eq(challenges.email, email), eq(challenges.purpose, 'signIn')),
    );

/**
 * Counts a try at the code of the newest open challenge, and returns all open ones, newest first. Runs in a transaction of its own, so that a wrong code stays counted. Throws `code-expired` when none is
 * open or its tries are used up, and `too-many-attempts` when the address had ten tries in an hour.
 */
export async function countAttempt({ tx, now }: Work, which: SQL | undefined) {
  const open = await tx
    .select()
    .from(challenges)
    .where(and(isOpen(now), which))
    .orderBy(desc(challenges.createdAt), desc(challenges.id));
  const [newest] = open;
  if (!newest) throw new Problem('code-expired');
  await lockAddress(tx, newest.email);
  const [tries] = await tx
    .select({ number: sql<number>`coalesce(sum(${challenges.attempts}), 0)::int` })
    .from(challenges)
    .where(
      and(
        eq(challenges.email, newest.email),
        isNull(challenges.usedAt),
        gt(challenges.createdAt, plusMinutes(now, -TRIES_WINDOW_MINUTES)),
      ),
    );
  if (tries!.number >= MAX_TRIES) throw tooMany(TRIES_WINDOW_MINUTES);
  const [counted] = await tx
    .update(challenges)
    .set({ attempts: sql`${challenges.attempts} + 1` })
    .where(and(isOpen(now), eq(challenges.id, newest.id), lt(challenges.attempts, MAX_ATTEMPTS)))
    .returning({ id: challenges.id });
  if (!counted) throw new Problem('code-expired');
  return open;
}

/** The challenge that this is the code of. Throws `code-wrong`. */
export function checkCode<C extends Challenge>(secret: string, open: C[], code: string): C {
  const right = open.find((challenge) => challenge.codeHash === codeHash(secret, challenge.id, code));
  if (!right) {
    throw new Problem('code-wrong', {
      invalidParams: [{ name: 'code', code: 'code', reason: 'is not the right code' }],
    });
  }
  return right;
}

/** Looks without using it up: mail scanners open every link. Throws `code-expired`. */
export async function findByToken({ tx, now }: Work, purpose: Challenge['purpose'], token: string) {
  const [open] = await tx
    .select()
    .from(challenges)
    .where(and(isOpen(now), eq(challenges.tokenHash, sha256(token)), eq(challenges.purpose, purpose)));
  if (!open) throw new Problem('code-expired');
  return open;
}

/** Uses a challenge up. Throws `code-expired` when someone else just did. */
export async function useChallenge({ tx, now }: Work, challengeId: string) {
  const [used] = await tx
    .update(challenges)
    .set({ usedAt: now })
    .where(and(isOpen(now), eq(challenges.id, challengeId)))
    .returning({ id: challenges.id });
  if (!used) throw new Problem('code-expired');
}

const isOpen = (now: Date) => and(isNull(challenges.usedAt), gt(challenges.expiresAt, now));

/** What is counted for an address stays true until the transaction ends. */
const lockAddress = (tx: Tx, email: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${email}, 0))`);

const tooMany = (minutes: number) =>
  new Problem('too-many-attempts', { headers: { 'retry-after': String(minutes * 60) } });
