import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, inArray, or } from 'drizzle-orm';
import { insertRows } from '../../../db/insert.ts';
import type { Reader, Tx } from '../../../db/open.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { registrationMemberships, rosterEntries, rosters } from '../../../db/schema/memberships.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { programmeParties } from '../../../db/schema/programmes.ts';
import { rosterHash } from '../../unit-of-work/secrets.ts';
import type { Someone } from './queries.ts';
import { summarise, wordOfRoster } from './rules.ts';

/** The associations that are party to the programme of a session, each with what it says of its roster. */
export const associationsOf = (db: Reader, sessionId: string) =>
  db
    .select({
      id: organisations.id,
      name: organisations.name,
      shortName: organisations.shortName,
      roster: rosters,
    })
    .from(programmeParties)
    .innerJoin(modules, eq(modules.programmeId, programmeParties.programmeId))
    .innerJoin(sessions, eq(sessions.moduleId, modules.id))
    .innerJoin(organisations, eq(organisations.id, programmeParties.organisationId))
    .leftJoin(rosters, eq(rosters.organisationId, organisations.id))
    .where(and(eq(sessions.id, sessionId), eq(organisations.kind, 'association')))
    .orderBy(programmeParties.position);

/**
 * Writes down what the rosters say of who has a place, per association, and gives what it comes to with what was known.
 * Only for who proved the address. The caller holds the lock of the session, and writes the outcome.
 */
export async function recordMemberships(
  { tx, now, secret }: Work,
  { registrationId, sessionId }: { registrationId: string; sessionId: string },
  someone: Someone,
) {
  const associations = await associationsOf(tx, sessionId);
  const withRoster = associations.filter(({ roster }) => roster);
  if (withRoster.length === 0) return summaryOf(tx, registrationId, associations);
  const given = [someone.email, someone.kvkNumber].filter((value) => value !== null);
  const found = await tx
    .select({ id: rosterEntries.organisationId })
    .from(rosterEntries)
    .where(
      or(
        ...withRoster.map(({ id }) =>
          and(
            eq(rosterEntries.organisationId, id),
            inArray(
              rosterEntries.hash,
              given.map((value) => rosterHash(secret, id, value)),
            ),
          ),
        ),
      ),
    );
  const rows = withRoster.flatMap(({ id: organisationId, roster }) => {
    const isFound = found.some(({ id }) => id === organisationId);
    const membership = wordOfRoster(roster, isFound, someone.kvkNumber, now);
    if (membership === 'unknown') return [];
    return [{ registrationId, organisationId, source: 'roster' as const, membership, at: now }];
  });
  await tx
    .delete(registrationMemberships)
    .where(
      and(
        eq(registrationMemberships.registrationId, registrationId),
        eq(registrationMemberships.source, 'roster'),
      ),
    );
  await insertRows(tx, registrationMemberships, rows);
  return summaryOf(tx, registrationId, associations);
}

export async function summaryOf(tx: Tx, registrationId: string, associations: { id: string }[]) {
  const known = await tx
    .select()
    .from(registrationMemberships)
    .where(eq(registrationMemberships.registrationId, registrationId));
  return summarise(
    associations.map(({ id }) => id),
    known,
  );
}
