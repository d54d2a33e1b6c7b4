import { and, asc, desc, eq, exists, gte, inArray, isNull, lt, ne } from 'drizzle-orm';
import type { z } from 'zod';
import type { Reader } from '../../../db/open.ts';
import { sessionOrganisers, sessions } from '../../../db/schema/catalogue.ts';
import { entrepreneurs, registrations } from '../../../db/schema/registrations.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { afterCursor, cursorOf, sessionsById } from '../../offer/catalogue/queries.ts';
import { unreachableAmong } from '../../people/accounts/unreachable.ts';
import { isUnproved } from '../life/rules.ts';
import { ownSession } from './guard.ts';
import { isMarkable, markableFrom } from './rules.ts';
import type { ownSessionsQuery } from './schema.ts';

/**
 * The sessions of the actor's organisations: coming ones and drafts in order of start, past ones newest first. `unmarked`
 * are past ones of which it is not known who came. `next` is the cursor of the following page, or null.
 */
export async function ownSessions(
  db: Reader,
  actor: OrganisationActor,
  { period, limit, cursor }: z.output<typeof ownSessionsQuery>,
  now: Date,
) {
  const order = period === 'past' || period === 'unmarked' ? 'desc' : 'asc';
  const by = { asc, desc }[order];
  const of = {
    drafts: eq(sessions.status, 'draft'),
    upcoming: and(ne(sessions.status, 'draft'), gte(sessions.endsAt, now)),
    past: and(ne(sessions.status, 'draft'), lt(sessions.endsAt, now)),
    unmarked: and(eq(sessions.status, 'scheduled'), lt(sessions.endsAt, now), exists(unmarkedOf(db))),
  };
  const found = await db
    .selectDistinct({ id: sessions.id, startsAt: sessions.startsAt })
    .from(sessions)
    .innerJoin(sessionOrganisers, eq(sessionOrganisers.sessionId, sessions.id))
    .where(
      and(
        inArray(sessionOrganisers.organisationId, actor.organisationIds),
        of[period],
        afterCursor(cursor, order),
      ),
    )
    .orderBy(by(sessions.startsAt), by(sessions.id))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  const ids = shown.map((row) => row.id);
  const last = shown.at(-1);
  const [described, numbers] = await Promise.all([sessionsById(db, ids, now), totalsOf(db, ids)]);
  const byId = new Map(described.map((session) => [session.id, session]));
  return {
    items: ids.map((id) => ({ session: byId.get(id)!, totals: numbers(id) })),
    next: found.length > limit && last ? cursorOf(last) : null,
  };
}

const unmarkedOf = (db: Reader) =>
  db
    .select({ id: registrations.id })
    .from(registrations)
    .where(
      and(
        eq(registrations.sessionId, sessions.id),
        eq(registrations.status, 'confirmed'),
        isNull(registrations.attendance),
      ),
    );

export async function attendanceList(db: Reader, actor: OrganisationActor, sessionId: string, now: Date) {
  const session = await ownSession(db, actor, sessionId);
  const [[described], participants, totals] = await Promise.all([
    sessionsById(db, [sessionId], now),
    db
      .select({
        registrationId: registrations.id,
        name: registrations.name,
        source: registrations.source,
        attendance: registrations.attendance,
        accountId: entrepreneurs.accountId,
      })
      .from(registrations)
      .innerJoin(entrepreneurs, eq(entrepreneurs.id, registrations.entrepreneurId))
      .where(and(eq(registrations.sessionId, sessionId), eq(registrations.status, 'confirmed')))
      .orderBy(asc(registrations.name), asc(registrations.id)),
    totalsOf(db, [sessionId]),
  ]);
  const missed = await unreachableAmong(
    db,
    participants.map(({ accountId }) => accountId),
    now,
  );
  return {
    session: described!,
    markable: isMarkable(session, now),
    markableFrom: markableFrom(session).toISOString(),
    participants: participants.map(({ accountId, ...participant }) => ({
      ...participant,
      mailFails: accountId !== null && missed.has(accountId),
    })),
    totals: totals(sessionId),
  };
}

async function totalsOf(db: Reader, sessionIds: string[]) {
  const rows =
    sessionIds.length === 0
      ? []
      : await db
          .select({
            sessionId: registrations.sessionId,
            status: registrations.status,
            attendance: registrations.attendance,
            expiresAt: registrations.expiresAt,
          })
          .from(registrations)
          .where(inArray(registrations.sessionId, sessionIds));
  const bySession = Map.groupBy(rows, (row) => row.sessionId);
  return (sessionId: string) => {
    const list = bySession.get(sessionId) ?? [];
    const confirmed = list.filter((row) => row.status === 'confirmed');
    const marked = (as: string | null) => confirmed.filter((row) => row.attendance === as).length;
    return {
      confirmed: confirmed.length,
      present: marked('present'),
      absent: marked('absent'),
      excused: marked('excused'),
      unmarked: marked(null),
      held: list.filter((row) => row.status === 'held' || row.status === 'offered').length,
      waitlisted: list.filter((row) => row.status === 'waitlisted' && !isUnproved(row)).length,
    };
  };
}
