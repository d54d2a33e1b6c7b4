import { describe, expect, it } from 'vitest';
import { checkRules } from '../../api/paying/eligibility/check.rules.ts';
import type { Facts } from '../../api/paying/eligibility/facts.ts';
import { decide } from '../../api/paying/eligibility/rules.ts';
import { type Rule, rules as ruleList } from '../../api/paying/eligibility/schema.ts';
import {
  backOnTrackRules,
  deventerRules,
  onderneemvaardigRules,
  onderneemvaardigRulesNow,
} from '../../db/seed/programme-rules.ts';
import { programmeSpecs } from '../../db/seed/programmes.ts';
import { address, businessAt, facts, paidPlace } from './eligibility-facts.ts';

const specs = programmeSpecs(new Date('2026-11-24T12:00:00Z'));
const outcome = (rules: Rule[], change: Partial<Facts> = {}) =>
  decide(rules, { ...facts, ...change }).outcome;
const free = { price: { exVatCents: 0, vatRate: '21' as const, ownContributionCents: 0 } };

it.each([
  ...specs.map((spec) => [spec.slug, spec, spec.rules] as const),
  ['onderneemvaardig, from yesterday', specs[2]!, onderneemvaardigRulesNow] as const,
])('the rules of %s are data that can be saved', (_, spec, rules) => {
  expect(ruleList.parse(JSON.parse(JSON.stringify(rules)))).toEqual(rules);
  const programme = {
    startsOn: spec.startsOn,
    endsOn: spec.endsOn,
    deMinimis: 'under-investigation' as const,
    hasBudget: Boolean(spec.authorisedCents),
    maxEntrepreneurs: spec.maxEntrepreneurs ?? null,
    products: (spec.products ?? []).map(({ code, cap }) => ({ code, cap: cap ?? null })),
  };
  expect(checkRules(rules, programme, spec.rulesFrom)).toEqual([]);
});

describe('Back on Track', () => {
  it('is open to everyone: who you are does not matter', () => {
    const nobody: Partial<Facts> = {
      kvkNumber: null,
      business: { status: 'not-given' },
      residence: null,
      paid: Array.from({ length: 40 }, () => paidPlace('2026-10-01', { moduleId: 'this-module' })),
      budgetRoomCents: null,
      deMinimis: { declaredCents: null, grants: [] },
    };
    expect(outcome(backOnTrackRules, { ...nobody, ...free })).toBe('eligible');
    expect(outcome(backOnTrackRules, { ...nobody, ...free, sessionOn: '2030-01-01' })).toBe('not-eligible');
  });

  it('keeps its three figures apart, and shows the gap', () => {
    const { authorisedCents, reservedCents, phaseCents } = specs[0]!;
    expect(phaseCents).toEqual([60_000_00, 30_000_00, 30_000_00, 30_000_00]);
    expect([authorisedCents, reservedCents]).toEqual([151_871_00, 150_000_00]);
    expect(phaseCents!.reduce((a, b) => a + b)).toBe(reservedCents);
    expect(authorisedCents! - reservedCents!).toBe(1_871_00);
  });
});

describe('Onderneemvaardig', () => {
  it.each<[string, Partial<Facts>, string]>([
    ['an active business in Amsterdam', {}, 'eligible'],
    ['one in Weesp', { business: businessAt(address({ place: 'Weesp' })) }, 'eligible'],
    ['one elsewhere', { business: businessAt(address({ place: 'Deventer' })) }, 'not-eligible'],
    ['one that the register shields', { business: businessAt(address({ shielded: true })) }, 'needs-review'],
    ['one abroad', { business: businessAt(address({ place: 'Gent', country: 'België' })) }, 'needs-review'],
    [
      'one that ended',
      { business: { status: 'found', active: false, endedOn: '2020-01-01', addresses: [] } },
      'not-eligible',
    ],
    ['no number', { kvkNumber: null, business: { status: 'not-given' } }, 'needs-review'],
    ['a register that is down', { business: { status: 'unavailable' } }, 'needs-review'],
    [
      'the same module again',
      { paid: [paidPlace('2026-10-01', { moduleId: 'this-module' })] },
      'not-eligible',
    ],
    ['the seventh time', { paid: Array.from({ length: 6 }, () => paidPlace('2026-10-01')) }, 'not-eligible'],
  ])('%s', (_, change, expected) => expect(outcome(onderneemvaardigRules, change)).toBe(expected));
});

describe('Deventer', () => {
  const { products = [], authorisedCents, maxEntrepreneurs } = specs[3]!;
  const sum = (field: 'priceCents' | 'minutes', of = products) =>
    of.reduce((all, it) => all + (it[field] ?? 0), 0);
  const pack = products.filter(({ inPackage }) => inPackage);
  const study = products.find(({ code }) => code === 'levensvatbaarheidsonderzoek')!;

  it('has a package of 1,262.50 euros and 16 hours; with the study it is 3,357.50', () => {
    expect([pack.length, sum('priceCents', pack), sum('minutes', pack)]).toEqual([5, 1_262_50, 16 * 60]);
    expect(sum('priceCents')).toBe(3_357_50);
  });

  it('has prices that are not hours times a rate', () => {
    const rates = pack.map((it) => Math.round((it.priceCents * 60) / it.minutes!));
    expect(rates).toEqual([75_00, 75_00, 91_67, 100_00, 75_00]);
    expect(study.minutes).toBeUndefined();
  });

  it('may promise more than it has, and then the money stops first', () => {
    const wanted = maxEntrepreneurs! * sum('priceCents', pack);
    expect(wanted).toBe(441_875_00);
    expect(Math.floor(authorisedCents! / sum('priceCents', pack))).toBe(158);
    expect(authorisedCents! - study.cap! * study.priceCents).toBe(137_150_00);
    const price = {
      exVatCents: sum('priceCents', pack),
      vatRate: 'exempt' as const,
      ownContributionCents: 0,
    };
    let roomCents = authorisedCents!;
    let people = 0;
    for (let used = 0; used < maxEntrepreneurs!; used++) {
      const decision = decide(deventerRules, {
        ...facts,
        price,
        budgetRoomCents: roomCents,
        caps: { product: null, people: { used, cap: maxEntrepreneurs!, includesThis: false } },
      });
      roomCents -= decision.borneExVatCents;
      if (decision.outcome === 'eligible') people++;
    }
    expect([people, roomCents]).toEqual([158, authorisedCents! - 158 * 1_262_50]);
  });

  const place = (product: number, people: number, includesThis = false): Partial<Facts> => ({
    caps: {
      product: { code: study.code, used: product, cap: 30, includesThis: false },
      people: { used: people, cap: 350, includesThis },
    },
  });
  it.each<[string, Partial<Facts>, string]>([
    ['the thirtieth study', place(29, 10), 'eligible'],
    ['the thirty-first study', place(30, 10), 'not-eligible'],
    ['the 351st entrepreneur', place(0, 350), 'not-eligible'],
    ['a second use by one of the 350', place(0, 350, true), 'eligible'],
    ['no money left', { ...place(0, 0), budgetRoomCents: 0 }, 'not-eligible'],
  ])('%s', (_, change, expected) => expect(outcome(deventerRules, change)).toBe(expected));
});
