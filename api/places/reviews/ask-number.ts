import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { insertRows } from '../../../db/insert.ts';
import type { Tx } from '../../../db/open.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { decisions, entrepreneurs, registrations } from '../../../db/schema/registrations.ts';
import { kvkNumberRequests, reviewRequests } from '../../../db/schema/reviews.ts';
import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Work } from '../../unit-of-work/work.ts';
import { judgeAsking } from './ask-number.rules.ts';
import { lastAskedAt } from './queries.ts';

/**
 * Mails those who gave no KVK number a link to their booking, where they can give it. Tells of each whether it was asked, or
 * why not. Throws `not-found` for staff of another municipality, and for a registration of another programme.
 */
export async function askNumbers(work: Work<StaffActor>, idOrSlug: string, registrationIds: string[]) {
  const { tx, now, actor, mail } = work;
  const programme = await ownProgramme(tx, actor, idOrSlug);
  const wanted = [...new Set(registrationIds)];
  const places = await lockPlaces(tx, programme.id, wanted);
  if (places.length !== wanted.length) throw new Problem('not-found');
  const last = await lastAskedAt(tx, wanted);
  const judged = places.map((place) => ({
    registrationId: place.id,
    outcome: judgeAsking({ ...place, lastAskedAt: last.get(place.id) ?? null }, now),
  }));
  const asked = judged.flatMap(({ registrationId, outcome }) =>
    outcome === 'asked' ? [registrationId] : [],
  );
  const askedBy = actor.account.id;
  await insertRows(
    tx,
    kvkNumberRequests,
    asked.map((registrationId) => ({ registrationId, askedBy, createdAt: now })),
  );
  for (const registrationId of asked) {
    await record(work, { action: 'registration.kvk-number-asked', subjectId: registrationId });
    await mail({ kind: 'kvkNumber', registrationId });
  }
  return judged;
}

/** Locked in the order of their ids, so that two who ask at once send one mail. Nothing else is locked after them. */
async function lockPlaces(tx: Tx, programmeId: string, ids: string[]) {
  const rows = await tx
    .select({ registration: registrations, accountId: entrepreneurs.accountId, outcome: decisions.outcome })
    .from(registrations)
    .innerJoin(entrepreneurs, eq(entrepreneurs.id, registrations.entrepreneurId))
    .innerJoin(decisions, eq(decisions.id, registrations.decisionId))
    .innerJoin(sessions, eq(sessions.id, registrations.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .where(and(inArray(registrations.id, ids), eq(modules.programmeId, programmeId)))
    .orderBy(asc(registrations.id))
    .for('no key update', { of: registrations });
  const requests = await tx
    .select({ id: reviewRequests.registrationId })
    .from(reviewRequests)
    .where(and(inArray(reviewRequests.registrationId, ids), isNull(reviewRequests.closedAt)));
  const requested = new Set(requests.map(({ id }) => id));
  return rows.map(({ registration, accountId, outcome }) => ({
    ...registration,
    outcome,
    reachable: accountId !== null,
    requested: requested.has(registration.id),
  }));
}
