import { z } from '@hono/zod-openapi';
import { session } from '../../offer/catalogue/schema.ts';
import { deliveryMode, id, kind, moment, orNull } from '../../http/contract.ts';
import { newVenue } from '../venues/schema.ts';

const onlineUrl = z
  .string()
  .trim()
  .max(500)
  .regex(/^https:\/\/\S+$/, 'invalid')
  .pipe(z.url())
  .describe('Where one joins; only participants get to see it');

const whole = (min: number, max: number) =>
  z.int({ error: 'invalid' }).min(min, 'invalid').max(max, 'invalid');
const MONTH_IN_MINUTES = 31 * 24 * 60;

/** Who may book, from when, for how much and where. In a programme with open access only the defaults can be published. */
const accessTerms = z.object({
  openToNonMembers: z.boolean().describe('false: only known members of an association of the programme'),
  memberContributionCents: whole(0, 1_000_000)
    .nullable()
    .describe('The own contribution of known members; null: as for everyone'),
  memberBookingOpensAt: moment.nullable().describe('From when known members can book; null: with everyone'),
  bookingCode: orNull(z.string().trim().min(4, 'too-short').max(40)).describe('What one must know to book'),
  bookingUrl: orNull(onlineUrl).describe('A page elsewhere where places are given instead of here'),
  listed: z.boolean().describe('false: in no list; only who has the link finds it'),
});

const terms = z
  .object({
    leader: orNull(z.string().trim().max(120)),
    bookingOpensAt: moment,
    bookingClosesAt: moment,
    minimumNoticeMinutes: whole(0, MONTH_IN_MINUTES),
    cancellationDeadlineMinutes: whole(0, MONTH_IN_MINUTES),
    placesPerBusiness: whole(1, 10_000).nullable().describe('null: no limit'),
    hasWaitlist: z.boolean(),
    coOrganiserIds: z
      .array(id)
      .max(20)
      .describe('Other parties to the programme, in the order of their names'),
  })
  .extend(accessTerms.shape)
  .partial();

/** What is left out stays as it is. */
export const sessionChange = terms
  .extend({
    startsAt: moment.optional(),
    endsAt: moment.optional().describe('Left out, the session lasts as long as before'),
    deliveryMode: deliveryMode.optional(),
    venueId: id.optional().describe('One of /me/venues'),
    onlineUrl: z
      .union([z.literal('').transform(() => null), onlineUrl], { error: 'invalid' })
      .nullable()
      .optional(),
    capacity: z.int().min(1, 'invalid').max(10_000, 'invalid').optional(),
    reservedPlaces: z
      .int()
      .min(0, 'invalid')
      .max(10_000, 'invalid')
      .optional()
      .describe('For anyone who is not a known member; at most the capacity. Takes no place from anyone'),
    reservedDays: z
      .int()
      .min(0, 'invalid')
      .max(365, 'invalid')
      .optional()
      .describe('Until so many days before the local date of the start'),
  })
  .openapi('SessionChange');
/** A draft: only its organisers see it. Booking opens at once and closes at the start unless told otherwise. */
export const newSession = terms
  .extend({
    moduleId: id.describe('One of /me/modules'),
    startsAt: moment,
    endsAt: moment.optional().describe('Left out: as long as the module says'),
    deliveryMode,
    venueId: id.optional().describe('One of /me/venues'),
    newVenue: newVenue.optional().describe('A place that is not in use yet, instead of venueId'),
    onlineUrl: orNull(onlineUrl).optional(),
    capacity: whole(1, 10_000),
    reservedPlaces: whole(0, 10_000).default(0),
    reservedDays: whole(0, 365).default(7),
  })
  .openapi('NewSession');
export type NewSession = z.output<typeof newSession>;

export const copyTo = z.object({ startsAt: moment }).openapi('SessionCopy');

const contribution = z
  .object({ exVatCents: z.int(), vatCents: z.int() })
  .describe('What the municipality pays for a session as a whole; only the municipality sets it');

export const ownModule = z
  .object({
    id,
    title: z.string(),
    kind,
    durationMinutes: z.int(),
    ownContributionCents: z.int(),
    contribution: contribution.nullable(),
    organisation: z.object({ id, name: z.string() }),
    programme: z.object({ id, name: z.string(), requiresOpenAccess: z.boolean() }),
    parties: z.array(z.object({ id, name: z.string() })).describe('Who can organise it together'),
  })
  .openapi('OwnModule');

export type SessionChange = z.output<typeof sessionChange>;

const sessionIds = z.array(id.toLowerCase()).min(1, 'required').max(100);

export const toOnline = z
  .object({
    sessionIds,
    onlineUrl: z
      .union([z.literal('').transform(() => undefined), onlineUrl], { error: 'invalid' })
      .optional(),
  })
  .openapi('SessionsToOnline');
export type ToOnline = z.output<typeof toOnline>;

export const back = z.object({ sessionIds }).openapi('SessionsBack');

export const venue = z.object({ id, name: z.string(), city: z.string() }).openapi('Venue');

export const ownSession = z
  .object({
    session,
    status: z.enum(['draft', 'scheduled', 'cancelled']).describe('A draft is seen by its organisers only'),
    contribution: contribution
      .extend({
        promised: z.boolean().describe('Whether there is money for it: not for a draft, nor in a pause'),
      })
      .nullable(),
    requiresOpenAccess: z.boolean().describe('Whether its programme asks that everyone can take part'),
    leader: z.string().nullable(),
    bookingOpensAt: moment,
    bookingClosesAt: moment,
    minimumNoticeMinutes: z.int(),
    cancellationDeadlineMinutes: z.int(),
    placesPerBusiness: z.int().nullable(),
    hasWaitlist: z.boolean(),
    ...accessTerms.shape,
    bookingCode: z.string().nullable(),
    bookingUrl: z.string().nullable(),
    changeable: z.boolean().describe('A draft, or planned and not begun'),
    venueId: id.nullable(),
    onlineUrl: z.string().nullable(),
    reservedPlaces: z.int(),
    reservedDays: z.int(),
    taken: z.int().describe('Places that are held, offered or confirmed: the least capacity'),
    live: z.int().describe('Registrations that hear of a change, the queue included'),
    original: z
      .object({ deliveryMode, venue: z.object({ name: z.string(), city: z.string() }) })
      .nullable()
      .describe('Where it was before it went online'),
  })
  .openapi('OwnSession');
