import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Work } from '../../unit-of-work/work.ts';
import { insertModule } from './insert-module.ts';
import { lockProduct, pricedAs } from './product.ts';
import { findOwnModule, offersIn } from './queries.ts';

/** A draft of the same module, with the price that its product has today. Throws `not-found` and `not-a-party`. */
export async function copyModule(work: Work<StaffActor>, id: string) {
  const { tx, actor, now } = work;
  const { module, sides } = await findOwnModule(tx, actor, id, now);
  if (!sides.includes('organiser')) throw new Problem('not-allowed');
  if (!(await offersIn(tx, module.organisationId, module.programmeId))) throw new Problem('not-a-party');
  const { id: _id, slug: _slug, status: _status, ...same } = module;
  const product = same.productId && (await lockProduct(tx, module.programmeId, same.productId));
  const price = product ? pricedAs(product) : {};
  const made = await insertModule(tx, { ...same, ...price, reviewNote: null, createdAt: now });
  await record(work, { action: 'module.made', subjectId: made.id, details: { copyOf: module.id } });
  return made;
}
