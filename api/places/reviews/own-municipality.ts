import { eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { programmes } from '../../../db/schema/programmes.ts';
import { registrations } from '../../../db/schema/registrations.ts';
import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';

/** Throws `not-found` for anyone who is not staff of the municipality that pays for this registration. */
export async function ofOwnMunicipality(db: Reader, actor: StaffActor, registrationId: string) {
  const [found] = await db
    .select({ programme: programmes })
    .from(registrations)
    .innerJoin(sessions, eq(sessions.id, registrations.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .innerJoin(programmes, eq(programmes.id, modules.programmeId))
    .where(eq(registrations.id, registrationId));
  if (!found || !actor.municipalityIds.includes(found.programme.municipalityId))
    throw new Problem('not-found');
  return found.programme;
}
