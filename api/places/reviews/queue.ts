import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import type { z } from '@hono/zod-openapi';
import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { decisions, entrepreneurs, registrations } from '../../../db/schema/registrations.ts';
import { kvkNumberRequests, reviewRequests, reviews } from '../../../db/schema/reviews.ts';
import type { StaffActor } from '../../http/actor.ts';
import { id as uuid } from '../../http/contract.ts';
import { Problem } from '../../http/problem.ts';
import { liveStatuses } from '../life/rules.ts';
import { reasons } from '../../http/validation.ts';
import { ofOwnMunicipality } from './own-municipality.ts';
import type { queueQuery, reviewQueue } from './schema.ts';
import { toCase } from './shapes.ts';
import type { Locale } from '../../language/locale.ts';

const isNewestReview = sql`${reviews.id} = (select newest.id from reviews newest
  where newest.registration_id = ${registrations.id} order by newest.created_at desc, newest.id desc limit 1)`;
const isOpenRequest = and(
  eq(reviewRequests.registrationId, registrations.id),
  isNull(reviewRequests.closedAt),
);

const requested = isNotNull(reviewRequests.id);
/** The same as `needsLooking`, for the database. */
const isOpen = and(
  inArray(registrations.status, [...liveStatuses]),
  or(requested, and(eq(registrations.status, 'confirmed'), eq(decisions.outcome, 'needs-review'))),
)!;
const isDone = and(isNotNull(reviews.id), sql`not ${isOpen}`)!;
/** A place that is reviewed by itself waits since it was certain, another since its owner asked. */
const since = sql<string>`case when ${isOpen} then
    case when ${decisions.outcome} = 'needs-review' then coalesce(${registrations.confirmedAt}, ${reviewRequests.createdAt})
    else ${reviewRequests.createdAt} end
  else ${reviews.createdAt} end`;
const epoch = sql`extract(epoch from ${since})::float8`;
/** Open before done; of what is open the oldest first, of what is done the newest. */
const rank = sql<number>`case when ${isOpen} then ${epoch} else 1e12 - ${epoch} end`;

const numberAskedAt = sql<string | null>`(select max(${kvkNumberRequests.createdAt}) from ${kvkNumberRequests}
  where ${kvkNumberRequests.registrationId} = ${registrations.id})`;

const cases = (db: Reader) =>
  db
    .select({
      registration: registrations,
      session: sessions,
      module: modules,
      decision: decisions,
      request: reviewRequests,
      review: reviews,
      reviewer: accounts.name,
      accountId: entrepreneurs.accountId,
      numberAskedAt,
      open: sql<boolean>`${isOpen}`,
      since,
      rank,
    })
    .from(registrations)
    .innerJoin(entrepreneurs, eq(entrepreneurs.id, registrations.entrepreneurId))
    .innerJoin(sessions, eq(sessions.id, registrations.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .innerJoin(decisions, eq(decisions.id, registrations.decisionId))
    .leftJoin(reviewRequests, isOpenRequest)
    .leftJoin(reviews, isNewestReview)
    .leftJoin(accounts, eq(accounts.id, reviews.reviewedBy));

const counts = (db: Reader) =>
  db
    .select({
      open: sql<number>`(count(*) filter (where ${isOpen}))::int`,
      done: sql<number>`(count(*) filter (where ${isDone}))::int`,
    })
    .from(registrations)
    .innerJoin(sessions, eq(sessions.id, registrations.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .innerJoin(decisions, eq(decisions.id, registrations.decisionId))
    .leftJoin(reviewRequests, isOpenRequest)
    .leftJoin(reviews, isNewestReview);

export type CaseRow = Awaited<ReturnType<typeof cases>>[number];

/** What staff of the municipality has to look at in a programme, and what was looked at. Others hear `not-found`. */
export async function listCases(
  db: Reader,
  actor: StaffActor,
  idOrSlug: string,
  { state, limit, cursor, now }: z.output<typeof queueQuery> & { now: Date },
  locale: Locale,
): Promise<z.input<typeof reviewQueue>> {
  const programme = await ownProgramme(db, actor, idOrSlug);
  const ofProgramme = eq(modules.programmeId, programme.id);
  const which = state === 'open' ? isOpen : state === 'done' ? isDone : or(isOpen, isDone)!;
  const from = after(cursor);
  const [rows, [counted]] = await Promise.all([
    cases(db)
      .where(and(ofProgramme, which, from))
      .orderBy(rank, registrations.id)
      .limit(limit + 1),
    counts(db).where(ofProgramme),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    counts: counted!,
    items: shown.map((row) => toCase(row, locale, now)),
    next: rows.length > limit && last ? cursorOf(last) : null,
  };
}

/** One case, also of a place that was given up since. Throws `not-found` for others, and where nobody had to look. */
export async function getCase(
  db: Reader,
  actor: StaffActor,
  registrationId: string,
  locale: Locale,
  now: Date,
) {
  await ofOwnMunicipality(db, actor, registrationId);
  const [row] = await cases(db).where(eq(registrations.id, registrationId));
  if (!row || !(row.open || row.review)) throw new Problem('not-found');
  return toCase(row, locale, now);
}

const cursorOf = ({ rank, registration }: CaseRow) =>
  Buffer.from(`${rank} ${registration.id}`).toString('base64url');

function after(cursor: string | undefined) {
  if (!cursor) return undefined;
  const [text = '', registrationId = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const rankOf = Number(text);
  if (text === '' || !Number.isFinite(rankOf) || !uuid.safeParse(registrationId).success) {
    throw new Problem('invalid-input', {
      invalidParams: [{ name: 'cursor', code: 'invalid', reason: reasons.invalid }],
    });
  }
  return sql`(${rank}, ${registrations.id}) > (${rankOf}::float8, ${registrationId}::uuid)`;
}
