import fc from 'fast-check';
import type { Facts } from '../../api/paying/eligibility/facts.ts';
import type { Rule } from '../../api/paying/eligibility/schema.ts';

const day = fc
  .integer({ min: 0, max: 1_500 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
const small = fc.integer({ min: 0, max: 6 });
const cents = fc.integer({ min: 0, max: 50_000 });
const place = fc.constantFrom('Amstelveen', 'Amsterdam', 'Urk');
const postcode = fc.constantFrom('1182 JR', '1012', '8321 aa', 'nonsense');
const pc4 = fc.constantFrom(1000, 1180, 1188, 9999);
const oneOf = <T>(value: T) => fc.constant(value);

/** Any rule of any kind, also those that nobody would save. */
export const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      'programmeRunning' as const,
      'businessActive' as const,
      'notPaidForModule' as const,
      'budgetRoom' as const,
      'manualReview' as const,
    ),
  }) as fc.Arbitrary<Rule>,
  fc.record({ kind: oneOf('kvkNumber' as const), required: fc.boolean() }),
  fc.record(
    {
      kind: oneOf('establishedInArea' as const),
      basis: fc.constantFrom('business' as const, 'residence' as const, 'either' as const),
      places: fc.array(place, { maxLength: 3 }),
      postcodes: fc.array(fc.record({ from: pc4, to: pc4 }), { maxLength: 2 }),
      outside: oneOf('review' as const),
    },
    { requiredKeys: ['kind', 'basis', 'places', 'postcodes'] },
  ),
  fc.record(
    { kind: oneOf('productCap' as const), product: fc.constantFrom('study', 'scan'), max: small },
    { requiredKeys: ['kind'] },
  ),
  fc.record({ kind: oneOf('peopleCap' as const), max: small, scope: oneOf('programme' as const) }),
  fc.record({
    kind: oneOf('capPerEntrepreneur' as const),
    max: fc.integer({ min: 0, max: 60_000 }),
    unit: fc.constantFrom('count' as const, 'minutes' as const, 'cents' as const),
    period: fc.oneof(
      fc.constantFrom({ per: 'programme' as const }, { per: 'calendarYear' as const }),
      fc.record({ per: oneOf('rollingMonths' as const), months: fc.integer({ min: 1, max: 24 }) }),
    ),
  }),
  fc.record({
    kind: oneOf('declarations' as const),
    items: fc.array(fc.record({ code: fc.constantFrom('a', 'b'), nl: oneOf('Ik a.'), en: oneOf('I a.') }), {
      maxLength: 2,
    }),
  }),
  fc.record({
    kind: oneOf('deMinimisRoom' as const),
    ceilingCents: cents,
    years: fc.integer({ min: 1, max: 4 }),
  }),
);
export const anyRules = fc.array(anyRule, { maxLength: 8 });

const address = {
  shielded: fc.boolean(),
  place: fc.option(place),
  postcode: fc.option(postcode),
  country: fc.constantFrom(null, 'Nederland', 'België'),
};
const use = {
  used: small,
  cap: fc.option(small),
  includesThis: fc.boolean(),
};

export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  ruleSetVersion: small,
  today: day,
  sessionOn: day,
  programme: fc.record({
    status: fc.constantFrom('draft' as const, 'running' as const, 'archived' as const),
    startsOn: day,
    endsOn: day,
    paused: fc.boolean(),
  }),
  module: fc.record({ id: fc.constantFrom('m', 'n'), minutes: fc.integer({ min: 1, max: 600 }) }),
  price: fc.record({
    exVatCents: cents,
    vatRate: fc.constantFrom('21' as const, '9' as const, '0' as const, 'exempt' as const),
    ownContributionCents: cents,
  }),
  kvkNumber: fc.option(oneOf('69599084')),
  business: fc.oneof(
    fc.constantFrom(
      { status: 'not-found' as const },
      { status: 'unavailable' as const },
      { status: 'not-given' as const },
    ),
    fc.record({
      status: oneOf('found' as const),
      active: fc.boolean(),
      endedOn: fc.option(fc.oneof(day, fc.constantFrom('2015', '2015-06', 'unknown'))),
      addresses: fc.array(
        fc.record({ kind: fc.constantFrom('visiting' as const, 'postal' as const), ...address }),
        { maxLength: 3 },
      ),
    }),
  ),
  residence: fc.option(fc.record(address)),
  paid: fc.array(
    fc.record({
      moduleId: fc.constantFrom('m', 'n', 'o'),
      cents,
      minutes: fc.integer({ min: 1, max: 600 }),
      on: day,
    }),
    { maxLength: 8 },
  ),
  caps: fc.record({
    product: fc.option(fc.record({ code: fc.constantFrom('study', 'scan'), ...use })),
    people: fc.record(use),
  }),
  budgetRoomCents: fc.option(fc.integer({ min: -10, max: 60_000 })),
  deMinimis: fc.record({
    declaredCents: fc.option(cents),
    grants: fc.array(fc.record({ cents, on: day }), { maxLength: 4 }),
  }),
  declarations: fc.dictionary(fc.constantFrom('a', 'b', 'lives_residence', 'lives_either'), fc.boolean()),
  review: fc.option(
    fc.record({ outcome: fc.constantFrom('approved' as const, 'refused' as const), on: day }),
  ),
});
