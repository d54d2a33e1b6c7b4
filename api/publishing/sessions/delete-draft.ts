import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { sessions } from '../../../db/schema/catalogue.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { record } from '../../work/audit.ts';
import { Problem } from '../../http/problem.ts';
import { lockOwnOne } from './lock-own.ts';

/** Throws a draft away. What was published is only ever cancelled. Throws `session-not-draft`. */
export async function deleteDraft(tx: Tx, actor: OrganisationActor, sessionId: string, now: Date) {
  const session = await lockOwnOne(tx, actor, sessionId, now);
  if (session.status !== 'draft') throw new Problem('session-not-draft');
  await tx.delete(sessions).where(eq(sessions.id, session.id));
  await record(tx, actor, { action: 'session.deleted', subjectId: session.id, now });
}
