import { describe, expect, it } from 'vitest';
import type { Facts } from '../../api/paying/eligibility/facts.ts';
import { decide } from '../../api/paying/eligibility/rules.ts';
import type { Rule } from '../../api/paying/eligibility/schema.ts';
import { facts } from './eligibility-facts.ts';

// The municipality bears 187.81 for this place.
const BORNE = 187_81;
const free = { price: { exVatCents: 0, vatRate: '21' as const, ownContributionCents: 0 } };
const oneCent = { price: { exVatCents: 1, vatRate: '0' as const, ownContributionCents: 0 } };
const paused = { programme: { ...facts.programme, paused: true } };
const any: Rule = { kind: 'kvkNumber', required: false };
const judged = (rules: Rule[], change: Partial<Facts>) =>
  decide(rules, { ...facts, ...change }).rules.map(({ rule, outcome }) => `${rule} ${outcome}`);

describe('what no rules can promise away', () => {
  it.each<[string, Rule[], Partial<Facts>, string[]]>([
    ['nothing, while the programme pays and has the money', [], {}, []],
    ['a pause', [any], paused, ['kvkNumber passed', 'programmeRunning failed']],
    [
      'a pause, told once where the rules look at it',
      [{ kind: 'programmeRunning' }],
      paused,
      ['programmeRunning failed'],
    ],
    ['a cent too little', [], { budgetRoomCents: BORNE - 1 }, ['budgetRoom failed']],
    [
      'a cent too little, told once where the rules look at it',
      [{ kind: 'budgetRoom' }],
      { budgetRoomCents: BORNE - 1 },
      ['budgetRoom failed'],
    ],
    ['exactly enough is enough', [], { budgetRoomCents: BORNE }, []],
    ['money of which nobody keeps count is not asked for', [], { budgetRoomCents: null }, []],
    [
      'a place that costs a cent is promised nothing in a pause',
      [],
      { ...paused, ...oneCent },
      ['programmeRunning failed'],
    ],
    [
      'a place that costs nothing can be given in a pause, and without money',
      [],
      { ...paused, ...free, budgetRoomCents: -1 },
      [],
    ],
  ])('%s', (_, rules, change, expected) => expect(judged(rules, change)).toEqual(expected));
});

describe('what is said and seen', () => {
  const one = (rule: Rule, change: Partial<Facts> = {}) => decide([rule], { ...facts, ...change }).rules[0]!;
  const study = { code: 'study', used: 3, cap: null, includesThis: false };

  it.each<[string, Rule, Partial<Facts>, string]>([
    [
      'who is in already hears so, also when it is full',
      { kind: 'peopleCap', max: 10, scope: 'programme' },
      { caps: { product: null, people: { used: 10, cap: 10, includesThis: true } } },
      'U doet al mee aan dit programma.',
    ],
    [
      'a place that costs nothing is no aid',
      { kind: 'deMinimisRoom', ceilingCents: 300_000_00, years: 3 },
      free,
      'De gemeente geeft uw bedrijf hiermee geen geldelijke steun.',
    ],
    [
      'a place that costs nothing needs no budget',
      { kind: 'budgetRoom' },
      { ...free, budgetRoomCents: null },
      'Deze plaats kost het programma niets.',
    ],
  ])('%s', (_, rule, change, nl) =>
    expect(one(rule, change)).toMatchObject({ outcome: 'passed', reason: { nl } }),
  );

  it('a place that costs a cent needs a cent', () =>
    expect(one({ kind: 'budgetRoom' }, { ...oneCent, budgetRoomCents: 0 }).outcome).toBe('failed'));

  it.each<[string, Rule, Partial<Facts>, object]>([
    ['of a business', { kind: 'businessActive' }, {}, { status: 'found', active: true, endedOn: null }],
    ['of no product', { kind: 'productCap' }, {}, { product: null }],
    [
      'of a product without a limit',
      { kind: 'productCap' },
      { caps: { ...facts.caps, product: study } },
      { product: 'study' },
    ],
  ])('%s is kept', (_, rule, change, saw) => expect(one(rule, change).saw).toEqual(saw));
});
