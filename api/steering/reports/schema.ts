import { z } from '@hono/zod-openapi';
import { cents, date, id, kind, moment } from '../../http/contract.ts';
import { sessionGroups } from '../../language/vocabularies.ts';

const group = z.enum(sessionGroups);
const sessionCounts = z.object({
  held: z.int().describe('Sessions that are over by the peildatum and were not cancelled'),
  planned: z.int().describe('Sessions still to come'),
  cancelled: z.int().describe('Sessions that were called off'),
});
const hidden = 'null: protected, because less than the threshold could be read or computed';
const count = (of: string) => z.int().nullable().describe(`${of}; ${hidden}`);
const ratio = (of: string) => z.number().nullable().describe(of);

const dimension = z.enum([
  'organiser',
  'topic',
  'kind',
  'membership',
  'district',
  'residence',
  'industry',
  'age',
]);

const period = z
  .object({
    kind: z.enum(['programme', 'calendar']),
    key: z.string().describe('`q1` for a quarter of the programme, `2026-q4` for one of the calendar'),
    ordinal: z.int().nullable().describe('Of a quarter of the programme'),
    startsOn: date,
    endsOn: date.describe('Included'),
  })
  .describe('A session belongs to the period of its local start date');

const breakdownRow = z.object({
  category: z.string().describe('`unknown` is Onbekend; a residence that is in no district is `elsewhere`'),
  label: z.string().nullable().describe('The name of an organiser'),
  sessions: z
    .int()
    .nullable()
    .describe('Sessions that were not cancelled; only by organiser, topic and kind'),
  places: z.int().nullable().describe('Places in those sessions'),
  registrations: count('Confirmed bookings'),
  visits: count('Visits'),
  unique: count('Persons who were present at least once'),
  share: ratio(
    'Of the persons of whom the category is known, 0 to 1; null for `unknown`, and when it is protected',
  ),
  referenceShare: ratio('Of the reference population, 0 to 1'),
  index: ratio('share / referenceShare; above 1 is over-represented'),
});

const breakdown = z
  .object({
    dimension,
    rows: z.array(breakdownRow),
    hidden: z.boolean().describe('At least one number is protected'),
    reference: z.object({ source: z.string(), asOf: date }).nullable(),
  })
  .describe(
    'Registrations and visits add up to those of the period. Persons may be in several categories, except by district, residence and industry. District: where the business is by the business register; residence and age: of who wanted to tell. Age is the band that was told, or else the local year of the session less the year of birth',
  );

export const quarterReport = z
  .object({
    programme: z.object({ id, slug: z.string(), name: z.string(), municipality: z.string() }),
    quarter: period,
    organisation: z
      .object({ id, name: z.string() })
      .nullable()
      .describe('Only the sessions of this organiser are counted; null: all of them'),
    asOf: moment.describe('Peildatum of every figure'),
    smallCells: z
      .object({ threshold: z.int() })
      .describe(
        'What is less than this of persons with a property is not shown, nor what would give it away',
      ),
    sessions: sessionCounts,
    groups: z.array(sessionCounts.extend({ group, min: z.int().nullable(), max: z.int().nullable() })),
    places: z.int().describe('Places: capacity of the sessions that were not cancelled'),
    registrations: z.int().describe('Registrations: confirmed bookings, walk-ins not counted'),
    waitlisted: z.int().describe('Registrations on a waiting list'),
    walkIns: z.int().describe('Visits without a booking'),
    present: z.int().describe('Visits, walk-ins included'),
    noShow: z.int().describe('Registrations of who did not come and gave no notice'),
    excused: z.int().describe('Registrations of who gave notice'),
    unmarked: z.int().describe('Registrations for a session that was held, not marked yet'),
    uniqueEntrepreneurs: z.int().describe('Persons who were present at least once'),
    membership: z
      .object({ member: count('Visits'), notMember: count('Visits'), unknown: count('Visits') })
      .describe('Of the visits; unknown never counts as non-member'),
    interest: z.object({
      registrationsPerPlace: ratio('Registrations / places, 0 to 1 and more; null without places'),
      waitlisted: z.int().describe('Registrations on a waiting list'),
    }),
    leadTime: z.object({
      cases: z.int().describe('Registrations for sessions that were held'),
      open: z.int().describe('Registrations for sessions still to come'),
      meanDays: ratio('Whole days from registration to start; null under 10 cases'),
      medianDays: ratio('The same, as median'),
    }),
    breakdowns: z.array(breakdown),
    kindByMembership: z
      .array(
        z.object({
          kind,
          member: count('Visits'),
          notMember: count('Visits'),
          unknown: count('Visits'),
          total: z.int().describe('Visits'),
        }),
      )
      .describe('Kinds with visits'),
    money: z
      .array(
        z.object({
          phase: z.int().nullable().describe('The quarter whose phase pays'),
          state: z.enum(['reserved', 'committed', 'realised']),
          cents: cents.describe('Euro cents ex VAT'),
          vatCents: cents.describe('Euro cents'),
        }),
      )
      .describe('Of the sessions of the period, by what the ledger says'),
    phase: z
      .object({ ceilingCents: cents, committedCents: cents, state: z.string() })
      .nullable()
      .describe('Of a quarter of the programme, ex VAT'),
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
export type Report = z.output<typeof quarterReport>;

export const snapshot = z
  .object({
    id,
    period: z.string(),
    reason: z.enum(['weekly', 'period-end']),
    week: z.string().nullable().describe('ISO week, as `2026-W48`'),
    asOf: moment.describe('Peildatum'),
  })
  .openapi('ReportSnapshot');

export const comparison = z
  .object({
    from: snapshot,
    to: snapshot,
    figures: z.array(
      z.object({
        key: z.string().describe('`present`, or `district/Noord/visits`'),
        unit: z.enum(['sessions', 'places', 'registrations', 'visits', 'persons', 'ratio', 'days', 'cents']),
        from: z.number().nullable(),
        to: z.number().nullable(),
        difference: z.number().nullable().describe('Null when either is protected or not there'),
      }),
    ),
  })
  .openapi('ReportComparison');

export const referenceDistribution = z.object({
  source: z.string().trim().min(1).max(200),
  asOf: date,
  shares: z
    .array(z.object({ category: z.string().trim().min(1).max(80), share: z.number().positive().max(1) }))
    .min(1)
    .max(100)
    .refine((all) => all.reduce((sum, { share }) => sum + share, 0) <= 1.0001, 'invalid')
    .refine((all) => new Set(all.map(({ category }) => category)).size === all.length, 'invalid'),
});
