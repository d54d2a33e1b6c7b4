import { describe, expect, it } from 'vitest';
import type { CheckedProgramme } from '../../api/paying/eligibility/check.rules.ts';
import { readRules } from '../../api/paying/rule-sets/rules.ts';

const today = '2026-11-24';
const programme: CheckedProgramme = {
  startsOn: '2026-09-01',
  endsOn: '2027-08-31',
  deMinimis: 'under-investigation',
  hasBudget: false,
  maxEntrepreneurs: 350,
  products: [
    { code: 'study', cap: 30 },
    { code: 'scan', cap: null },
  ],
};
type Change = Partial<CheckedProgramme>;
const read = (rules: unknown[], validFrom?: string, change: Change = {}) =>
  readRules({ rules, validFrom }, { ...programme, ...change }, today, 'nl');
/** Where something is wrong, in the order in which it is told. */
const where = (...given: Parameters<typeof read>) =>
  read(...given).errors.map(({ name, code }) => (code === 'explained' ? name : `${name} ${code}`));

const running = { kind: 'programmeRunning' };
const cap = (max: number) => ({
  kind: 'capPerEntrepreneur',
  max,
  unit: 'count',
  period: { per: 'programme' },
});
const area = (places: unknown[], postcodes: unknown[] = []) => ({
  kind: 'establishedInArea',
  basis: 'business',
  places,
  postcodes,
});
const item = (nl: string, en = 'So it is.', code = 'a') => ({ code, nl, en });
const declare = (...items: unknown[]) => ({ kind: 'declarations', items });
const aid = (change: object = {}) => ({ kind: 'deMinimisRoom', ceilingCents: 1_00, years: 3, ...change });
const people = (max: number) => ({ kind: 'peopleCap', max, scope: 'programme' });

it('rules in order are read as they are', () => {
  const rules = [running, cap(3), area(['Weesp'])];
  expect(read(rules, '2026-11-24')).toEqual({ rules, errors: [] });
});

describe('what is wrong is told at the field it is about', () => {
  it.each<[string, unknown[], string[], Change?]>([
    ['a limit of nothing', [cap(0)], ['rules.0.max']],
    ['no aid at all', [aid({ ceilingCents: 0 })], ['rules.0.ceilingCents']],
    ['two limits for one thing', [cap(3), cap(4)], ['rules.1.max']],
    ['two limits of aid', [aid(), aid({ years: 4 })], ['rules.1']],
    ['another number than the programme', [people(349)], ['rules.0.max']],
    [
      'another number than the catalogue',
      [{ kind: 'productCap', product: 'study', max: 31 }],
      ['rules.0.max'],
    ],
    ['a product without a number', [{ kind: 'productCap', product: 'scan' }], ['rules.0.max']],
    ['a product that is not there', [{ kind: 'productCap', product: 'x', max: 1 }], ['rules.0.product']],
    ['a number for no product', [{ kind: 'productCap', max: 1 }], ['rules.0.product']],
    ['an area of nothing', [area([])], ['rules.0.places']],
    ['a postcode for a place', [area(['1382'])], ['rules.0.places']],
    ['postcodes the wrong way round', [area([], [{ from: 1109, to: 1011 }])], ['rules.0.postcodes']],
    [
      'a business looked up by a number that nobody gives',
      [{ kind: 'kvkNumber', required: false }, { kind: 'businessActive' }],
      ['rules.0.required'],
    ],
    ['nothing to declare', [declare()], ['rules.0.items']],
    ['a declaration twice', [declare(item('Ik a.'), item('Ik b.'))], ['rules.0.items']],
    ['a declaration in one language', [declare(item('Ik a.', ''))], ['rules.0.items']],
    ['membership as a condition', [declare(item('Ik ben lid.'))], ['rules.0.items']],
    ['more aid than the law allows', [aid({ ceilingCents: 300_000_01 })], ['rules.0.ceilingCents']],
    ['the same rule twice', [running, running], ['rules.1']],
    ['no budget to look at', [{ kind: 'budgetRoom' }], ['rules.0']],
    ['aid where there is none', [aid()], ['rules.0'], { deMinimis: 'not' }],
    ['aid without a rule', [running], ['rules'], { deMinimis: 'applicable' }],
  ])('%s', (_, rules, errors, change) => expect(where(rules, today, change)).toEqual(errors));

  it('in the language of who reads', () =>
    expect(readRules({ rules: [cap(0)], validFrom: today }, programme, today, 'en').errors).toEqual([
      {
        name: 'rules.0.max',
        code: 'explained',
        reason:
          'With a limit of 0 the municipality pays for nobody. Give a higher number, or remove the rule.',
      },
    ]));
});

describe('what is no rule', () => {
  it.each<[string, unknown[], string[]]>([
    ['is told at its field', [cap(-1)], ['rules.0.max too-short']],
    [
      'is told of the whole where it is nothing of the kind',
      ['x', null],
      ['rules.0 invalid', 'rules.1 invalid'],
    ],
    ['does not move what is told of the others', [null, cap(0)], ['rules.0 invalid', 'rules.1.max']],
    [
      'has the other lines of its list looked at',
      [area(['', '1382', 'Weesp'], [{ from: 1, to: 1109 }])],
      ['rules.0.places.0 required', 'rules.0.postcodes.0.from too-short', 'rules.0.places'],
    ],
    [
      'has its other lists looked at',
      [area(['1382'], [{ from: 1, to: 2 }])],
      ['rules.0.postcodes.0.from too-short', 'rules.0.postcodes.0.to too-short', 'rules.0.places'],
    ],
    ['is not called empty for a line that is wrong', [area([' '])], ['rules.0.places.0 required']],
    [
      'nor where nothing can be declared of it',
      [declare({ code: 'a' })],
      ['rules.0.items.0.nl required', 'rules.0.items.0.en required'],
    ],
  ])('%s', (_, rules, errors) => expect(where(rules, today)).toEqual(errors));

  it('leaves the lines that can be read', () =>
    expect(read([area(['', 'Weesp'])]).rules).toEqual([area(['Weesp'])]));
});

it('everything is told in the order of the rules, and what is about all of them last', () =>
  expect(where([cap(0), cap(-1), running, running], '2026-11-23', { deMinimis: 'applicable' })).toEqual([
    'rules.0.max',
    'rules.1.max too-short',
    'rules.3',
    'validFrom in-past',
    'rules',
  ]));

describe('the day from which rules hold', () => {
  it.each([
    ['is today at the earliest', '2026-11-24', []],
    ['is not yesterday', '2026-11-23', ['validFrom in-past']],
    ['is a day that exists', '2026-02-30', ['validFrom invalid']],
    ['is the last day of the programme at the latest', '2027-08-31', []],
    ['is not the day after', '2027-09-01', ['validFrom']],
    ['need not be given by who only looks', undefined, []],
  ])('%s', (_, validFrom, errors) => expect(where([running], validFrom)).toEqual(errors));

  it('is not called too late where nobody can read it or nobody gave it', () => {
    const over = { endsOn: '2026-11-01' };
    expect(where([running], 'morgen', over)).toEqual(['validFrom invalid']);
    expect(where([running], undefined, over)).toEqual([]);
  });

  it('has its words, for programs that call the API', () =>
    expect(read([running], '2026-11-23').errors).toEqual([
      { name: 'validFrom', code: 'in-past', reason: 'must lie in the future' },
    ]));
});
