import { describe, expect, it } from 'vitest';
import type { Facts } from '../../api/paying/eligibility/facts.ts';
import { decide } from '../../api/paying/eligibility/rules.ts';
import type { Rule, RuleOf } from '../../api/paying/eligibility/schema.ts';
import { address, businessAt, facts, paidPlace } from './eligibility-facts.ts';

const judged = (rule: Rule, change: Partial<Facts> = {}) => decide([rule], { ...facts, ...change }).rules[0]!;
type Case = [name: string, change: Partial<Facts>, outcome: 'passed' | 'failed' | 'unknown'];
const check = (rule: Rule, cases: Case[]) =>
  it.each(cases)('%s', (_, change, outcome) => expect(judged(rule, change).outcome).toBe(outcome));

describe('the programme is running and open', () => {
  const programme = facts.programme;
  check({ kind: 'programmeRunning' }, [
    ['in its dates', {}, 'passed'],
    ['on its first day', { sessionOn: '2026-09-01' }, 'passed'],
    ['on its last day', { sessionOn: '2027-08-31' }, 'passed'],
    ['the day before', { sessionOn: '2026-08-31' }, 'failed'],
    ['the day after', { sessionOn: '2027-09-01' }, 'failed'],
    ['in draft', { programme: { ...programme, status: 'draft' } }, 'failed'],
    ['archived', { programme: { ...programme, status: 'archived' } }, 'failed'],
    ['paused', { programme: { ...programme, paused: true } }, 'failed'],
  ]);
});

describe('a KVK number', () => {
  check({ kind: 'kvkNumber', required: true }, [
    ['given', {}, 'passed'],
    ['not given', { kvkNumber: null }, 'unknown'],
  ]);
  check({ kind: 'kvkNumber', required: false }, [
    ['not given where it need not be', { kvkNumber: null }, 'passed'],
  ]);
});

describe('a business that is registered and active', () => {
  const ended = (endedOn: string | null, active = false): Partial<Facts> => ({
    business: { status: 'found', active, endedOn, addresses: [] },
  });
  check({ kind: 'businessActive' }, [
    ['active', {}, 'passed'],
    ['inactive', ended(null), 'failed'],
    ['ended on a day', ended('2026-11-23'), 'failed'],
    ['ended today', ended('2026-11-24', true), 'failed'],
    ['ends tomorrow', ended('2026-11-25', true), 'passed'],
    ['ended in some month', ended('2015-06', true), 'failed'],
    ['ended in some year', ended('2015', true), 'failed'],
    ['ended this month, on a day that is not known', ended('2026-11', true), 'failed'],
    ['ended on a day of which nothing is known', ended('unknown', true), 'failed'],
    ['inactive, whatever the date', ended('2030-01-01'), 'failed'],
    ['ends in a later year', ended('2027', true), 'passed'],
    ['not in the register', { business: { status: 'not-found' } }, 'failed'],
    ['the register does not answer', { business: { status: 'unavailable' } }, 'unknown'],
    ['no number to look it up', { business: { status: 'not-given' } }, 'unknown'],
  ]);
});

describe('a business in the area', () => {
  const rule: RuleOf<'establishedInArea'> = {
    kind: 'establishedInArea',
    basis: 'business',
    places: ['Amstelveen', 'IJmuiden'],
    postcodes: [{ from: 1180, to: 1188 }],
  };
  const at = (...changes: Parameters<typeof address>[0][]): Partial<Facts> => ({
    business: businessAt(...changes.map(address)),
  });
  check(rule, [
    ['by its place', at({ place: 'Amstelveen' }), 'passed'],
    ['however the place is written', at({ place: ' AMSTELVEEN ' }), 'passed'],
    ['by the first postcode', at({ postcode: '1180 AA' }), 'passed'],
    ['by the last postcode', at({ postcode: '1188zz' }), 'passed'],
    ['by four digits', at({ postcode: '1182', place: 'Elders' }), 'passed'],
    ['in the Netherlands by name', at({ place: 'Amstelveen', country: 'Nederland' }), 'passed'],
    ['elsewhere', at({ place: 'Amsterdam', postcode: '1012 JS' }), 'failed'],
    ['one of two', at({ place: 'Amsterdam', postcode: '1012 JS' }, { place: 'Amstelveen' }), 'passed'],
    ['shielded', at({ shielded: true, place: 'Amstelveen', postcode: '1182 JR' }), 'unknown'],
    ['abroad', at({ place: 'Amstelveen', postcode: '1182', country: 'België' }), 'unknown'],
    [
      'one elsewhere and one shielded',
      at({ place: 'Urk', postcode: '8321 AA' }, { shielded: true }),
      'unknown',
    ],
    ['one shielded and one inside', at({ shielded: true }, { place: 'Amstelveen' }), 'passed'],
    ['elsewhere, postcode not known', at({ place: 'Amsterdam' }), 'unknown'],
    ['elsewhere, place not known', at({ postcode: '1012 JS' }), 'unknown'],
    ['a postcode that is none', at({ place: 'Urk', postcode: '0123 AA' }), 'unknown'],
    ['no address', at(), 'unknown'],
    ['only a postal address', at({ kind: 'postal', place: 'Amstelveen' }), 'unknown'],
    [
      'a postal address inside and a visiting address elsewhere',
      at({ kind: 'postal', place: 'Amstelveen' }, { place: 'Urk', postcode: '8321 AA' }),
      'failed',
    ],
    ['the register does not answer', { business: { status: 'unavailable' } }, 'unknown'],
  ]);
  it('goes by the place alone where the rule names only places', () => {
    expect(judged({ ...rule, postcodes: [] }, at({ place: 'Amsterdam' })).outcome).toBe('failed');
  });
  it('folds accents', () => {
    expect(
      judged({ ...rule, places: ['Sint Annaparochie', 'Skarsterlân'] }, at({ place: 'Skarsterlan' })).outcome,
    ).toBe('passed');
  });
});

describe('someone who lives in the area', () => {
  const rule: Rule = { kind: 'establishedInArea', basis: 'residence', places: ['Amstelveen'], postcodes: [] };
  const home = (change: object): Partial<Facts> => ({ residence: { ...facts.residence!, ...change } });
  check(rule, [
    ['inside, with a business elsewhere', {}, 'passed'],
    ['elsewhere', home({ place: 'Urk' }), 'failed'],
    ['shielded', home({ shielded: true }), 'unknown'],
    ['not known', { residence: null }, 'unknown'],
  ]);
});

describe('thirty studies', () => {
  const study = (used: number, change: object = {}): Partial<Facts> => ({
    caps: { ...facts.caps, product: { code: 'study', used, cap: 30, includesThis: false, ...change } },
  });
  const rule: Rule = { kind: 'productCap', product: 'study', max: 30 };
  check(rule, [
    ['the thirtieth', study(29), 'passed'],
    ['the thirty-first', study(30), 'failed'],
    ['the thirtieth, judged again', study(30, { includesThis: true }), 'passed'],
    ['too many already, judged again', study(31, { includesThis: true }), 'failed'],
    ['another product', study(30, { code: 'scan' }), 'passed'],
    ['no product', {}, 'passed'],
    ['a lower cap of the catalogue', study(20, { cap: 20 }), 'failed'],
  ]);
  check({ kind: 'productCap' }, [
    ['every product has its own cap', study(30), 'failed'],
    ['and a product without one has none', study(9_999, { cap: null }), 'passed'],
  ]);
});

describe('350 entrepreneurs', () => {
  const people = (used: number, change: object = {}): Partial<Facts> => ({
    caps: { product: null, people: { used, cap: 350, includesThis: false, ...change } },
  });
  check({ kind: 'peopleCap', max: 350, scope: 'programme' }, [
    ['the 350th', people(349), 'passed'],
    ['the 351st', people(350), 'failed'],
    ['who is already in', people(350, { includesThis: true }), 'passed'],
    ['a lower number of the programme', people(300, { cap: 300 }), 'failed'],
  ]);
});

describe('a cap per entrepreneur', () => {
  const cap = (change: Partial<RuleOf<'capPerEntrepreneur'>>): Rule => ({
    kind: 'capPerEntrepreneur',
    max: 2,
    unit: 'count',
    period: { per: 'programme' },
    ...change,
  });
  const paid = (...days: string[]): Partial<Facts> => ({ paid: days.map((on) => paidPlace(on)) });
  check(cap({}), [
    ['the second time', paid('2020-01-01'), 'passed'],
    ['the third time', paid('2020-01-01', '2026-11-30'), 'failed'],
  ]);
  check(cap({ period: { per: 'calendarYear' } }), [
    ['last year does not count', paid('2025-12-31', '2025-12-30'), 'passed'],
    ['this year does', paid('2026-01-01', '2026-12-31'), 'failed'],
  ]);
  check(cap({ period: { per: 'rollingMonths', months: 6 } }), [
    ['half a year ago to the day is over', paid('2026-06-01', '2026-06-01'), 'passed'],
    ['a day later is not', paid('2026-06-02', '2026-06-02'), 'failed'],
    ['later sessions that were booked first count', paid('2027-05-31', '2027-05-31'), 'failed'],
    ['but not after the period', paid('2027-06-01', '2027-06-01'), 'passed'],
    ['spread over more than a period is fine', paid('2026-08-15', '2027-03-15'), 'passed'],
  ]);
  check(cap({ unit: 'minutes', max: 210 }), [
    ['exactly enough hours', paid('2026-10-01'), 'passed'],
    ['too many hours', paid('2026-10-01', '2026-10-02'), 'failed'],
    ['a longer session', { ...paid('2026-10-01'), module: { id: 'x', minutes: 121 } }, 'failed'],
  ]);
  check(cap({ unit: 'cents', max: 28_781 }), [
    ['exactly enough euros: what the municipality bears, ex VAT', paid('2026-10-01'), 'passed'],
    ['one cent more', { paid: [paidPlace('2026-10-01', { cents: 10_001 })] }, 'failed'],
    [
      'above it already, but this one is free',
      {
        ...paid('2026-10-01', '2026-10-02', '2026-10-03'),
        price: { exVatCents: 0, vatRate: '21', ownContributionCents: 0 },
      },
      'passed',
    ],
  ]);
});

describe('what the entrepreneur declares', () => {
  const item = (code: string) => ({ code, nl: `Ik verklaar ${code}.`, en: `I declare ${code}.` });
  const rule: Rule = { kind: 'declarations', items: [item('a'), item('b')] };
  check(rule, [
    ['all of it', { declarations: { a: true, b: true } }, 'passed'],
    ['not yet', { declarations: { a: true } }, 'unknown'],
    ['one of them not', { declarations: { b: false } }, 'failed'],
  ]);
  check({ kind: 'declarations', items: [item('constructor')] }, [
    ['a name that every object has', {}, 'unknown'],
  ]);
  it('names the sentence', () => {
    const found = judged(rule, { declarations: { a: false } });
    expect(found.reason).toEqual({
      nl: 'U gaf aan dat dit niet voor u geldt: ‘Ik verklaar a’.',
      en: 'You said that this is not true for you: ‘I declare a’.',
    });
    expect(found.saw).toEqual({ refused: ['a'], missing: ['b'] });
  });
});

describe('room for state aid', () => {
  const rule: Rule = { kind: 'deMinimisRoom', ceilingCents: 300_000_00, years: 3 };
  const aid = (declaredCents: number | null, ...grants: [string, number][]): Partial<Facts> => ({
    deMinimis: { declaredCents, grants: grants.map(([on, cents]) => ({ on, cents })) },
  });
  const left = 300_000_00 - 18_781;
  const free = { price: { exVatCents: 0, vatRate: '21' as const, ownContributionCents: 0 } };
  check(rule, [
    ['none declared', aid(0), 'passed'],
    ['exactly the ceiling', aid(left), 'passed'],
    ['one cent above it fails as a whole', aid(left + 1), 'failed'],
    ['declared and granted count together', aid(left - 5, ['2026-01-01', 6]), 'failed'],
    ['three years ago to the day still counts', aid(0, ['2023-11-24', left + 1]), 'failed'],
    ['the day before that does not', aid(0, ['2023-11-23', left + 1]), 'passed'],
    ['nothing declared yet', aid(null), 'unknown'],
    ['nothing declared, but too much granted', aid(null, ['2026-01-01', left + 1]), 'failed'],
    ['a place that costs nothing is no aid', { ...aid(null), ...free }, 'passed'],
  ]);
});

describe('room in the budget', () => {
  check({ kind: 'budgetRoom' }, [
    ['exactly enough', { budgetRoomCents: 18_781 }, 'passed'],
    ['one cent short', { budgetRoomCents: 18_780 }, 'failed'],
    ['below zero', { budgetRoomCents: -1 }, 'failed'],
    ['not known', { budgetRoomCents: null }, 'unknown'],
  ]);
});

describe('a person looks at it', () => {
  check({ kind: 'manualReview' }, [
    ['not yet', {}, 'unknown'],
    ['and approves', { review: { outcome: 'approved', on: '2026-11-25' } }, 'passed'],
    ['and refuses', { review: { outcome: 'refused', on: '2026-11-25' } }, 'failed'],
  ]);
});
