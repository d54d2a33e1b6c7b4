import { eq } from 'drizzle-orm';
import { insertRows } from '../../../db/insert.ts';
import type { Tx } from '../../../db/open.ts';
import { rosterEntries, rosters } from '../../../db/schema/memberships.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { record } from '../../work/audit.ts';
import { Problem } from '../../http/problem.ts';
import { rosterHash } from '../../work/secrets.ts';
import type { Roster } from './schema.ts';

/** The members of an association from now on. Nothing of the list itself is kept, and nobody can read it back. */
export async function replaceRoster(
  tx: Tx,
  secret: string,
  actor: OrganisationActor,
  organisationId: string,
  { emails, kvkNumbers, isComplete }: Roster,
  now: Date,
) {
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
  await record(tx, actor, { action: 'roster.replaced', subjectId: organisationId, details, now });
  return { entries: hashes.size };
}
