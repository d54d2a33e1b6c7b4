import { z } from '@hono/zod-openapi';
import { id, line, moment, name, orNull } from '../../http/contract.ts';

export const newVenue = z
  .object({
    name,
    street: line(120).describe('With the number of the house'),
    postcode: z
      .string()
      .transform((value) => value.replace(/\s/g, '').toUpperCase())
      .pipe(
        z
          .string()
          .min(1, 'required')
          .regex(/^[1-9][0-9]{3}[A-Z]{2}$/, 'invalid'),
      )
      .transform((value) => `${value.slice(0, 4)} ${value.slice(4)}`),
    city: line(80),
    room: orNull(line(80)).optional().describe('Where in the building'),
    accessibility: orNull(line(300))
      .optional()
      .describe('How someone in a wheelchair gets in, for the public'),
  })
  .openapi('NewVenue');
export type NewVenue = z.output<typeof newVenue>;

/** What is left out stays as it is. */
export const venueChange = newVenue.partial().openapi('VenueChange');
export type VenueChange = z.output<typeof venueChange>;

export const ownVenue = z
  .object({
    id,
    organisation: z.object({ id, name: z.string() }),
    name: z.string(),
    street: z.string(),
    postcode: z.string(),
    city: z.string(),
    room: z.string().nullable(),
    accessibility: z.string().nullable(),
    archivedAt: moment.nullable().describe('Since when it cannot be chosen any more'),
    comingSessions: z.int().describe('While there are any, the address stays as it is'),
  })
  .openapi('OwnVenue');
