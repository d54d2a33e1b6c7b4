import { eq } from 'drizzle-orm';
import { modules } from '../../../db/schema/catalogue.ts';
import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { refuseFields } from '../../http/refuse-fields.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Work } from '../../unit-of-work/work.ts';
import { lockModule } from './lock-module.ts';
import { lockProduct, pricedAs } from './product.ts';
import { isChangeable, wrongChange, wrongPrice } from './rules.ts';
import type { ModuleChange } from './schema.ts';

const PRICE = ['productId', 'priceExVatCents', 'vatRate', 'ownContributionCents'] as const;

/**
 * Changes what a module says and costs; its address stays. A new price is for who books from then on. Throws `not-found`,
 * `module-not-changeable`, and `invalid-input` with all that is wrong: also what the municipality approved stays as it is.
 */
export async function changeModule(work: Work<StaffActor>, id: string, change: ModuleChange) {
  const { tx } = work;
  const { module, programme, sides } = await lockModule(work, id);
  if (!sides.includes('organiser')) throw new Problem('not-allowed');
  if (!isChangeable(module.status)) throw new Problem('module-not-changeable');
  const told = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const next = { ...module, ...told };
  const product = next.productId && (await lockProduct(tx, programme.id, next.productId));
  if (product) Object.assign(next, pricedAs(product));
  refuseFields([
    ...(next.productId && !product ? [{ name: 'productId', code: 'invalid' as const }] : []),
    ...(PRICE.some((name) => change[name] !== undefined)
      ? wrongPrice({
          exVatCents: next.priceExVatCents,
          vatRate: next.vatRate,
          ownContributionCents: next.ownContributionCents,
        })
      : []),
    ...wrongChange(module, next, { reviewed: programme.reviewsModules }),
  ]);
  const fields = (Object.keys(next) as (keyof typeof next)[]).filter(
    (name) => JSON.stringify(next[name]) !== JSON.stringify(module[name]),
  );
  if (fields.length === 0) return;
  await tx
    .update(modules)
    .set(Object.fromEntries(fields.map((name) => [name, next[name]])))
    .where(eq(modules.id, id));
  const [from, to] = [module, next].map((one) => Object.fromEntries(PRICE.map((name) => [name, one[name]])));
  await record(work, { action: 'module.changed', subjectId: id, details: { fields, from, to } });
}
