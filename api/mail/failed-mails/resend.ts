import type { Work } from '../../unit-of-work/work.ts';
import type { OperatorActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { OperatorDeps } from '../../deps.ts';
import { Problem } from '../../http/problem.ts';

/** Puts a mail that was given up back in the queue, under its own key. Throws `not-found`, also when that was done before. */
export async function resend(work: Work<OperatorActor>, deps: Pick<OperatorDeps, 'failedMails'>, id: string) {
  const { tx } = work;
  if (!(await deps.failedMails.resend(tx, id))) throw new Problem('not-found');
  await record(work, { action: 'mail.resent', subjectId: id });
}
