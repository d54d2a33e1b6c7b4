import type { Facts } from '../../api/paying/eligibility/facts.ts';

/** An entrepreneur for whom everything is in order. */
export const facts: Facts = {
  ruleSetVersion: 3,
  today: '2026-11-24',
  sessionOn: '2026-12-01',
  programme: { status: 'running', startsOn: '2026-09-01', endsOn: '2027-08-31', paused: false },
  module: { id: 'this-module', minutes: 120 },
  price: { exVatCents: 22_500, vatRate: '21', ownContributionCents: 4_500 },
  kvkNumber: '69599084',
  business: {
    status: 'found',
    active: true,
    endedOn: null,
    addresses: [
      { kind: 'visiting', shielded: false, place: 'Amsterdam', postcode: '1012 JS', country: null },
    ],
  },
  residence: { shielded: false, place: 'Amstelveen', postcode: '1182 JR', country: null },
  paid: [],
  caps: { product: null, people: { used: 10, cap: null, includesThis: false } },
  budgetRoomCents: 100_000_00,
  deMinimis: { declaredCents: 0, grants: [] },
  declarations: {},
  review: null,
};

export const paidPlace = (on: string, change: Partial<Facts['paid'][number]> = {}) => ({
  moduleId: 'another-module',
  cents: 10_000,
  minutes: 90,
  on,
  ...change,
});

export const address = (
  change: Partial<Extract<Facts['business'], { status: 'found' }>['addresses'][number]>,
) => ({
  kind: 'visiting' as const,
  shielded: false,
  place: null,
  postcode: null,
  country: null,
  ...change,
});

export const businessAt = (...addresses: ReturnType<typeof address>[]): Facts['business'] => ({
  status: 'found',
  active: true,
  endedOn: null,
  addresses,
});
