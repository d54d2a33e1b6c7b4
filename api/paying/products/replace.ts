import type { Work } from '../../unit-of-work/work.ts';
import { asc, count, eq, inArray } from 'drizzle-orm';
import { insertRows } from '../../../db/insert.ts';
import type { Tx } from '../../../db/open.ts';
import { modules } from '../../../db/schema/catalogue.ts';
import { products } from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { lockMoney } from '../../money/ledger/lock.ts';
import { Problem } from '../../http/problem.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import { listProducts } from '../../programmes/programmes/queries.ts';
import { versionsOf } from '../rule-sets/queries.ts';
import { readCatalogue } from './rules.ts';
import type { GivenProduct } from './schema.ts';
import type { Locale } from '../../language/locale.ts';

/**
 * Replaces the catalogue of a programme. A new price is that of everything offered as this product, for who books from then
 * on: who holds or has a place keeps its price. Throws `not-found` for staff of another municipality, `invalid-input` with
 * all that is wrong.
 */
export async function replaceProducts(
  work: Work<StaffActor>,
  idOrSlug: string,
  given: readonly unknown[],
  locale: Locale,
) {
  const { tx, now, actor } = work;
  const programme = await ownProgramme(tx, actor, idOrSlug);
  await lockMoney(tx, programme.id);
  const kept = await catalogueOf(tx, programme.id);
  const versions = await versionsOf(tx, programme.id, now);
  const rules = versions.filter(({ state }) => state !== 'past').flatMap((one) => one.rules);
  const { items, errors } = readCatalogue(given, kept, rules, locale);
  if (errors.length > 0) throw new Problem('invalid-input', { invalidParams: errors });

  const codes = new Set(items.map(({ code }) => code));
  const gone = kept.filter(({ code }) => !codes.has(code));
  if (gone.length > 0) {
    const ids = gone.map(({ id }) => id);
    await tx.delete(products).where(inArray(products.id, ids));
  }
  const byCode = new Map(kept.map((one) => [one.code, one]));
  const made: (typeof products.$inferInsert)[] = [];
  for (const [at, item] of items.entries()) {
    const before = byCode.get(item.code);
    const row = rowOf(item, at + 1);
    if (!before) made.push({ ...row, programmeId: programme.id });
    else await change(tx, before, row);
  }
  await insertRows(tx, products, made);
  const details = { before: kept.map(priceOf), after: items.map(priceOf) };
  await record(work, { action: 'products.replaced', subjectId: programme.id, details });
  return listProducts(tx, programme.id, actor);
}

const priceOf = ({ code, priceCents, cap }: Pick<GivenProduct, 'code' | 'priceCents' | 'cap'>) => ({
  code,
  priceCents,
  cap,
});

const rowOf = ({ hours, ...item }: GivenProduct, position: number) => ({
  ...item,
  minutes: hours === null ? null : Math.max(1, Math.round(hours * 60)),
  position,
});

async function change(
  tx: Tx,
  before: Pick<typeof products.$inferSelect, 'id' | 'priceCents' | 'priceBasis'>,
  row: Omit<typeof products.$inferInsert, 'programmeId'>,
) {
  await tx.update(products).set(row).where(eq(products.id, before.id));
  const basis = row.priceBasis ?? before.priceBasis;
  if (row.priceCents === before.priceCents && basis === before.priceBasis) return;
  const vat = basis === 'unknown' && { vatRate: 'unknown' as const };
  await tx
    .update(modules)
    .set({ priceExVatCents: row.priceCents, ...vat })
    .where(eq(modules.productId, before.id));
}

const catalogueOf = (tx: Tx, programmeId: string) =>
  tx
    .select({
      id: products.id,
      code: products.code,
      name: products.name,
      priceCents: products.priceCents,
      priceBasis: products.priceBasis,
      cap: products.cap,
      modules: count(modules.id),
    })
    .from(products)
    .leftJoin(modules, eq(modules.productId, products.id))
    .where(eq(products.programmeId, programmeId))
    .groupBy(products.id)
    .orderBy(asc(products.position));
