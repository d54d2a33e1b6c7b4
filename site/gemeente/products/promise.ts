import type { Product } from './product-form.ts';

/** From here on a limit is nearly reached. */
const EARLY = 0.8;

export function fullness({ used, cap }: { used: number; cap: number | null }) {
  if (cap === null) return 'no-limit' as const;
  if (used >= cap) return 'full' as const;
  return used >= EARLY * cap ? ('nearly' as const) : ('room' as const);
}

/** What the package is: everything in it together. Hours count what has hours. */
export function packageOf(products: readonly Product[]) {
  const inside = products.filter(({ inPackage }) => inPackage);
  return {
    number: inside.length,
    hours: inside.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
    cents: inside.reduce((sum, { priceCents }) => sum + priceCents, 0),
  };
}

/**
 * What a programme would owe if everyone took the whole package, beside what it has. Promising more than there is may be
 * right, as few take everything; it must be seen. Null when there is nothing to compare. In cents.
 */
export function promiseOf(products: readonly Product[], people: number | null, budgetCents: number | null) {
  const { cents: each } = packageOf(products);
  if (people === null || budgetCents === null || each === 0) return null;
  const total = people * each;
  const outside = products.flatMap(({ name, cap, inPackage, priceCents }) => {
    if (inPackage || cap === null) return [];
    const all = cap * priceCents;
    const left = budgetCents - all;
    return [{ name, cap, all, left, perPerson: Math.round(left / people) }];
  });
  return {
    people,
    each,
    total,
    budget: budgetCents,
    times: total / budgetCents,
    packages: Math.floor(budgetCents / each),
    outside,
  };
}
