import { and, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { programmeParties } from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { findProgramme } from './queries.ts';

type Asked = { id: string; municipalityId: string };

/** For who decides on the programme: staff of its municipality, by id or slug. Everyone else hears `not-found`. */
export async function ownProgramme(db: Reader, actor: StaffActor, idOrSlug: string) {
  const { programme } = await findProgramme(db, idOrSlug, actor);
  if (!actor.municipalityIds.includes(programme.municipalityId)) throw new Problem('not-found');
  return programme;
}

/** For who may read along as well: the parties to the agreement. */
export async function programmeOfParty(db: Reader, actor: StaffActor, idOrSlug: string) {
  const { programme } = await findProgramme(db, idOrSlug, actor);
  await mayRead(db, actor, programme);
  return programme;
}

/** The programme's municipality and the parties to its agreement may read; others hear `not-found`. */
export async function mayRead(db: Reader, actor: StaffActor, programme: Asked) {
  if (actor.municipalityIds.includes(programme.municipalityId)) return;
  const [party] = await db
    .select({ id: programmeParties.organisationId })
    .from(programmeParties)
    .where(
      and(
        eq(programmeParties.programmeId, programme.id),
        inArray(programmeParties.organisationId, actor.organisationIds),
      ),
    )
    .limit(1);
  if (!party) throw new Problem('not-found');
}
