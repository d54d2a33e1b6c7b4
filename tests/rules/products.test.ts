import { describe, expect, it } from 'vitest';
import { fullness, packageOf, promiseOf } from '../../site/gemeente/products/promise.ts';
import { productDraft, productsIn, toProduct } from '../../site/gemeente/products/product-form.ts';
import { programmeSpecs } from '../../db/seed/programmes.ts';

const spec = programmeSpecs(new Date('2026-11-24T12:00:00Z')).find(
  ({ municipality }) => municipality === 'deventer',
)!;
const deventer = spec.products!.map(({ code, name, minutes, priceCents, priceBasis, inPackage, cap }) => ({
  code,
  name,
  hours: minutes ? minutes / 60 : null,
  priceCents,
  priceBasis: priceBasis === 'unknown' ? ('unknown' as const) : ('ex' as const),
  inPackage,
  cap: cap ?? null,
}));

describe('Deventer', () => {
  it('has a package of 16 hours and 1,262.50 euros, without the study', () => {
    expect(packageOf(deventer)).toEqual({ number: 5, hours: 16, cents: 1_262_50 });
  });

  it('promises 441,875 euros and has 200,000: enough for 158 packages, or 30 studies and 391.86 for each', () => {
    expect(promiseOf(deventer, spec.maxEntrepreneurs!, spec.authorisedCents!)).toMatchObject({
      total: 441_875_00,
      budget: 200_000_00,
      times: 2.209375,
      packages: 158,
      outside: [{ cap: 30, all: 62_850_00, left: 137_150_00, perPerson: 391_86 }],
    });
  });

  it('says nothing without a number of people, a budget or a package', () => {
    expect(promiseOf(deventer, null, 1)).toBeNull();
    expect(promiseOf(deventer, 350, null)).toBeNull();
    expect(promiseOf([], 350, 1)).toBeNull();
  });

  it.each(['nl', 'en'] as const)('comes back from its own form unchanged, in %s', (locale) => {
    const form = Object.fromEntries(
      deventer.flatMap((item, at) =>
        Object.entries(productDraft(item, locale)).map(([field, value]) => [`product-${at}-${field}`, value]),
      ),
    );
    expect(productsIn(form).map(toProduct)).toEqual(deventer);
  });
});

it.each([
  [79, 100, 'room'],
  [80, 100, 'nearly'],
  [99, 100, 'nearly'],
  [100, 100, 'full'],
  [101, 100, 'full'],
  [23, 30, 'room'],
  [24, 30, 'nearly'],
  [5, null, 'no-limit'],
] as const)('%i of %j is %s', (used, cap, expected) => expect(fullness({ used, cap })).toBe(expected));

describe('a product as people write it', () => {
  const typed = {
    code: '',
    name: 'Coaching à la carte',
    hours: '1,5',
    priceCents: '2095,00',
    vatUnknown: 'no',
    cap: '30',
    inPackage: 'yes',
  };
  it.each([
    ['€60.000,=', 60_000_00],
    ['2095,00', 2095_00],
    ['€ 1.262,50', 1262_50],
    ['112.50', 112_50],
  ])('%s is an amount', (priceCents, cents) => {
    expect(toProduct({ ...typed, priceCents })).toEqual({
      code: 'coaching-a-la-carte',
      name: 'Coaching à la carte',
      hours: 1.5,
      priceCents: cents,
      priceBasis: 'ex',
      inPackage: true,
      cap: 30,
    });
  });

  it('goes on as it was typed where it cannot be read', () => {
    expect(toProduct({ ...typed, priceCents: '1,262', hours: 'veel', cap: '-1' })).toMatchObject({
      priceCents: '1,262',
      hours: 'veel',
      cap: '-1',
    });
  });
});
