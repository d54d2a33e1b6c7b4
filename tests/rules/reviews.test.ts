import { describe, expect, it, test } from 'vitest';
import { askedBy, isComplete, keptOf, nothingDeclared } from '../../api/paying/declarations/rules.ts';
import type { Rule } from '../../api/paying/eligibility/schema.ts';
import { beyondReview, needsLooking, refusesRequest, refusesReview } from '../../api/places/reviews/rules.ts';
import { declarationOf } from '../../site/boeken/declaration/declarations.ts';

const items = [{ code: 'klein', nl: 'Ik ben klein.', en: 'I am small.' }];
const rules: Rule[] = [
  { kind: 'declarations', items },
  { kind: 'deMinimisRoom', ceilingCents: 300_000_00, years: 3 },
];

describe('what is declared', () => {
  it('is what the rules ask, and no more', () => {
    const asked = askedBy(rules, 100);
    expect(asked).toEqual({ items, deMinimis: { ceilingCents: 300_000_00, years: 3 } });
    expect(askedBy(rules, 0).deMinimis).toBeNull();
    const given = { declarations: { klein: false, lid: true }, deMinimisCents: 0 };
    expect(keptOf(asked, given)).toEqual({ answers: { klein: false }, deMinimisCents: 0 });
    expect(keptOf(askedBy([], 100), given)).toBeNull();
    expect(isComplete(asked, { answers: { klein: false }, deMinimisCents: 0 })).toBe(true);
    expect(isComplete(asked, nothingDeclared)).toBe(false);
    expect(isComplete(askedBy([], 100), nothingDeclared)).toBe(true);
  });

  test.each<[Record<string, string>, object]>([
    [{}, {}],
    [{ steun: 'geen', deMinimisCents: '' }, { deMinimisCents: 0 }],
    [{ steun: 'wel', deMinimisCents: '€ 60.000,=' }, { deMinimisCents: 60_000_00 }],
    [{ steun: 'wel', deMinimisCents: '2095,00' }, { deMinimisCents: 2095_00 }],
    [{ deMinimisCents: ' 1.250 ' }, { deMinimisCents: 1250_00 }],
    [{ steun: 'wel', deMinimisCents: '' }, { deMinimisCents: NaN }],
    [{ steun: 'geen', deMinimisCents: '5' }, { deMinimisCents: NaN }],
    [{ steun: 'wel', deMinimisCents: 'veel' }, { deMinimisCents: 'veel' }],
    [{ 'verklaring-klein': 'ja', 'verklaring-x': 'nee' }, { declarations: { klein: true, x: false } }],
  ])('the form %j is %j', (values, expected) => expect(declarationOf(values)).toEqual(expected));
});

const place = { status: 'confirmed', outcome: 'needs-review', requested: false } as const;

describe('who has to be looked at', () => {
  test.each([
    ['a certain place that the rules cannot decide', {}, true],
    ['one that only was typed', { status: 'held' }, false],
    ['one in the queue', { status: 'waitlisted' }, false],
    ['one in the queue whose owner asks', { status: 'waitlisted', requested: true }, true],
    ['a no whose owner asks', { outcome: 'not-eligible', requested: true }, true],
    ['a no', { outcome: 'not-eligible' }, false],
    ['a place that was given up', { status: 'cancelled', requested: true }, false],
  ] as const)('%s', (_, change, expected) => expect(needsLooking({ ...place, ...change })).toBe(expected));

  test.each([
    [{}, null],
    [{ outcome: 'not-eligible' }, null],
    [{ outcome: 'eligible' }, 'nothing-to-review'],
    [{ requested: true }, 'review-requested'],
    [{ status: 'expired' }, 'registration-ended'],
  ] as const)('asking with %j is refused as %s', (change, expected) =>
    expect(refusesRequest({ ...place, ...change })).toBe(expected),
  );
});

describe('a review', () => {
  const unseen = { seen: undefined, newest: 'b', reviewed: false };
  test.each([
    ['of what is open', {}, {}, null],
    ['of what the reviewer saw', {}, { seen: 'b' }, null],
    ['of what changed since', {}, { seen: 'a' }, 'decision-changed'],
    ['of what was done already', { outcome: 'eligible' }, { reviewed: true }, 'nothing-to-review'],
    ['that puts right what was seen', { outcome: 'eligible' }, { reviewed: true, seen: 'b' }, null],
    ['of what the rules settled', { outcome: 'eligible' }, { seen: 'b' }, 'nothing-to-review'],
    ['of what ended', { status: 'cancelled' }, {}, 'registration-ended'],
  ] as const)('%s', (_, change, looked, expected) =>
    expect(refusesReview({ ...place, ...change }, { ...unseen, ...looked })).toBe(expected),
  );

  it('cannot make money or go above the ceiling of the law', () => {
    const failed = (rule: string) => [{ rule, outcome: 'failed' }];
    expect(beyondReview(failed('budgetRoom'))).toBe('budget-full');
    expect(beyondReview(failed('deMinimisRoom'))).toBe('aid-ceiling');
    expect(beyondReview(failed('businessActive'))).toBeNull();
    expect(beyondReview([...failed('businessActive'), ...failed('budgetRoom')])).toBe('budget-full');
    expect(beyondReview([...failed('businessActive'), { rule: 'budgetRoom', outcome: 'passed' }])).toBeNull();
  });
});
