import { z } from 'zod';

const cents = z.int().nonnegative();

/** An address. `shielded`: the register keeps it to itself (indicatieAfgeschermd), so we do not judge by it. */
const address = z.strictObject({
  shielded: z.boolean(),
  place: z.string().nullable(),
  /** `1182 JR` or only its four digits. */
  postcode: z.string().nullable(),
  /** Null is the Netherlands. */
  country: z.string().nullable(),
});

/** What the business register said. `not-given`: no KVK number; `unavailable`: it did not answer. */
const business = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('found'),
    active: z.boolean(),
    /** As much of the date as is known: `2015`, `2015-06`, `2015-06-30` or `unknown`; null when it has not ended. */
    endedOn: z.string().nullable(),
    addresses: z.array(address.extend({ kind: z.enum(['visiting', 'postal']) })),
  }),
  z.strictObject({ status: z.literal('not-found') }),
  z.strictObject({ status: z.literal('unavailable') }),
  z.strictObject({ status: z.literal('not-given') }),
]);

/** Who or what uses a cap. `cap` is null where there is none; `includesThis`: `used` already counts this request. */
const use = z.strictObject({ used: cents, cap: cents.nullable(), includesThis: z.boolean() });

/**
 * Everything the rules see, kept as JSON with the decision so that it can be computed again. A closed set: what is not
 * here cannot be a condition. Membership of an association is not here, and never will be (Back on Track, B&W 2-11-2021).
 * Dates are local, as `2026-11-24`. Amounts are cents, ex VAT unless they say otherwise.
 */
export const facts = z.strictObject({
  ruleSetVersion: z.int(),
  today: z.string(),
  sessionOn: z.string(),
  /** `paused`: the municipality pays for no new places. */
  programme: z.strictObject({
    status: z.enum(['draft', 'running', 'archived']),
    startsOn: z.string(),
    endsOn: z.string(),
    paused: z.boolean(),
  }),
  module: z.strictObject({ id: z.string(), minutes: z.int() }),
  /** Per participant; the own contribution includes VAT. */
  price: z.strictObject({
    exVatCents: cents,
    vatRate: z.enum(['21', '9', '0', 'exempt', 'unknown']),
    ownContributionCents: cents,
  }),
  kvkNumber: z.string().nullable(),
  business,
  residence: address.nullable(),
  /** Other places in this programme that the municipality pays for this entrepreneur; `on` is the date of the session. */
  paid: z.array(z.strictObject({ moduleId: z.string(), cents, minutes: z.int(), on: z.string() })),
  caps: z.strictObject({
    /** Null when the module is no product of the catalogue. */
    product: use.extend({ code: z.string() }).nullable(),
    /** `used` counts entrepreneurs; `includesThis`: this one is already in. */
    people: use,
  }),
  /** What can still be promised: nothing without a phase. Null when that is not known. */
  budgetRoomCents: z.int().nullable(),
  /** `declaredCents`: aid from others in the last three years, as declared; `grants`: what is in our own ledger. */
  deMinimis: z.strictObject({
    declaredCents: cents.nullable(),
    grants: z.array(z.strictObject({ cents, on: z.string() })),
  }),
  /** By code; what is missing was not answered. */
  declarations: z.record(z.string(), z.boolean()),
  /** What a member of staff found, if one looked. */
  review: z.strictObject({ outcome: z.enum(['approved', 'refused']), on: z.string() }).nullable(),
});

export type Facts = z.infer<typeof facts>;
export type Address = z.infer<typeof address>;
export type Price = Facts['price'];
