import { inArray } from 'drizzle-orm';
import type { z } from '@hono/zod-openapi';
import type { Locale } from '../../language/locale.ts';
import type { Reader } from '../../../db/open.ts';
import { sessions as sessionTable } from '../../../db/schema/catalogue.ts';
import { decisions, type registrations } from '../../../db/schema/registrations.ts';
import { sessionsById } from '../../offer/catalogue/queries.ts';
import { fromStored, toDecision } from '../../paying/eligibility/shapes.ts';
import { isReserving, reservedUntil } from '../../offer/catalogue/reserve.rules.ts';
import { cancellableUntil, mayCancel, maySwap, statusAt } from '../life/rules.ts';
import { givenWith } from './given.ts';
import { getRegistration, waitsOf } from './queries.ts';
import type { registration as schema } from './schema.ts';

type Row = typeof registrations.$inferSelect;

/** Registrations with their sessions, in order of start. */
export async function describe(
  db: Reader,
  rows: Row[],
  locale: Locale,
  now: Date,
): Promise<z.input<typeof schema>[]> {
  if (rows.length === 0) return [];
  const sessions = new Map(
    (await sessionsById(db, [...new Set(rows.map((row) => row.sessionId))], now)).map((s) => [s.id, s]),
  );
  const decided = await decisionsOf(db, rows);
  const stored = await storedSessionsOf(
    db,
    rows.map((row) => row.sessionId),
  );
  const queues = await waitsOf(
    db,
    rows.map((row) => row.id),
  );
  const described = rows.map((written) => {
    const row = { ...written, status: statusAt(written, now) };
    const session = sessions.get(row.sessionId)!;
    const storedSession = stored.get(row.sessionId)!;
    const decision = decided.get(row.id);
    const waiting = queues.get(row.id) ?? [];
    return {
      id: row.id,
      status: row.status,
      position: waiting.find(({ sessionId }) => sessionId === row.sessionId)?.position ?? null,
      waits: waiting.map(({ sessionId, startsAt, position }) => ({
        sessionId,
        startsAt: startsAt.toISOString(),
        position,
      })),
      reservedUntil:
        row.status === 'waitlisted' && row.membership === 'member' && isReserving(storedSession, now)
          ? reservedUntil(storedSession).toISOString()
          : null,
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
  });
  return described.sort((a, b) => a.session.startsAt.localeCompare(b.session.startsAt));
}

async function decisionsOf(db: Reader, rows: Row[]) {
  const ids = rows.flatMap(({ decisionId }) => decisionId ?? []);
  const found = await db.select().from(decisions).where(inArray(decisions.id, ids));
  return new Map(found.map((decision) => [decision.registrationId, decision]));
}

/** What a session does not tell everyone, or only in detail. */
async function storedSessionsOf(db: Reader, ids: string[]) {
  const rows = await db.select().from(sessionTable).where(inArray(sessionTable.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

export async function describeOne(db: Reader, registrationId: string, locale: Locale, now: Date) {
  const { row } = await getRegistration(db, registrationId);
  return (await describe(db, [row], locale, now))[0]!;
}

/** With what was filled in, for who has the mail and is asked to confirm it. */
export async function describeToConfirm(db: Reader, registrationId: string, locale: Locale, now: Date) {
  const { row } = await getRegistration(db, registrationId);
  const [described] = await describe(db, [row], locale, now);
  const session = { id: row.sessionId, startsAt: new Date(described!.session.startsAt) };
  return { ...described!, given: await givenWith(db, row, session, locale, now) };
}
