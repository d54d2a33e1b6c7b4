import { describe, expect, it } from 'vitest';
import type { Facts } from '../../api/paying/eligibility/facts.ts';
import type { Rule, RuleKind } from '../../api/paying/eligibility/schema.ts';
import { warningsOf } from '../../api/paying/rule-sets/warnings.ts';
import { facts } from './eligibility-facts.ts';

/** A decision that was made on these facts by rules of these kinds. */
const decided = (change: Partial<Facts> = {}, ...kinds: RuleKind[]) => ({
  facts: { ...facts, ...change },
  rules: kinds.map((rule) => ({ rule })),
});
const unused = { people: 0, products: new Map<string, { used: number; cap: number | null }>() };
const given = (rules: Rule[], stored = [decided()], uses = unused) =>
  warningsOf(rules, stored, uses, [], '2026-12-01').map(({ code, rule, text }) => [code, rule, text.nl]);

const lookedUp: Rule = { kind: 'businessActive' };
const area = (basis: 'business' | 'residence'): Rule => ({
  kind: 'establishedInArea',
  basis,
  places: ['Weesp'],
  postcodes: [],
});
const people = (max: number): Rule => ({ kind: 'peopleCap', max, scope: 'programme' });
const aid: Rule = { kind: 'deMinimisRoom', ceilingCents: 300_000_00, years: 3 };
const declare: Rule = {
  kind: 'declarations',
  items: ['a', 'b'].map((code) => ({ code, nl: `Ik ${code}.`, en: `I ${code}.` })),
};

describe('without a decision to try the rules on', () => {
  it('that is said, and nothing of what a decision lacks', () =>
    expect(given([lookedUp, people(350)], [])).toEqual([
      ['nothing-to-replay', null, 'Er zijn nog geen aanmeldingen om de regels op na te rekenen.'],
    ]));
});

describe('what an older decision does not know', () => {
  const noAnswer: Partial<Facts> = { business: { status: 'unavailable' } };
  const unseen: [string, Rule, ReturnType<typeof decided>, boolean][] = [
    ['a business that was found is known', lookedUp, decided(), false],
    ['a business of which no answer came is not', lookedUp, decided(noAnswer), true],
    [
      'one without a number would not be looked up',
      lookedUp,
      decided({ business: { status: 'not-given' } }),
      false,
    ],
    ['where a business is', area('business'), decided({ residence: null }), false],
    ['where a business is, without an answer', area('business'), decided(noAnswer), true],
    ['where someone lives, without an answer of the register', area('residence'), decided(noAnswer), false],
    ['where someone lives, never asked', area('residence'), decided({ residence: null }), true],
    ['how full it was, counted for a product', people(350), decided({}, 'productCap'), false],
    ['how full it was, counted for people', { kind: 'productCap' }, decided({}, 'peopleCap'), false],
    ['how full it was, not counted', people(350), decided({}, 'kvkNumber'), true],
    ['what aid there was, looked at', aid, decided({}, 'kvkNumber', 'deMinimisRoom'), false],
    ['what aid there was, not looked at', aid, decided({}, 'productCap'), true],
    ['what was declared, yes and no', declare, decided({ declarations: { a: true, b: false } }), false],
    ['what was declared, one of two', declare, decided({ declarations: { a: true } }), true],
    ['what money there was', { kind: 'budgetRoom' }, decided({ budgetRoomCents: 0 }), false],
    ['what money there was, not known', { kind: 'budgetRoom' }, decided({ budgetRoomCents: null }), true],
    ['a rule that needs nothing more', { kind: 'manualReview' }, decided(), false],
  ];
  it.each(unseen)('%s', (_, rule, stored, isUnseen) =>
    expect(given([rule], [stored]).length).toBe(isUnseen ? 1 : 0),
  );

  it('of the register is looked up for who books from now on', () =>
    expect(given([lookedUp, area('business')], [decided(noAnswer), decided(), decided(noAnswer)])).toEqual(
      (['businessActive', 'establishedInArea'] as const).map((kind) => [
        'not-looked-up',
        kind,
        'Van 2 aanmeldingen was er geen antwoord uit het Handelsregister. Die komen hier uit op ‘kijkt iemand na’. Nieuwe aanmeldingen zoeken wij wel op.',
      ]),
    ));

  it('of anything else may make the outcome another, also where someone lives: nobody looks that up', () =>
    expect(given([area('residence'), declare], [decided({ residence: null, declarations: {} })])).toEqual(
      (['establishedInArea', 'declarations'] as const).map((kind) => [
        'not-recorded',
        kind,
        'Bij 1 aanmelding is niet vastgelegd wat deze regel wil weten. De uitkomst kan daar anders zijn dan hier staat.',
      ]),
    ));
});

describe('a limit that is reached on the first day', () => {
  const counted = [decided({}, 'productCap', 'peopleCap')];
  const uses = {
    people: 350,
    products: new Map([
      ['study', { used: 30, cap: 30 }],
      ['scan', { used: 31, cap: null }],
      ['talk', { used: 2, cap: 3 }],
    ]),
  };
  const ofStudy = (used: number, max: number) =>
    `‘study’ is al ${used} keer gebruikt. Met een grens van ${max} betaalt de gemeente het niet meer.`;

  it.each<[string, Rule, string[]]>([
    [
      'the number of people',
      people(350),
      [
        'Er doen al 350 ondernemers mee. Met een grens van 350 betaalt de gemeente voor niemand die nieuw is.',
      ],
    ],
    ['one person more fits', people(351), []],
    ['every product that has a limit of its own', { kind: 'productCap' }, [ofStudy(30, 30)]],
    ['only the product of the rule', { kind: 'productCap', product: 'talk' }, []],
    [
      'a limit of the rule that is lower',
      { kind: 'productCap', product: 'study', max: 29 },
      [ofStudy(30, 29)],
    ],
    ['one use more fits', { kind: 'productCap', product: 'scan', max: 32 }, []],
    ['a rule without a limit', { kind: 'kvkNumber', required: true }, []],
  ])('%s', (_, rule, texts) =>
    expect(given([rule], counted, uses)).toEqual(texts.map((text) => ['already-full', rule.kind, text])),
  );
});

describe('a version that waits', () => {
  const waiting = (state: 'planned' | 'in-force' | 'past', validFrom: string) =>
    warningsOf([], [decided()], unused, [{ version: 2, validFrom, state }], '2026-12-01');

  it('takes the place of these rules when it holds from a later day', () =>
    expect(waiting('planned', '2027-01-02')).toEqual([
      {
        code: 'later-version',
        rule: null,
        text: {
          nl: 'Versie 2 staat al klaar en komt op 2-1-2027 in de plaats van deze regels.',
          en: 'Version 2 is waiting and takes the place of these rules on 2-1-2027.',
        },
      },
    ]));

  it.each([
    ['of the same day is replaced by these', 'planned', '2026-12-01'],
    ['of an earlier day too', 'planned', '2026-11-30'],
    ['that holds already does not wait', 'in-force', '2026-12-02'],
  ] as const)('%s', (_, state, validFrom) => expect(waiting(state, validFrom)).toEqual([]));
});

it('every warning is there in English', () => {
  const english = (rules: Rule[], stored: ReturnType<typeof decided>[], uses = unused) =>
    warningsOf(rules, stored, uses, [], '2026-12-01').map(({ text }) => text.en);
  const full = { people: 350, products: new Map([['study', { used: 30, cap: 30 }]]) };
  expect([
    ...english([], []),
    ...english([lookedUp, aid], [decided({ business: { status: 'unavailable' } })]),
    ...english([aid], [decided(), decided()]),
    ...english([people(350), { kind: 'productCap' }], [decided({}, 'peopleCap')], full),
  ]).toEqual([
    'There are no bookings yet to try the rules on.',
    'For 1 booking there was no answer from the business register. They come out here as ‘someone checks’. New bookings are looked up.',
    'For 1 booking it was not written down what this rule wants to know. The outcome may differ from what you see here.',
    'For 2 bookings it was not written down what this rule wants to know. The outcome may differ from what you see here.',
    '350 entrepreneurs take part already. With a limit of 350 the municipality pays for nobody new.',
    '‘study’ was used 30 times already. With a limit of 30 the municipality no longer pays for it.',
  ]);
});
