import { z } from '@hono/zod-openapi';
import { session } from '../catalogue/schema.ts';
import { deliveryMode, id, moment } from '../contract.ts';

const onlineUrl = z
  .string()
  .trim()
  .max(500)
  .regex(/^https:\/\/\S+$/, 'invalid')
  .pipe(z.url())
  .describe('Where one joins; only participants get to see it');

/** What is left out stays as it is. */
export const sessionChange = z
  .object({
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
      .describe('For who is no known member; at most the capacity. Takes no place from anyone'),
    reservedDays: z
      .int()
      .min(0, 'invalid')
      .max(365, 'invalid')
      .optional()
      .describe('Until so many days before the local date of the start'),
  })
  .openapi('SessionChange');
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
    changeable: z.boolean().describe('Planned, and not begun'),
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
