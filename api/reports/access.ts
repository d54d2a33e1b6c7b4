import { and, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../../db/open.ts';
import { organisations } from '../../db/schema/organisations.ts';
import { programmeParties } from '../../db/schema/programmes.ts';
import type { StaffActor } from '../actor.ts';
import { Problem } from '../problem.ts';

type Programme = { id: string; municipalityId: string };

/** The programme's municipality and the parties to its agreement may read; others hear `not-found`. */
export async function mayRead(db: Reader, actor: StaffActor, programme: Programme) {
  if (actor.municipalityIds.includes(programme.municipalityId)) return;
  const parties = await db
    .select()
    .from(programmeParties)
    .where(
      and(
        eq(programmeParties.programmeId, programme.id),
        inArray(programmeParties.organisationId, actor.organisationIds),
      ),
    );
  if (parties.length === 0) throw new Problem('not-found');
}

/** An organiser of whom the asker is staff. Nobody else sees figures per organiser apart: they could be subtracted. */
export async function ownOrganisation(db: Reader, actor: StaffActor, id: string | undefined) {
  if (id === undefined) return null;
  const [found] = actor.organisationIds.includes(id)
    ? await db.select().from(organisations).where(eq(organisations.id, id))
    : [];
  if (!found) throw new Problem('not-found');
  return { id: found.id, name: found.name };
}
