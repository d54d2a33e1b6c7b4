import type { Work } from '../../unit-of-work/work.ts';
import { eq } from 'drizzle-orm';
import { sessions } from '../../../db/schema/catalogue.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { Problem } from '../../http/problem.ts';
import { lockOwnOne } from './lock-own.ts';

/** Throws a draft away. What was published is only ever cancelled. Throws `session-not-draft`. */
export async function deleteDraft(work: Work<OrganisationActor>, sessionId: string) {
  const { tx } = work;
  const session = await lockOwnOne(work, sessionId);
  if (session.status !== 'draft') throw new Problem('session-not-draft');
  await tx.delete(sessions).where(eq(sessions.id, session.id));
  await record(work, { action: 'session.deleted', subjectId: session.id });
}
