import { eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';

/** An organiser of whom the asker is staff. Nobody else sees figures per organiser apart: they could be subtracted. */
export async function ownOrganisation(db: Reader, actor: StaffActor, id: string | undefined) {
  if (id === undefined) return null;
  const [found] = actor.organisationIds.includes(id)
    ? await db.select().from(organisations).where(eq(organisations.id, id))
    : [];
  if (!found) throw new Problem('not-found');
  return { id: found.id, name: found.name };
}
