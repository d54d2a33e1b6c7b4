import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, gt, inArray, lte, or, sql } from 'drizzle-orm';
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

/**
 * Takes for this transaction the keys of many that nobody has, and gives their ids. Comes before any other lock, as in
 * `claim`, and takes them in one order: so nobody waits for each other.
 */
export async function claimAll({ tx, now }: Work, asked: Asked[]): Promise<Set<string>> {
  if (asked.length === 0) return new Set();
  const rows = asked.map(({ id, fingerprint }) => ({ id, fingerprint, created_at: now }));
  const claimed = await tx.execute<{ id: string }>(sql`
    insert into idempotency_keys (id, fingerprint, created_at) select id, fingerprint, created_at
    from jsonb_populate_recordset(null::idempotency_keys, ${JSON.stringify(rows)}::jsonb) order by id
    on conflict do nothing returning id`);
  return new Set(claimed.map(({ id }) => id));
}

/** Keeps an answer under each key that `claimAll` took; without an answer the key is free again. */
export async function keepAnswers({ tx, secret }: Work, kept: { asked: Asked; answer: KeptAnswer | null }[]) {
  const rows = kept.flatMap(({ asked: { id }, answer }) =>
    answer ? { id, status: answer.status, answer: seal(secret, id, answer.body) } : [],
  );
  const free = kept.flatMap(({ asked, answer }) => (answer ? [] : asked.id));
  if (rows.length > 0) {
    await tx.execute(sql`update idempotency_keys k set status = kept.status, answer = kept.answer
      from jsonb_populate_recordset(null::idempotency_keys, ${JSON.stringify(rows)}::jsonb) as kept
      where k.id = kept.id`);
  }
  if (free.length > 0) await tx.delete(idempotencyKeys).where(inArray(idempotencyKeys.id, free));
}

export async function forgetAnswers(db: Db, now: Date) {
  await db.delete(idempotencyKeys).where(lte(idempotencyKeys.createdAt, keptSince(now)));
}
