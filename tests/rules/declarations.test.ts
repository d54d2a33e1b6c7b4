import { describe, expect, it } from 'vitest';
import { askedBy, isComplete, isSame, keptOf, nothingDeclared } from '../../api/paying/declarations/rules.ts';
import { declarations as words } from '../../api/paying/eligibility/reason-words-own.ts';
import type { Rule } from '../../api/paying/eligibility/schema.ts';

const item = (code: string) => ({ code, nl: `Ik ${code}.`, en: `I ${code}.` });
const aid = (ceilingCents: number, years = 3): Rule => ({ kind: 'deMinimisRoom', ceilingCents, years });
const declare: Rule = { kind: 'declarations', items: [item('a'), item('b')] };
const asked = askedBy([declare, aid(300_000_00)], 100);
const onlyItems = askedBy([declare], 100);

describe('what is asked', () => {
  it.each<[string, Rule[], number, ReturnType<typeof askedBy>['deMinimis']]>([
    [
      'is aid from the first cent that the municipality bears',
      [aid(200)],
      1,
      { ceilingCents: 200, years: 3 },
    ],
    ['is no aid where it bears nothing', [aid(200)], 0, null],
    ['is no aid where no rule looks at it', [declare], 100, null],
    [
      'is aid up to the lowest ceiling, which may come last',
      [aid(300, 4), aid(200)],
      1,
      { ceilingCents: 200, years: 3 },
    ],
    [
      'is aid up to the lowest ceiling, which may come first',
      [aid(200), aid(300, 4)],
      1,
      { ceilingCents: 200, years: 3 },
    ],
  ])('%s', (_, rules, borneCents, deMinimis) =>
    expect(askedBy(rules, borneCents).deMinimis).toEqual(deMinimis),
  );

  it('is every sentence of the rules', () => expect(onlyItems.items).toEqual([item('a'), item('b')]));
});

describe('what is kept of the answers', () => {
  it.each<[string, Parameters<typeof keptOf>, ReturnType<typeof keptOf>]>([
    ['nothing, where nothing was answered', [asked, {}], null],
    ['nothing, where what was answered is not asked', [onlyItems, { deMinimisCents: 5 }], null],
    ['the sum of aid alone', [asked, { deMinimisCents: 0 }], { answers: {}, deMinimisCents: 0 }],
    [
      'one answer alone',
      [asked, { declarations: { b: false } }],
      { answers: { b: false }, deMinimisCents: null },
    ],
    [
      'both answers, without what is not asked',
      [onlyItems, { declarations: { a: true, b: true, lid: true }, deMinimisCents: 5 }],
      { answers: { a: true, b: true }, deMinimisCents: null },
    ],
    [
      'no answer that is only there by its name',
      [askedBy([{ kind: 'declarations', items: [item('constructor')] }], 0), { declarations: {} }],
      null,
    ],
  ])('%s', (_, given, kept) => expect(keptOf(...given)).toEqual(kept));
});

describe('everything is answered', () => {
  it.each([
    ['with both sentences and the sum', asked, { a: true, b: false }, 0, true],
    ['not with one sentence', asked, { a: true }, 0, false],
    ['not without the sum', asked, { a: true, b: false }, null, false],
    ['without the sum where that is not asked', onlyItems, { a: true, b: false }, null, true],
    ['not without the sentences', onlyItems, {}, null, false],
  ] as const)('%s', (_, all, answers, deMinimisCents, complete) =>
    expect(isComplete(all, { answers, deMinimisCents })).toBe(complete),
  );
});

describe('two declarations are the same', () => {
  const one = { answers: { a: true, b: false }, deMinimisCents: 5 };
  it.each([
    ['with the same answers and sum', { ...one, answers: { b: false, a: true } }, true],
    ['not with another sum', { ...one, deMinimisCents: 6 }, false],
    ['not without a sum', { ...one, deMinimisCents: null }, false],
    ['not with one other answer', { ...one, answers: { a: true, b: true } }, false],
    ['not with an answer less', { ...one, answers: { a: true } }, false],
    ['not with an answer more', { ...one, answers: { ...one.answers, c: true } }, false],
    ['not with nothing', nothingDeclared, false],
  ])('%s', (_, other, same) => {
    expect(isSame(one, other)).toBe(same);
    expect(isSame(other, one)).toBe(same);
  });
});

it('sentences are quoted without the point at their end', () => {
  const items = [{ code: 'a', nl: 'Mijn bedrijf (b.v.) loopt.', en: 'My business runs' }, item('b')];
  expect([words.failed(items).reason.nl, words.unknown(items).reason.en]).toEqual([
    'U gaf aan dat dit niet voor u geldt: ‘Mijn bedrijf (b.v.) loopt’, ‘Ik b’.',
    'We do not know yet whether this is true for you: ‘My business runs’, ‘I b’.',
  ]);
});
