import { describe, expect, it } from 'vitest';
import {
  burdenOf,
  type ByState,
  gapsOf,
  nothing,
  plannedOf,
  roomOf,
  together,
} from '../../api/money/budget/rules.ts';

const held = (reserved: number, committed = 0, realised = 0): ByState => ({
  reserved: { exVatCents: reserved, vatCents: 1 },
  committed: { exVatCents: committed, vatCents: 20 },
  realised: { exVatCents: realised, vatCents: 300 },
});

describe('money by state', () => {
  it('of several adds up in each state', () =>
    expect(together([held(1, 2, 3), nothing(), held(10, 20, 30)])).toEqual({
      reserved: { exVatCents: 11, vatCents: 2 },
      committed: { exVatCents: 22, vatCents: 40 },
      realised: { exVatCents: 33, vatCents: 600 },
    }));

  it.each([
    ['nothing, also under a ceiling of nothing', held(0), 0, { usedCents: 0, freeCents: 0, warning: 'none' }],
    [
      'a cent less than eighty percent',
      held(7_999),
      10_000,
      { usedCents: 7_999, freeCents: 2_001, warning: 'none' },
    ],
    ['eighty percent', held(8_000), 10_000, { usedCents: 8_000, freeCents: 2_000, warning: 'near' }],
    [
      'a cent less than all',
      held(9_000, 900, 99),
      10_000,
      { usedCents: 9_999, freeCents: 1, warning: 'near' },
    ],
    ['all', held(0, 4_000, 6_000), 10_000, { usedCents: 10_000, freeCents: 0, warning: 'full' }],
    ['more than all', held(10_001), 10_000, { usedCents: 10_001, freeCents: -1, warning: 'full' }],
  ])('%s is used', (_, all, ceiling, room) => expect(roomOf(ceiling, all)).toEqual(room));
});

describe('figures that do not agree', () => {
  const amount = (cents: number, basis: 'ex' | 'incl' | 'unknown' = 'ex') => ({ cents, basis });

  it('stand beside each other with the gap between each two', () =>
    expect(
      gapsOf({ authorised: amount(151_871), reserved: amount(150_000), phases: amount(150_000, 'incl') }),
    ).toEqual([
      { from: 'authorised', to: 'reserved', cents: 1_871, sameBasis: true },
      { from: 'reserved', to: 'phases', cents: 0, sameBasis: false },
      { from: 'authorised', to: 'phases', cents: 1_871, sameBasis: false },
    ]));

  it('that are not there have no gap, and two of which nobody knows the VAT no common basis', () =>
    expect(
      gapsOf({ authorised: amount(2, 'unknown'), reserved: amount(1, 'unknown'), phases: null }),
    ).toEqual([{ from: 'authorised', to: 'reserved', cents: 1, sameBasis: false }]));
});

describe('what is promised', () => {
  const product = (code: string, priceCents: number, inPackage: boolean, cap: number | null) => ({
    code,
    name: code.toUpperCase(),
    priceCents,
    inPackage,
    cap,
  });
  const scan = product('scan', 100, true, null);
  const talk = product('talk', 50, true, 9);
  const study = product('study', 2_000, false, 30);

  it('is the package for everyone, and each capped product as often as it may be given', () =>
    expect(plannedOf([scan, talk, study, product('free', 1, false, null)], 350)).toEqual({
      package: { times: 350, unitCents: 150, cents: 52_500 },
      capped: [{ code: 'study', name: 'STUDY', times: 30, unitCents: 2_000, cents: 60_000 }],
      cents: 112_500,
    }));

  it('is no package where nobody says for how many', () =>
    expect(plannedOf([scan, study], null)).toMatchObject({ package: null, cents: 60_000 }));

  it('is only the package where no product has a cap', () =>
    expect(plannedOf([scan], 10)).toEqual({
      package: { times: 10, unitCents: 100, cents: 1_000 },
      capped: [],
      cents: 1_000,
    }));

  it.each([
    ['no products', [], 350],
    ['a package that costs nothing', [product('talk', 0, true, null)], 350],
    ['a package without a number of people', [scan], null],
  ])('is nothing with %s', (_, products, people) => expect(plannedOf(products, people)).toBeNull());
});

it.each([
  ['yes', 'ex'],
  ['no', 'incl'],
  ['unknown', 'unknown'],
] as const)('when VAT can be had back (%s), the municipality bears amounts %s VAT', (answer, basis) =>
  expect(burdenOf(answer)).toBe(basis),
);
