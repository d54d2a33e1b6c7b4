import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type Draft,
  draftOf,
  draftsIn,
  fieldId,
  fieldOf,
  toRule,
} from '../../site/gemeente/rules/rule-form.ts';
import { anyRule } from './eligibility-arbitrary.ts';

/** What a browser sends of a form with these rules. */
const sent = (drafts: Draft[]) =>
  Object.fromEntries(
    drafts.flatMap(({ kind, values }, at) => [
      [fieldId(at, 'kind'), kind],
      ...Object.entries(values).map(([field, value]) => [fieldId(at, field), value.replace(/\n/g, '\r\n')]),
    ]),
  ) as Record<string, string>;

it.each(['nl', 'en'] as const)('every rule comes back from its own form unchanged, in %s', (locale) => {
  // Two declarations with the same words cannot be told apart in a form; saving refuses them.
  const rules = fc.array(
    anyRule.filter((rule) => rule.kind !== 'declarations' || rule.items.length < 2),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(rules, (some) => {
      const form = sent(some.map((rule) => draftOf(rule, locale)));
      expect(draftsIn(form).map(toRule)).toEqual(some);
    }),
  );
});

describe('what people type', () => {
  const cap = (max: string, unit: string) =>
    toRule({ kind: 'capPerEntrepreneur', values: { max, unit, per: 'programme' } });
  test.each([
    ['€60.000,=', 'cents', 60_000_00],
    ['2095,00', 'cents', 2095_00],
    ['€ 1.262,50', 'cents', 1262_50],
    ['1,5', 'minutes', 90],
    ['1.000', 'count', 1000],
    [' 6 ', 'count', 6],
    ['1,262', 'cents', '1,262'],
    ['veel', 'count', 'veel'],
    ['', 'count', undefined],
  ])('%j %s', (typed, unit, max) => expect(cap(typed, unit)).toMatchObject({ max }));

  it('has places and postcodes on lines of their own, or with commas', () => {
    const values = {
      basis: 'business',
      places: 'Amsterdam, Weesp\r\n\r\n',
      postcodes: '1011-1109\n1382; 1400 t/m 1410\nabc',
    };
    expect(toRule({ kind: 'establishedInArea', values })).toEqual({
      kind: 'establishedInArea',
      basis: 'business',
      places: ['Amsterdam', 'Weesp'],
      postcodes: [{ from: 1011, to: 1109 }, { from: 1382, to: 1382 }, { from: 1400, to: 1410 }, 'abc'],
    });
  });

  it('keeps the code of a declaration whose words stay, and gives other words another', () => {
    const values = {
      nl: 'Mijn bedrijf loopt.\nIk heb geen schulden.',
      en: 'It runs.\nNo debts.',
      known: 'loopt=Mijn bedrijf loopt.',
    };
    expect(toRule({ kind: 'declarations', values })).toMatchObject({
      items: [{ code: 'loopt' }, { code: 'ik-heb-geen-schulden', en: 'No debts.' }],
    });
  });
});

test.each([
  ['rules.3.max', 3, 'max', 'rule-3-max'],
  ['rules.0.postcodes.1.from', 0, 'postcodes', 'rule-0-postcodes'],
  ['rules.2.period.months', 2, 'months', 'rule-2-months'],
  ['rules.2.items', 2, 'nl', 'rule-2-nl'],
  ['rules.2.items.1.en', 2, 'en', 'rule-2-en'],
  ['rules.4', 4, '', 'rule-4'],
  ['rules', null, 'rules', 'rules'],
  ['validFrom', null, 'validFrom', 'validFrom'],
] as const)('the error at %s is shown at its field', (name, at, field, id) =>
  expect(fieldOf(name)).toEqual({ at, field, id }),
);

it('a form that was tampered with is read as far as it goes', () => {
  expect(
    draftsIn({
      'rule-0-kind': 'members',
      'rule-9999-kind': 'budgetRoom',
      'rule-2-kind': 'budgetRoom',
      x: '1',
    }),
  ).toEqual([{ kind: 'budgetRoom', values: {} }]);
});
