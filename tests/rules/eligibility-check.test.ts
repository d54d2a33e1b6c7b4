import { describe, expect, it } from 'vitest';
import { type CheckedProgramme, checkRules } from '../../api/paying/eligibility/check.rules.ts';
import { problems } from '../../api/paying/eligibility/check-words.ts';
import type { Rule } from '../../api/paying/eligibility/schema.ts';

const programme: CheckedProgramme = {
  startsOn: '2026-09-01',
  endsOn: '2027-08-31',
  deMinimis: 'under-investigation',
  hasBudget: true,
  maxEntrepreneurs: 350,
  products: [
    { code: 'study', cap: 30 },
    { code: 'scan', cap: null },
  ],
};
const running: Rule = { kind: 'programmeRunning' };
const deMinimis: Rule = { kind: 'deMinimisRoom', ceilingCents: 300_000_00, years: 3 };
const optional: Rule = { kind: 'kvkNumber', required: false };
const cap = (max: number, change: object = {}): Rule => ({
  kind: 'capPerEntrepreneur',
  max,
  unit: 'count',
  period: { per: 'programme' },
  ...change,
});
const area = (change: object): Rule => ({
  kind: 'establishedInArea',
  basis: 'business',
  places: [],
  postcodes: [],
  ...change,
});
const declare = (...items: { code: string; nl: string; en: string }[]): Rule => ({
  kind: 'declarations',
  items,
});
const item = (nl: string, en = 'I declare this.', code = 'a') => ({ code, nl, en });
const found = (rules: Rule[], change: Partial<CheckedProgramme> = {}, validFrom = '2026-08-01') =>
  checkRules(rules, { ...programme, ...change }, validFrom);
const codes = (...args: Parameters<typeof found>) => found(...args).map(({ code, rule }) => [code, rule]);

type Case = [string, Parameters<typeof found>, [string, number | null][]];
const wrong: Case[] = [
  ['the same rule twice', [[running, running]], [['duplicate', 1]]],
  ['the same cap twice', [[cap(3), cap(3)]], [['duplicate', 1]]],
  [
    'two people caps',
    [
      [
        { kind: 'peopleCap', max: 350, scope: 'programme' },
        { kind: 'peopleCap', max: 300, scope: 'programme' },
      ],
    ],
    [
      ['caps-contradict', 1],
      ['programme-differs', 1],
    ],
  ],
  [
    'three caps for one thing, each beside the first',
    [[cap(3), cap(4), cap(3)]],
    [
      ['caps-contradict', 1],
      ['duplicate', 2],
    ],
  ],
  ['two caps for one thing', [[cap(3), running, cap(4)]], [['caps-contradict', 2]]],
  [
    'a KVK number that both must and need not be',
    [[{ kind: 'kvkNumber', required: true }, optional]],
    [['duplicate', 1]],
  ],
  ['a cap of nothing', [[cap(0)]], [['cap-of-zero', 0]]],
  ['no aid at all', [[{ ...deMinimis, ceilingCents: 0 }]], [['cap-of-zero', 0]]],
  ['an area without places', [[area({})]], [['area-empty', 0]]],
  ['a postcode for a place', [[area({ places: ['1182 JR', 'Amstelveen'] })]], [['place-unlikely', 0]]],
  [
    'postcodes the wrong way round',
    [[area({ postcodes: [{ from: 1188, to: 1180 }] })]],
    [['postcodes-reversed', 0]],
  ],
  [
    'a business looked up by a number nobody gives',
    [[optional, { kind: 'businessActive' }]],
    [['kvk-number-needed', 0]],
  ],
  [
    'a business placed by a number nobody gives',
    [[area({ places: ['Urk'] }), optional]],
    [['kvk-number-needed', 1]],
  ],
  ['nothing to declare', [[declare()]], [['declarations-empty', 0]]],
  ['one code for two declarations', [[declare(item('Ik a.'), item('Ik b.'))]], [['declaration-twice', 0]]],
  ['a declaration in one language', [[declare(item('Ik a.', ' '))]], [['declaration-untranslated', 0]]],
  ['membership, in Dutch', [[declare(item('Ik ben lid van de vereniging.'))]], [['membership', 0]]],
  ['membership, in English', [[declare(item('Ik hoor erbij.', 'I am a member.'))]], [['membership', 0]]],
  [
    'another number than the programme',
    [[{ kind: 'peopleCap', max: 300, scope: 'programme' }]],
    [['programme-differs', 0]],
  ],
  [
    'another number than the catalogue',
    [[{ kind: 'productCap', product: 'study', max: 31 }]],
    [['catalogue-differs', 0]],
  ],
  [
    'a product of another programme',
    [[{ kind: 'productCap', product: 'other', max: 3 }]],
    [['product-unknown', 0]],
  ],
  ['a number for no product', [[{ kind: 'productCap', max: 3 }]], [['product-missing', 0]]],
  ['a product without a number', [[{ kind: 'productCap', product: 'scan' }]], [['no-product-cap', 0]]],
  ...[[], [{ code: 'scan', cap: null }]].map((products): Case => [
    `a catalogue without numbers, of ${products.length}`,
    [[{ kind: 'productCap' }], { products }],
    [['no-product-cap', 0]],
  ]),
  ['state aid that is none', [[deMinimis], { deMinimis: 'not' }], [['de-minimis-not-applicable', 0]]],
  ['state aid without a rule', [[running], { deMinimis: 'applicable' }], [['de-minimis-missing', null]]],
  [
    'more aid than the law allows',
    [[{ ...deMinimis, ceilingCents: 300_000_01 }]],
    [['de-minimis-above-law', 0]],
  ],
  ['a shorter time than the law has', [[{ ...deMinimis, years: 2 }]], [['de-minimis-above-law', 0]]],
  ['a budget that is not there', [[{ kind: 'budgetRoom' }], { hasBudget: false }], [['no-budget', 0]]],
  ['rules from after the end', [[running], {}, '2027-09-01'], [['after-the-programme', null]]],
];

describe('rules that cannot be saved', () => {
  it.each(wrong)('%s', (_, args, expected) => expect(codes(...args)).toEqual(expected));

  it('are all there, each with a sentence in both languages', () => {
    const all = wrong.flatMap(([, args]) => found(...args));
    expect(new Set(all.map(({ code }) => code))).toEqual(new Set(Object.keys(problems)));
    for (const { text } of all) {
      expect(text.nl).toMatch(/^[A-Z].*\.$/);
      expect(text.en).toMatch(/^[A-Z].*\.$/);
      expect(`${text.nl}${text.en}`).not.toMatch(/undefined|null|NaN/);
      expect(text.nl).not.toBe(text.en);
    }
  });
});

describe('rules that can be saved', () => {
  it.each<[string, Parameters<typeof found>]>([
    [
      'every kind at once',
      [
        [
          running,
          { kind: 'kvkNumber', required: true },
          { kind: 'businessActive' },
          area({ places: ['Amstelveen'], postcodes: [{ from: 1180, to: 1180 }] }),
          { kind: 'productCap', product: 'study', max: 30 },
          { kind: 'peopleCap', max: 350, scope: 'programme' },
          cap(6),
          { kind: 'notPaidForModule' },
          declare(
            item('Ik heb een vraag.'),
            item('Ik ben geleden gestart.', 'I am no member of staff.', 'b'),
          ),
          deMinimis,
          { kind: 'budgetRoom' },
          { kind: 'manualReview' },
        ],
      ],
    ],
    [
      'caps of different things',
      [[cap(3), cap(3, { unit: 'minutes' }), cap(9, { period: { per: 'calendarYear' } })]],
    ],
    [
      'where someone lives or works',
      [[area({ places: ['Urk'] }), area({ places: ['Urk'], basis: 'residence' })]],
    ],
    ['where someone lives, without a number', [[optional, area({ places: ['Urk'], basis: 'residence' })]]],
    [
      'caps of different products, and what holds for all',
      [
        [
          { kind: 'productCap' },
          { kind: 'productCap', product: 'study' },
          { kind: 'productCap', product: 'scan', max: 5 },
        ],
      ],
    ],
    [
      'any number of people where the programme has none',
      [[{ kind: 'peopleCap', max: 9, scope: 'programme' }], { maxEntrepreneurs: null }],
    ],
    ['a cap for a product that has none', [[{ kind: 'productCap', product: 'scan', max: 500 }]]],
    ['state aid with its rule', [[running, deMinimis], { deMinimis: 'applicable' }]],
    ['rules that nobody gave a day for', [[running], {}, undefined]],
    ['from the last day', [[running], {}, '2027-08-31']],
  ])('%s', (_, args) => expect(codes(...args)).toEqual([]));
});
