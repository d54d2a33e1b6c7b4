import { z } from '@hono/zod-openapi';
import { date, id, kind, moment } from '../contract.ts';

const group = z.enum(['knowledgeAndCoaching', 'inspiration', 'network', 'other']);
const sessionCounts = z.object({
  held: z.int().describe('Over by the peildatum and not cancelled'),
  planned: z.int().describe('Still to come'),
  cancelled: z.int(),
});

export const quarterReport = z
  .object({
    programme: z.object({ id, slug: z.string(), name: z.string(), municipality: z.string() }),
    quarter: z.object({ ordinal: z.int(), startsOn: date, endsOn: date }),
    asOf: moment.describe('Peildatum'),
    sessions: sessionCounts,
    groups: z.array(sessionCounts.extend({ group, min: z.int().nullable(), max: z.int().nullable() })),
    places: z.int().describe('Capacity of the sessions that were not cancelled'),
    registrations: z.int().describe('Confirmed bookings, walk-ins not counted'),
    waitlisted: z.int(),
    walkIns: z.int(),
    present: z.int().describe('Visits, walk-ins included'),
    noShow: z.int(),
    excused: z.int(),
    unmarked: z.int().describe('Confirmed for a session that was held, not marked yet'),
    uniqueEntrepreneurs: z.int().describe('Persons who were present at least once'),
    membership: z
      .object({ member: z.int(), notMember: z.int(), unknown: z.int() })
      .describe('Of the visits; unknown never counts as non-member'),
    phase: z
      .object({ ceilingCents: z.int(), committedCents: z.int(), state: z.string() })
      .nullable()
      .describe('Ex VAT'),
    bySession: z.array(
      z.object({
        id,
        title: z.string(),
        kind,
        status: z.enum(['held', 'planned', 'cancelled']),
        startsAt: moment,
        places: z.int(),
        registrations: z.int(),
        present: z.int(),
        noShow: z.int(),
        excused: z.int(),
      }),
    ),
  })
  .openapi('QuarterReport');
