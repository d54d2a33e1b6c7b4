import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, gt, lte, or } from 'drizzle-orm';
import { insertRows } from '../../../db/insert.ts';
import type { Db, Reader } from '../../../db/open.ts';
import { idempotencyKeys } from '../../../db/schema/idempotency.ts';
import { Problem } from '../problem.ts';
import { requestHash, seal, unseal } from '../../unit-of-work/secrets.ts';
import { plusMinutes } from '../../language/time.ts';

export type KeptAnswer = { status: number; body: string };
/**
 * A request as it is remembered: `id` stands for its caller and key, `fingerprint` for all it asks. Its caller may have
 * signed in since the first time, and then it stands under `anonymousId`.
 */
export type Asked = { id: string; anonymousId: string; fingerprint: string };

const keptSince = (now: Date) => plusMinutes(now, -24 * 60);

export const askedBy = (secret: string, accountId: string | null, key: string, request: string[]): Asked => ({
  id: requestHash(secret, 'key', accountId ?? 'anonymous', key),
  anonymousId: requestHash(secret, 'key', 'anonymous', key),
  fingerprint: requestHash(secret, 'request', ...request),
});

/** The answer that this request had before. Throws `idempotency-key-reused` when the key came with another request. */
export async function earlierAnswer(
  db: Reader,
  secret: string,
  asked: Asked,
  now: Date,
): Promise<KeptAnswer | null> {
  const { id, anonymousId, fingerprint } = asked;
  const rows = await db
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        or(
          eq(idempotencyKeys.id, id),
          and(eq(idempotencyKeys.id, anonymousId), eq(idempotencyKeys.fingerprint, fingerprint)),
        ),
        gt(idempotencyKeys.createdAt, keptSince(now)),
      ),
    );
  const found = rows.find((row) => row.id === id) ?? rows[0];
  if (!found) return null;
  if (found.fingerprint !== fingerprint) throw new Problem('idempotency-key-reused');
  return { status: found.status!, body: unseal(secret, found.id, found.answer!) };
}

/**
 * Takes the key for this transaction; false when it is taken. The primary key is the lock: a second request waits here
 * until the first is done, and goes ahead when that was refused.
 */
export async function claim({ tx, now }: Work, { id, fingerprint }: Asked): Promise<boolean> {
  const fresh = { fingerprint, status: null, answer: null, createdAt: now };
  const claimed = await tx
    .insert(idempotencyKeys)
    .values({ id, ...fresh })
    .onConflictDoUpdate({
      target: idempotencyKeys.id,
      set: fresh,
      setWhere: lte(idempotencyKeys.createdAt, keptSince(now)),
    })
    .returning({ id: idempotencyKeys.id });
  return claimed.length > 0;
}

export async function keepAnswer({ tx, secret }: Work, { id }: Asked, { status, body }: KeptAnswer) {
  await tx
    .update(idempotencyKeys)
    .set({ status, answer: seal(secret, id, body) })
    .where(eq(idempotencyKeys.id, id));
}

/** Keeps the answers to requests whose keys nobody claimed. A key that is taken all the same fails the transaction. */
export const keepAnswers = ({ tx, now, secret }: Work, kept: { asked: Asked; answer: KeptAnswer }[]) =>
  insertRows(
    tx,
    idempotencyKeys,
    kept.map(({ asked: { id, fingerprint }, answer: { status, body } }) => ({
      id,
      fingerprint,
      status,
      answer: seal(secret, id, body),
      createdAt: now,
    })),
  );

export async function forgetAnswers(db: Db, now: Date) {
  await db.delete(idempotencyKeys).where(lte(idempotencyKeys.createdAt, keptSince(now)));
}
