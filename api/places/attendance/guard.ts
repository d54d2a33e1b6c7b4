import { and, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { sessionOrganisers, sessions } from '../../../db/schema/catalogue.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';

/**
 * The session, when one of the actor's organisations organises it. Someone else's session is refused as if it did not
 * exist: a list of names is nobody's business but the organisers'.
 */
export async function ownSession(db: Reader, actor: OrganisationActor, sessionId: string) {
  const [found] = await db
    .select({ session: sessions })
    .from(sessions)
    .innerJoin(sessionOrganisers, eq(sessionOrganisers.sessionId, sessions.id))
    .where(and(eq(sessions.id, sessionId), inArray(sessionOrganisers.organisationId, actor.organisationIds)))
    .limit(1);
  if (!found) throw new Problem('not-found');
  return found.session;
}
