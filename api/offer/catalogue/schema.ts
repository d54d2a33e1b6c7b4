import { z } from '@hono/zod-openapi';
import {
  date,
  deliveryMode,
  id,
  industry,
  kind,
  language,
  moment,
  organisation,
  picture,
  stage,
  topic,
} from '../../http/contract.ts';
import { asked } from '../../paying/declarations/schema.ts';
import { cost, rule } from '../../paying/eligibility/schema.ts';

const programmeRef = z.object({ id, slug: z.string(), name: z.string() });

export const module = z
  .object({
    id,
    slug: z.string(),
    title: z.string(),
    kind,
    topic,
    summary: z.string(),
    durationMinutes: z.int(),
    organiser: organisation,
    programme: programmeRef,
    cost,
    nextStartsAt: moment.nullable(),
    url: z.string(),
  })
  .openapi('Module');

const conditions = z.array(rule).describe('Rules that decide whether the municipality pays');

const more = {
  description: z.string(),
  leader: z.string().nullable().describe('Who leads it'),
  bring: z.string().nullable().describe('What participants bring'),
  audience: z.string().nullable().describe('For whom it is'),
  stages: z.array(stage).describe('Of a business that it is for; none: all'),
  industries: z.array(industry).describe('That it is for; none: all'),
  languages: z.array(language).describe('That are spoken'),
  picture: picture.nullable(),
  conditions,
};
export const moduleDetail = module
  .extend({ ...more, municipality: z.object({ name: z.string() }).describe('Of its programme') })
  .openapi('ModuleDetail');

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

export const sessionFilters = z.object({
  q: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe('Words that all occur in title, summary, description, topic or organiser'),
  kind: kind.optional(),
  topic: topic.optional(),
  from: date.optional().describe('First local date; today when left out'),
  until: date.optional().describe('Last local date'),
  delivery: z.enum(['onLocation', 'online']).optional().describe('Hybrid sessions match both'),
  city: z.string().max(80).optional(),
  free: flag.optional().describe('true: only sessions without a contribution of the entrepreneur'),
  organiser: z.string().max(80).optional().describe('Slug of an organisation'),
  programme: z.string().max(80).optional().describe('Slug of a programme'),
  module: id.optional(),
  status: z.enum(['scheduled', 'cancelled']).optional(),
});
export type SessionFilters = z.output<typeof sessionFilters>;

export const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
});

export const session = z
  .object({
    id,
    moduleId: id,
    moduleSlug: z.string(),
    title: z.string(),
    summary: z.string(),
    kind,
    topic,
    status: z.enum(['scheduled', 'cancelled']),
    startsAt: moment,
    endsAt: moment,
    previousStartsAt: moment.nullable().describe('Where it was before it was moved'),
    movedOnline: z.boolean().describe('Online instead of where it was planned'),
    deliveryMode,
    venue: z.object({ name: z.string(), city: z.string() }).nullable(),
    capacity: z.int(),
    placesLeft: z.int(),
    waitlistLength: z.int(),
    reserve: z
      .object({ places: z.int(), until: moment })
      .nullable()
      .describe('Places that are for anyone who is not a known member of an association, until that moment'),
    booking: z
      .enum(['open', 'waitlist', 'full', 'not-open', 'closed', 'past', 'cancelled'])
      .describe('Whether a place can be booked now. full: no place is free and there is no waiting list'),
    programmeId: id,
    programme: programmeRef,
    organisers: z.array(organisation.pick({ id: true, slug: true, name: true, shortName: true })),
    cost,
    url: z.string(),
  })
  .openapi('Session');

export const sessionDetail = session
  .extend({
    ...more,
    venue: z
      .object({
        name: z.string(),
        room: z.string().nullable(),
        street: z.string(),
        postcode: z.string(),
        city: z.string(),
        accessibility: z.string().nullable(),
      })
      .nullable(),
    bookingOpensAt: moment,
    bookingClosesAt: moment.describe('With the minimum notice taken into account'),
    minimumNoticeMinutes: z.int().describe('Booking closes at least this long before the start'),
    cancellationDeadlineMinutes: z
      .int()
      .describe('From this long before the start only the organiser can cancel a confirmed place'),
    placesPerBusiness: z.int().nullable().describe('For one KVK number; null: no limit'),
    hasWaitlist: z.boolean(),
    openToNonMembers: z.boolean(),
    memberContributionCents: z.int().nullable().describe('Of known members; null: as for everyone'),
    memberBookingOpensAt: moment.nullable().describe('From when known members can book; null: with everyone'),
    needsBookingCode: z.boolean(),
    bookingUrl: z.string().nullable().describe('Where places are given instead of here'),
    requiresOpenAccess: z.boolean().describe('Its programme asks that everyone can take part'),
    senders: z.array(organisation),
    creditLine: z.string(),
    declarations: asked.describe('What the rules ask the entrepreneur to declare, with the booking or later'),
    municipality: z.object({ name: z.string(), phone: z.string().nullable() }),
  })
  .openapi('SessionDetail');

const facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.int() }));
export const facets = z
  .object({
    total: z.int(),
    kind: facet,
    topic: facet,
    delivery: facet,
    city: facet,
    free: facet,
    organiser: facet,
  })
  .openapi('SessionFacets');
