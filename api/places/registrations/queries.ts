import { and, asc, count, eq, exists, inArray, lt, lte, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { z } from '@hono/zod-openapi';
import type { Reader } from '../../../db/open.ts';
import { sessions as sessionTable } from '../../../db/schema/catalogue.ts';
import { entrepreneurs, registrations, waits } from '../../../db/schema/registrations.ts';
import { findBusiness } from '../../paying/business-register/lookup.ts';
import type { Deps } from '../../deps.ts';
import { newestDecision } from '../../paying/eligibility/newest.ts';
import { fromStored } from '../../paying/eligibility/shapes.ts';
import { Problem } from '../../http/problem.ts';
import { isProvedLive } from '../life/proved-live.ts';
import { isLive, isUnproved } from '../life/rules.ts';
import { asksNumber } from './kvk-number.rules.ts';
import type { kvkNumberState } from './schema.ts';

type Row = typeof registrations.$inferSelect;

/**
 * Who has a place in a session or is in its queue for sure, perhaps with an entry of another session. At most one, besides
 * `exceptId`.
 */
export async function liveRegistration(
  db: Reader,
  sessionId: string,
  entrepreneurId: string,
  { exceptId }: { exceptId?: string } = {},
) {
  const [found] = await db
    .select()
    .from(registrations)
    .where(
      and(
        eq(registrations.entrepreneurId, entrepreneurId),
        exceptId ? ne(registrations.id, exceptId) : undefined,
        isProvedLive,
        or(
          eq(registrations.sessionId, sessionId),
          exists(
            db
              .select({ one: sql`1` })
              .from(waits)
              .where(and(eq(waits.registrationId, registrations.id), eq(waits.sessionId, sessionId))),
          ),
        ),
      ),
    );
  return found;
}

/** What someone asked for in a session and did not prove yet: a place that is held, the first that was asked for. */
export async function heldPlace(db: Reader, sessionId: string, entrepreneurId: string) {
  const [found] = await db
    .select()
    .from(registrations)
    .where(
      and(
        eq(registrations.sessionId, sessionId),
        eq(registrations.entrepreneurId, entrepreneurId),
        eq(registrations.status, 'held'),
      ),
    )
    .orderBy(asc(registrations.createdAt), asc(registrations.id))
    .limit(1);
  return found;
}

/** What was asked for in a session, as long as it is not proved. */
export async function unprovedOf(
  db: Reader,
  { id, sessionId, entrepreneurId }: { id: string; sessionId: string; entrepreneurId: string },
) {
  const [found] = await db
    .select()
    .from(registrations)
    .where(
      and(
        eq(registrations.id, id),
        eq(registrations.sessionId, sessionId),
        eq(registrations.entrepreneurId, entrepreneurId),
      ),
    );
  return found && isUnproved(found) ? found : undefined;
}

/** The queues that registrations are in, in order of start, with their place in each, from 1. */
export async function waitsOf(db: Reader, registrationIds: string[]) {
  const ahead = alias(waits, 'ahead');
  const position = db
    .select({ number: count() })
    .from(ahead)
    .where(
      and(
        eq(ahead.sessionId, waits.sessionId),
        or(
          lt(ahead.waitlistedAt, waits.waitlistedAt),
          and(eq(ahead.waitlistedAt, waits.waitlistedAt), lte(ahead.registrationId, waits.registrationId)),
        ),
      ),
    );
  const rows = await db
    .select({
      registrationId: waits.registrationId,
      sessionId: waits.sessionId,
      startsAt: sessionTable.startsAt,
      position: sql<number>`(${position})::int`,
    })
    .from(waits)
    .innerJoin(sessionTable, eq(sessionTable.id, waits.sessionId))
    .where(inArray(waits.registrationId, registrationIds))
    .orderBy(asc(sessionTable.startsAt), asc(waits.sessionId));
  return Map.groupBy(rows, ({ registrationId }) => registrationId);
}

/** The sessions that a registration waits for, in the order of their ids. */
export async function queuesOf(db: Reader, registrationId: string) {
  const rows = await db
    .select({ id: waits.sessionId })
    .from(waits)
    .where(eq(waits.registrationId, registrationId))
    .orderBy(waits.sessionId);
  return rows.map(({ id }) => id);
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

/** The number that was given with a registration, and whether one is asked. */
export async function getKvkNumber(
  db: Reader,
  registrationId: string,
): Promise<z.input<typeof kvkNumberState>> {
  const [{ row }, newest] = await Promise.all([
    getRegistration(db, registrationId),
    newestDecision(db, registrationId),
  ]);
  const { outcome, rules } = fromStored(newest!.decision);
  return { kvkNumber: row.kvkNumber, asked: asksNumber({ ...row, outcome }, rules) };
}

/** Sees to it that the register's word on the business of a registration is fresh. Before a transaction: it may take seconds. */
export async function findBusinessOf(deps: Deps, registrationId: string, now: Date) {
  const { row } = await getRegistration(deps.db, registrationId);
  if (row.kvkNumber) await findBusiness(deps, row.kvkNumber, { purpose: 'proved' }, now);
}

/** Of someone's own. What anyone asked for with the address is left out where its owner has a place or turn already. */
export async function registrationsOf(db: Reader, accountId: string) {
  const found = await db
    .select({ row: registrations })
    .from(registrations)
    .innerJoin(entrepreneurs, eq(entrepreneurs.id, registrations.entrepreneurId))
    .where(eq(entrepreneurs.accountId, accountId));
  const rows = found.map(({ row }) => row);
  const had = new Set(rows.flatMap((row) => (isLive(row.status) && !isUnproved(row) ? row.sessionId : [])));
  const wasNeverProved = (row: Row) => row.status === 'expired' && row.waitlistedAt === null;
  return rows.filter((row) => !had.has(row.sessionId) || !(isUnproved(row) || wasNeverProved(row)));
}
