import type { Work } from '../../unit-of-work/work.ts';
import { and, count, eq, inArray, or } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { rosterEntries, rosters } from '../../../db/schema/memberships.ts';
import { programmeParties } from '../../../db/schema/programmes.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { rosterHash } from '../../unit-of-work/secrets.ts';

export type Someone = { email: string; kvkNumber: string | null };

/**
 * Which of these people stand on the roster of a party to the programme of this session, by address or KVK number. Only
 * for who proved the address, or for what is mailed to it: the answer may not reach a stranger.
 */
export async function knownMembers<P extends Someone>(
  { tx, secret }: Work,
  sessionId: string,
  people: P[],
): Promise<Set<P>> {
  const parties = await tx
    .select({ id: programmeParties.organisationId })
    .from(programmeParties)
    .innerJoin(modules, eq(modules.programmeId, programmeParties.programmeId))
    .innerJoin(sessions, eq(sessions.moduleId, modules.id))
    .where(eq(sessions.id, sessionId));
  const wanted = people.flatMap((person) =>
    parties.flatMap(({ id }) =>
      [person.email, person.kvkNumber].flatMap((value) =>
        value ? { person, id, hash: rosterHash(secret, id, value) } : [],
      ),
    ),
  );
  if (wanted.length === 0) return new Set();
  const found = await tx
    .select()
    .from(rosterEntries)
    .where(
      or(
        ...parties.map(({ id }) =>
          and(
            eq(rosterEntries.organisationId, id),
            inArray(
              rosterEntries.hash,
              wanted.filter((one) => one.id === id).map(({ hash }) => hash),
            ),
          ),
        ),
      ),
    );
  const hashes = new Set(found.map(({ hash }) => hash));
  return new Set(wanted.filter(({ hash }) => hashes.has(hash)).map(({ person }) => person));
}

/** How many entries the roster of an organisation has, and since when. Throws `not-found` for someone else's. */
export async function rosterOf(db: Reader, actor: OrganisationActor, organisationId: string) {
  if (!actor.organisationIds.includes(organisationId)) throw new Problem('not-found');
  const [[kept], [state]] = await Promise.all([
    db
      .select({ entries: count() })
      .from(rosterEntries)
      .where(eq(rosterEntries.organisationId, organisationId)),
    db.select().from(rosters).where(eq(rosters.organisationId, organisationId)),
  ]);
  return {
    entries: kept!.entries,
    emails: state?.emails ?? 0,
    kvkNumbers: state?.kvkNumbers ?? 0,
    isComplete: state?.isComplete ?? false,
    replacedAt: state?.replacedAt.toISOString() ?? null,
  };
}
