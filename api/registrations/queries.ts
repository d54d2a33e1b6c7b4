import { and, count, desc, eq, inArray, lt, or } from 'drizzle-orm';
import type { z } from '@hono/zod-openapi';
import type { Reader } from '../../db/open.ts';
import { sessions as sessionTable } from '../../db/schema/catalogue.ts';
import { decisions, entrepreneurs, registrations } from '../../db/schema/registrations.ts';
import { sessionsById } from '../catalogue/queries.ts';
import { findBusiness } from '../business-register/lookup.ts';
import type { Deps } from '../deps.ts';
import type { Decision } from '../eligibility/rules.ts';
import { fromStored, toDecision } from '../eligibility/shapes.ts';
import { Problem } from '../problem.ts';
import { cancellableUntil, liveStatuses, mayCancel, maySwap, statusAt } from './rules.ts';
import type { registration as schema } from './schema.ts';

type Row = typeof registrations.$inferSelect;

/** At most one, the database sees to that. */
export async function liveRegistration(db: Reader, sessionId: string, entrepreneurId: string) {
  const [found] = await db
    .select()
    .from(registrations)
    .where(
      and(
        eq(registrations.sessionId, sessionId),
        eq(registrations.entrepreneurId, entrepreneurId),
        inArray(registrations.status, liveStatuses),
      ),
    );
  return found;
}

/** Place in the queue, from 1. */
export async function waitlistPosition(db: Reader, row: Pick<Row, 'id' | 'sessionId' | 'waitlistedAt'>) {
  const [ahead] = await db
    .select({ number: count() })
    .from(registrations)
    .where(
      and(
        eq(registrations.sessionId, row.sessionId),
        eq(registrations.status, 'waitlisted'),
        or(
          lt(registrations.waitlistedAt, row.waitlistedAt!),
          and(eq(registrations.waitlistedAt, row.waitlistedAt!), lt(registrations.id, row.id)),
        ),
      ),
    );
  return (ahead?.number ?? 0) + 1;
}

export async function latestDecision(db: Reader, registrationId: string): Promise<Decision> {
  const [row] = await db
    .select()
    .from(decisions)
    .where(eq(decisions.registrationId, registrationId))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(1);
  if (!row) throw new Error(`Registration ${registrationId} has no decision`);
  return fromStored(row);
}

/** Throws `not-found`. `accountId` is the owner's, null for someone written down at the door. */
export async function getRegistration(db: Reader, id: string) {
  const [found] = await db
    .select({ row: registrations, accountId: entrepreneurs.accountId })
    .from(registrations)
    .innerJoin(entrepreneurs, eq(entrepreneurs.id, registrations.entrepreneurId))
    .where(eq(registrations.id, id));
  if (!found) throw new Problem('not-found');
  return found;
}

/** Sees to it that the register's word on the business of a registration is fresh. Before a transaction: it may take seconds. */
export async function findBusinessOf(deps: Deps, registrationId: string, now: Date) {
  const { row } = await getRegistration(deps.db, registrationId);
  if (row.kvkNumber) await findBusiness(deps, row.kvkNumber, now);
}

export async function registrationsOf(db: Reader, accountId: string) {
  const found = await db
    .select({ row: registrations })
    .from(registrations)
    .innerJoin(entrepreneurs, eq(entrepreneurs.id, registrations.entrepreneurId))
    .where(eq(entrepreneurs.accountId, accountId));
  return found.map(({ row }) => row);
}

/** Registrations with their sessions, in order of start. */
export async function describe(
  db: Reader,
  rows: Row[],
  locale: 'nl' | 'en',
  now: Date,
): Promise<z.input<typeof schema>[]> {
  if (rows.length === 0) return [];
  const sessions = new Map(
    (await sessionsById(db, [...new Set(rows.map((row) => row.sessionId))], now)).map((s) => [s.id, s]),
  );
  const decided = await decisionsOf(
    db,
    rows.map((row) => row.id),
  );
  const stored = await storedSessionsOf(
    db,
    rows.map((row) => row.sessionId),
  );
  const described = await Promise.all(
    rows.map(async (written) => {
      const row = { ...written, status: statusAt(written, now) };
      const session = sessions.get(row.sessionId)!;
      const storedSession = stored.get(row.sessionId)!;
      const decision = decided.get(row.id);
      return {
        id: row.id,
        status: row.status,
        position: row.status === 'waitlisted' ? await waitlistPosition(db, row) : null,
        expiresAt: row.status === 'expired' ? null : (row.expiresAt?.toISOString() ?? null),
        attendance: row.attendance,
        cancelledBy: row.cancelledBy,
        joinUrl: row.status === 'confirmed' ? storedSession.onlineUrl : null,
        cancellable: mayCancel(row, storedSession, now),
        cancellableUntil: cancellableUntil(row, storedSession)?.toISOString() ?? null,
        swappable: maySwap(row, storedSession, now),
        createdAt: row.createdAt.toISOString(),
        decision: decision ? toDecision(fromStored(decision), locale) : null,
        session,
      };
    }),
  );
  return described.sort((a, b) => a.session.startsAt.localeCompare(b.session.startsAt));
}

async function decisionsOf(db: Reader, ids: string[]) {
  const rows = await db
    .select()
    .from(decisions)
    .where(inArray(decisions.registrationId, ids))
    .orderBy(decisions.decidedAt, decisions.id);
  return new Map(rows.map((row) => [row.registrationId, row]));
}

/** What a session does not tell everyone, or only in detail. */
async function storedSessionsOf(db: Reader, ids: string[]) {
  const rows = await db.select().from(sessionTable).where(inArray(sessionTable.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

export async function describeOne(db: Reader, registrationId: string, locale: 'nl' | 'en', now: Date) {
  const { row } = await getRegistration(db, registrationId);
  return (await describe(db, [row], locale, now))[0]!;
}
