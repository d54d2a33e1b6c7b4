import { z } from '@hono/zod-openapi';
import { date, id, moment } from '../../http/contract.ts';
import { sessionGroups } from '../../language/vocabularies.ts';

const hidden = 'null: protected, because less than the threshold could be read or computed';
const shown = (of: string) => z.int().nullable().describe(`${of}; ${hidden}`);

const publicQuarter = z
  .object({
    ordinal: z.int(),
    startsOn: date,
    endsOn: date.describe('Included. A session belongs to the quarter of its local start date'),
    asOf: moment.describe('Peildatum: the figures were kept then and never change'),
    sessions: z.object({ held: z.int(), cancelled: z.int() }),
    groups: z.array(
      z.object({
        group: z.enum(sessionGroups),
        held: z.int().describe('Sessions'),
        min: z.int().nullable().describe('Target'),
        max: z.int().nullable().describe('Target'),
      }),
    ),
    places: z.int().describe('Places in the sessions that were not cancelled'),
    registrations: shown('Confirmed bookings'),
    visits: shown('Visits, walk-ins included'),
    persons: shown('Persons who were present at least once'),
    breakdowns: z
      .array(
        z.object({
          dimension: z.enum([
            'organiser',
            'topic',
            'kind',
            'membership',
            'district',
            'residence',
            'industry',
            'age',
          ]),
          rows: z.array(
            z.object({
              category: z.string().describe('`unknown` is Onbekend'),
              label: z.string().nullable().describe('The name of an organisation'),
              visits: shown('Visits'),
            }),
          ),
        }),
      )
      .describe('Of the visits; empty when there are too few in all'),
  })
  .openapi('PublicQuarter');
export type PublicQuarter = z.output<typeof publicQuarter>;

export const publicFigures = z
  .object({
    demo: z.boolean().describe('true: the portal holds demo data, and these figures were invented'),
    programme: z.object({
      id,
      slug: z.string(),
      name: z.string(),
      startsOn: date,
      endsOn: date.describe('Included'),
    }),
    municipality: z.object({
      name: z.string(),
      cbsCode: z.string().describe('The code that CBS gave, four digits'),
    }),
    licence: z.literal('https://creativecommons.org/publicdomain/zero/1.0/').describe('CC0: free to use'),
    smallCells: z.object({
      threshold: z
        .int()
        .describe('What is less than this of persons is not shown, nor what would give it away'),
    }),
    modified: moment.nullable().describe('Peildatum of the newest quarter; null when there is none yet'),
    quarters: z.array(publicQuarter).describe('Quarters that are over'),
  })
  .openapi('PublicFigures');
