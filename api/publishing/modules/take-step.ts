import { eq } from 'drizzle-orm';
import { modules } from '../../../db/schema/catalogue.ts';
import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Work } from '../../unit-of-work/work.ts';
import { lockModule } from './lock-module.ts';
import { offersIn } from './queries.ts';
import { judgeStep } from './rules.ts';
import type { ModuleStep } from './schema.ts';
import { tellOfStep } from './tell-of-step.ts';

/**
 * Takes a module a step further or back, as `transitions` says, and tells the other side. Twice is the same as once. Throws `not-found`,
 * `not-allowed` when it is the other side's step, `module-not-changeable`, and `not-a-party` when it may not be offered.
 */
export async function takeStep(work: Work<StaffActor>, id: string, { step, note }: ModuleStep) {
  const { tx } = work;
  const { sides, ...about } = await lockModule(work, id);
  const { module, programme } = about;
  const judged = judgeStep(step, { status: module.status, sides, reviewed: programme.reviewsModules });
  const state = { id: module.id, slug: module.slug };
  if (judged === 'done') return { ...state, status: module.status, reviewNote: module.reviewNote };
  if (typeof judged === 'string') throw new Problem(judged);
  const { to: status } = judged;
  const goesOn = status === 'submitted' || status === 'published';
  if (goesOn && !(await offersIn(tx, module.organisationId, programme.id))) throw new Problem('not-a-party');
  const reviewNote = step === 'send-back' ? note! : goesOn ? null : module.reviewNote;
  await tx.update(modules).set({ status, reviewNote }).where(eq(modules.id, id));
  await record(work, {
    action: `module.${step}`,
    subjectId: id,
    details: { from: module.status, to: status },
  });
  await tellOfStep(work, step, about);
  return { ...state, status, reviewNote };
}
