import type { Work } from '../../unit-of-work/work.ts';
import { and, eq } from 'drizzle-orm';
import { insertRows } from '../../../db/insert.ts';
import type { Reader } from '../../../db/open.ts';
import { registrationMemberships } from '../../../db/schema/memberships.ts';
import { registrations } from '../../../db/schema/registrations.ts';
import { record } from '../../unit-of-work/audit.ts';
import { Problem } from '../../http/problem.ts';
import { lockRegistration } from '../life/places.ts';
import { refuseFields } from '../../http/refuse-fields.ts';
import { associationsOf, summaryOf } from './record.ts';
import type { OwnMembership } from './schema.ts';

const own = (registrationId: string) =>
  and(eq(registrationMemberships.registrationId, registrationId), eq(registrationMemberships.source, 'self'));

/** What the entrepreneur is asked after the place is given, and what the answer was. Says nothing of what a roster knows. */
export async function membershipQuestion(db: Reader, registration: { id: string; sessionId: string }) {
  const [associations, said] = await Promise.all([
    associationsOf(db, registration.sessionId),
    db.select().from(registrationMemberships).where(own(registration.id)),
  ]);
  const memberOf = said.flatMap(({ membership, organisationId }) =>
    membership === 'member' ? organisationId : [],
  );
  return {
    associations: associations.map(({ id, name, shortName }) => ({ id, name, shortName })),
    answer: memberOf.length > 0 ? ('member' as const) : said.length > 0 ? ('not-member' as const) : null,
    memberOf,
  };
}

/**
 * Keeps what an entrepreneur says about being a member, in place of an earlier answer; `rather-not` takes it away. Only for
 * a place that is confirmed, so that nobody is asked before. The route has checked that `actor` may.
 */
export async function answerMembership(
  work: Work,
  registrationId: string,
  { answer, memberOf }: OwnMembership,
) {
  const { tx, now } = work;
  const { registration, session } = await lockRegistration(work, registrationId);
  if (registration.status !== 'confirmed') throw new Problem('place-not-certain');
  const associations = await associationsOf(tx, session.id);
  const known = associations.map(({ id }) => id);
  const chosen = answer === 'member' && known.length === 1 ? known : memberOf;
  if (answer === 'member') {
    refuseFields([
      ...(chosen.length === 0 ? [{ name: 'memberOf', code: 'required' as const }] : []),
      ...(chosen.some((id) => !known.includes(id)) ? [{ name: 'memberOf', code: 'invalid' as const }] : []),
    ]);
  }
  const about = { member: [...new Set(chosen)], 'not-member': known, 'rather-not': [] }[answer];
  const membership = answer === 'member' ? ('member' as const) : ('not-member' as const);
  const rows = about.map((organisationId) => ({
    registrationId,
    organisationId,
    source: 'self' as const,
    membership,
    at: now,
  }));
  await tx.delete(registrationMemberships).where(own(registrationId));
  await insertRows(tx, registrationMemberships, rows);
  const summary = await summaryOf(tx, registrationId, associations);
  await tx.update(registrations).set({ membership: summary }).where(eq(registrations.id, registrationId));
  await record(work, { action: 'registration.membership', subjectId: registrationId });
}
