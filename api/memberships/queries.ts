import { and, eq, inArray, or } from 'drizzle-orm';
import type { Tx } from '../../db/open.ts';
import { modules, sessions } from '../../db/schema/catalogue.ts';
import { rosterEntries } from '../../db/schema/memberships.ts';
import { programmeParties } from '../../db/schema/programmes.ts';
import { rosterHash } from '../secrets.ts';

export type Someone = { email: string; kvkNumber: string | null };

/**
 * Which of these people stand on the roster of a party to the programme of this session, by address or KVK number. Only
 * for who proved the address, or for what is mailed to it: the answer may not reach a stranger.
 */
export async function knownMembers<P extends Someone>(
  tx: Tx,
  secret: string,
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
