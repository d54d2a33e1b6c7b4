import type { Work } from '../../unit-of-work/work.ts';
import { eq } from 'drizzle-orm';
import { insertRows } from '../../../db/insert.ts';
import { rosterEntries, rosters } from '../../../db/schema/memberships.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { Problem } from '../../http/problem.ts';
import { rosterHash } from '../../unit-of-work/secrets.ts';
import type { Roster } from './schema.ts';

/** The members of an association from now on. Nothing of the list itself is kept, and nobody can read it back. */
export async function replaceRoster(
  work: Work<OrganisationActor>,
  organisationId: string,
  { emails, kvkNumbers, isComplete }: Roster,
) {
  const { tx, now, actor, secret } = work;
  if (!actor.organisationIds.includes(organisationId)) throw new Problem('not-found');
  const hashes = new Set(
    [...emails, ...kvkNumbers].map((value) => rosterHash(secret, organisationId, value)),
  );
  // First, because who sends a list at the same moment waits for this row.
  const state = { emails: emails.length, kvkNumbers: kvkNumbers.length, isComplete, replacedAt: now };
  await tx
    .insert(rosters)
    .values({ organisationId, ...state })
    .onConflictDoUpdate({ target: rosters.organisationId, set: state });
  await tx.delete(rosterEntries).where(eq(rosterEntries.organisationId, organisationId));
  await insertRows(
    tx,
    rosterEntries,
    [...hashes].map((hash) => ({ organisationId, hash })),
  );
  const details = { entries: hashes.size, isComplete };
  await record(work, { action: 'roster.replaced', subjectId: organisationId, details });
  return { entries: hashes.size };
}
