import { bySystem, type Work } from '../../unit-of-work/work.ts';
import { and, asc, count, eq, lte, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { whole } from '../../../db/whole.ts';
import { sessions } from '../../../db/schema/catalogue.ts';
import { registrations, waits } from '../../../db/schema/registrations.ts';
import { become } from './become.ts';
import { Problem } from '../../http/problem.ts';
import { lockEntrepreneur } from './entrepreneur.ts';

declare const locked: unique symbol;
/** A session whose row is locked until the transaction ends. Only `lockSession` makes one. */
export type LockedSession = typeof sessions.$inferSelect & {
  /** Who waits here for sure. */
  waitlistLength: number;
  /** Who asked to wait and did not prove the address yet: nobody waits behind them for what is free. */
  unproved: number;
  /** Of those who wait for sure, members for whom nothing is free while places are reserved for others. */
  passedBy: number;
  lastWaitlistedAt: Date | null;
  [locked]: true;
};

const wholeSession = whole(sessions);

/** Whose time is up: a hold's or offer's place is free, also before anyone wrote that down. */
const hasLapsed = (now: Date) => lte(registrations.expiresAt, now);

/**
 * Locks the session's row, then looks: what is read after the lock stays true until the end of the transaction, because
 * everything that gives or frees a place comes through here first. Places whose time is up are freed on the way. Throws
 * `not-found`, also for a draft unless `drafts` are wanted.
 */
export async function lockSession(
  work: Work,
  sessionId: string,
  { withQueue = false, drafts = false } = {},
): Promise<LockedSession> {
  const { tx } = work;
  const row = await lockSessionRow(tx, sessionId, drafts);
  if (withQueue) await lockQueue(tx, sessionId);
  return look(work, row);
}

async function lockSessionRow(tx: Tx, sessionId: string, drafts = false) {
  const [found] = await tx
    .select({ row: wholeSession })
    .from(sessions)
    .where(eq(sessions.id, sessionId))
    .for('no key update');
  const row = found?.row;
  if (!row || (row.status === 'draft' && !drafts)) throw new Problem('not-found');
  return row;
}

/** Who waits for a session, each locked in the order of their ids. */
export const lockQueue = (tx: Tx, sessionId: string) =>
  tx
    .select({ registration: registrations })
    .from(registrations)
    .innerJoin(waits, eq(waits.registrationId, registrations.id))
    .where(and(eq(waits.sessionId, sessionId), eq(registrations.status, 'waitlisted')))
    .orderBy(asc(registrations.id))
    .for('no key update', { of: registrations });

/** May free places, and that moves money: so never before the last lock of a session or an entry is taken. */
async function look(work: Work, row: typeof sessions.$inferSelect): Promise<LockedSession> {
  const { tx, now } = work;
  const { id: sessionId } = row;
  const [seen] = await tx.execute<{
    length: number;
    unproved: number;
    passedBy: number;
    lastAt: string | null;
    lapsed: boolean;
  }>(sql`
    select (count(*) filter (where ${waits.proved}))::int as length,
      (count(*) filter (where not ${waits.proved}))::int as unproved,
      (count(*) filter (where ${waits.passedBy}))::int as "passedBy",
      max(${waits.waitlistedAt}) as "lastAt",
      exists (select from ${registrations} where ${registrations.sessionId} = ${sessionId} and ${hasLapsed(now)}) as lapsed
    from ${waits} where ${waits.sessionId} = ${sessionId}`);
  const { length: waitlistLength, unproved, passedBy, lastAt, lapsed } = seen!;
  const lastWaitlistedAt = lastAt === null ? null : new Date(lastAt);
  const session = { ...row, waitlistLength, unproved, passedBy, lastWaitlistedAt } as LockedSession;
  if (lapsed) await freeLapsedPlaces(work, session);
  return session;
}

/** Locks several sessions, in an order that is the same for everyone: so nobody waits for each other. As `ids` are. */
export async function lockSessions<const Ids extends readonly string[]>(
  work: Work,
  ids: Ids,
  { withQueue = false } = {},
) {
  const { tx } = work;
  const rows: (typeof sessions.$inferSelect)[] = [];
  for (const id of new Set(ids.map((one) => one.toLowerCase()).sort())) {
    rows.push(await lockSessionRow(tx, id));
  }
  if (withQueue) for (const { id } of rows) await lockQueue(tx, id);
  const locks = new Map<string, LockedSession>();
  for (const row of rows) locks.set(row.id, await look(work, row));
  return ids.map((id) => locks.get(id.toLowerCase())!) as { [I in keyof Ids]: LockedSession };
}

/**
 * Locks the session of a registration and then the registration itself, and gives both as they are under the locks: who
 * waits for several sessions can be offered a place in another one, under the lock of that one. Throws `not-found`, and
 * `registration-changed` when it moved to another session while this waited.
 */
export async function lockRegistration(work: Work, registrationId: string) {
  const { tx, now } = work;
  const { sessionId } = await findRegistration(tx, registrationId);
  const row = await lockSessionRow(tx, sessionId);
  const locked = await lockRow(tx, registrationId);
  if (locked.sessionId !== sessionId) throw new Problem('registration-changed');
  const session = await look(work, row);
  const isOver = locked.expiresAt !== null && locked.expiresAt <= now;
  return { registration: isOver ? await findRegistration(tx, registrationId) : locked, session };
}

/** The same with the person locked first: for what decides who pays, where two places of one person must not be judged at once. */
export async function lockPersonAndRegistration(work: Work, registrationId: string) {
  const { tx } = work;
  const { entrepreneurId } = await findRegistration(tx, registrationId);
  const { accountId } = await lockEntrepreneur(tx, entrepreneurId);
  return { ...(await lockRegistration(work, registrationId)), accountId };
}

export async function findRegistration(tx: Tx, registrationId: string) {
  const [row] = await tx.select().from(registrations).where(eq(registrations.id, registrationId));
  if (!row) throw new Problem('not-found');
  return row;
}

/** The registration as it is when nobody else changes it. Always after the locks of sessions. */
export async function lockRow(tx: Tx, registrationId: string) {
  const [row] = await tx
    .select()
    .from(registrations)
    .where(eq(registrations.id, registrationId))
    .for('no key update');
  if (!row) throw new Problem('not-found');
  return row;
}

/** How many certain places a business has. A number that anyone can type keeps nobody out: held places do not count. */
export async function countOfBusiness(tx: Tx, session: LockedSession, kvkNumber: string | null | undefined) {
  if (!kvkNumber || session.placesPerBusiness === null) return 0;
  const [found] = await tx
    .select({ number: count() })
    .from(registrations)
    .where(
      and(
        eq(registrations.sessionId, session.id),
        eq(registrations.kvkNumber, kvkNumber),
        eq(registrations.source, 'booking'),
        eq(registrations.status, 'confirmed'),
      ),
    );
  return found!.number;
}

/**
 * Ends what has lapsed. Who asked to wait and is locked elsewhere just then is passed by, and lapses the next time: nobody
 * waits here.
 */
async function freeLapsedPlaces(work: Work, session: LockedSession) {
  const { tx, now } = work;
  const lapsed = await tx
    .select({ id: registrations.id, status: registrations.status, source: registrations.source })
    .from(registrations)
    .where(and(eq(registrations.sessionId, session.id), hasLapsed(now)))
    .for('no key update', { skipLocked: true });
  const places = lapsed.filter(({ status }) => status !== 'waitlisted');
  const entries = lapsed.filter(({ status }) => status === 'waitlisted');
  if (places.length > 0) await become(bySystem(work), session, places, 'expired');
  // They never were in the queue, and are told of no offer that they missed.
  const set = { waitlistedAt: null };
  if (entries.length > 0) await become(bySystem(work), session, entries, 'expired', { set });
  session.unproved = Math.max(0, session.unproved - entries.length);
}
