import { z } from '@hono/zod-openapi';
import { MAX_CENTS } from '../../language/amounts.ts';
import { cents, date, id, moment, name, vatRate } from '../../http/contract.ts';
import { targetGroups } from '../../language/vocabularies.ts';
import { lacks } from './opening.rules.ts';

const line = (most: number) => z.string().trim().max(most);
const optionalLine = line(300)
  .nullable()
  .transform((value) => value || null);
const count = (most: number) => z.int().min(0).max(most);
const percent = z.int().min(0).max(100);
const points = z.int().min(1).max(100);

const targetGroup = z.enum(targetGroups);
const funding = z.enum(['perParticipant', 'perSession']);
const amount = z.object({ cents: cents.min(0).max(MAX_CENTS), basis: z.enum(['ex', 'incl', 'unknown']) });
const authorised = amount.extend({
  provisional: z.boolean().default(false).describe('The decision calls the amount provisional'),
});

/** Null is the value that the portal proposes. */
const thresholds = z.object({
  interestPercent: percent.nullable().describe('Low interest: fewer of the places taken than this'),
  nonMemberPercent: percent.nullable().describe('Of the attendance with known membership'),
  knownVisits: z.int().min(1).max(1000).nullable().describe('With fewer known, nothing is said of members'),
  noticeDays: count(90).nullable().describe('How long before it starts a session must be announced'),
  sessionsPerWeek: z.int().min(1).max(50).nullable().describe('The most that can be held in a week'),
  aheadPoints: points.nullable().describe('Percentage points that money may be ahead of time'),
  behindPoints: points.nullable().describe('Percentage points that money may be behind time'),
  associationDays: count(90).nullable().describe('Days that a signal is shown to the associations alone'),
});

const deMinimis = z
  .enum(['applicable', 'not', 'under-investigation'])
  .describe(
    'Whether what is paid counts as state aid, (EU) 2023/2831; it is written down where it is applicable',
  );
const reviewsModules = z
  .boolean()
  .describe('Whether the municipality approves a module before the public sees it');
const paysNoShow = z.boolean().describe('Whether a place is paid for who does not come');

const contributions = z
  .array(z.object({ group: targetGroup, cents: cents.min(0), vatRate }))
  .max(3)
  .describe('What is paid for a session as a whole, ex VAT; only where a programme pays per session');

export const settings = z
  .object({
    name,
    status: z.enum(['draft', 'running', 'archived']),
    startsOn: date,
    endsOn: date.describe('Included'),
    creditLine: line(300).min(1).describe('Stands under everything that the programme sends'),
    requiresOpenAccess: z.boolean().describe('Every entrepreneur may come in, member or not'),
    reviewsModules,
    authorised: authorised.nullable(),
    reserved: amount.nullable(),
    vatCompensable: z.enum(['yes', 'no', 'unknown']),
    deMinimis,
    paysNoShow,
    lead: z.object({ name: optionalLine, unit: optionalLine }),
    agreement: z.object({
      signedOn: date.nullable(),
      signatory: optionalLine,
      mandate: optionalLine.describe('The document that gives the signatory the power to sign'),
      source: optionalLine,
    }),
    parties: z
      .array(z.object({ organisationId: id, role: z.enum(['funder', 'executor', 'partner']) }))
      .max(30)
      .describe('In the order in which their names stand as senders'),
    quarters: z
      .array(
        z.object({
          startsOn: date,
          endsOn: date.describe('Included'),
          targets: z.array(z.object({ group: targetGroup, min: count(1000), max: count(1000) })).max(3),
        }),
      )
      .max(20)
      .describe('The first one is quarter 1'),
    contributions,
    thresholds,
  })
  .openapi('ProgrammeSettings');
export type Settings = z.output<typeof settings>;
/** Settings as they were saved: the oldest know nothing of contributions, state aid, no-shows and looking at modules. */
export const savedSettings = settings.extend({
  contributions: contributions.default([]),
  deMinimis: deMinimis.default('under-investigation'),
  paysNoShow: paysNoShow.default(false),
  reviewsModules: reviewsModules.default(false),
});
export type Thresholds = { [Name in keyof Settings['thresholds']]: number };

export const changeOfSettings = z.object({
  version: z.int().describe('The version that was changed; another one in the meantime is refused'),
  motivation: line(1000).min(1),
  settings: settings.partial({ reviewsModules: true }).describe('What is left out stays as it is'),
});
export const changeOfPart = changeOfSettings.extend({
  version: z.int().describe('The version that was seen; refused when one of these was changed since'),
  settings: settings
    .partial()
    .openapi('PartOfProgrammeSettings')
    .describe('Some of them; what is left out stays as it is, also when it was changed meanwhile'),
});
export type ChangeOfSettings = z.output<typeof changeOfPart>;

export const settingsAnswer = z.object({
  programme: z.object({ id, slug: z.string(), funding }),
  version: z.int(),
  settings,
  proposed: z.object(
    Object.fromEntries(Object.keys(thresholds.shape).map((key) => [key, z.int()])) as {
      [Name in keyof Thresholds]: z.ZodInt;
    },
  ),
  organisations: z
    .array(z.object({ id, name: z.string(), kind: z.enum(['municipality', 'association', 'provider']) }))
    .describe('Who can be a party: the approved organisations of the municipality, and who is one'),
  quarters: z
    .array(
      z.object({
        ordinal: z.int(),
        ended: z.boolean(),
        sessions: z.int(),
        phaseCents: cents.nullable().describe('The phase of the budget; edited elsewhere'),
      }),
    )
    .describe('What is known of the quarters that are there'),
  versions: z
    .array(
      z.object({
        version: z.int(),
        at: moment,
        by: z.string().nullable(),
        motivation: z.string().nullable(),
        settings,
      }),
    )
    .describe('Newest first'),
});

export const opening = z
  .object({
    canOpen: z.boolean().describe('Nothing that blocks is missing'),
    items: z.array(
      z.object({
        what: z.enum(lacks),
        weight: z.enum(['blocking', 'advice']),
        quarters: z.array(z.int()).describe('Of which quarters; empty when it is about the whole'),
        sentence: z.string().describe('In the language of the request'),
      }),
    ),
  })
  .openapi('ProgrammeOpening');

/** The programmes of the documents that a new one can be made like. */
export const templateIds = ['back-on-track', 'onderneemvaardig', 'actieplan-coaching'] as const;

export const newProgramme = z
  .object({
    municipalityId: id.optional().describe('Needed by staff of several municipalities'),
    name,
    startsOn: date,
    endsOn: date,
    creditLine: line(300).min(1),
    requiresOpenAccess: z.boolean().optional().describe('Needed when it begins with nothing'),
    funding: funding.optional().describe('Needed when it begins with nothing'),
    from: z
      .union([
        z.strictObject({ template: z.enum(templateIds) }),
        z.strictObject({ programme: z.string().max(120).describe('Id or slug, of your municipality') }),
      ])
      .optional()
      .describe(
        'What it begins with: rules, products, targets; of another programme also its parties and thresholds',
      ),
  })
  .superRefine(({ from, funding: paid, requiresOpenAccess }, { addIssue }) => {
    const missing = [
      ...(from || paid !== undefined ? [] : ['funding']),
      ...(from || requiresOpenAccess !== undefined ? [] : ['requiresOpenAccess']),
    ];
    for (const name of missing) addIssue({ code: 'custom', path: [name], message: 'required' });
  })
  .openapi('NewProgramme');
export type NewProgramme = z.output<typeof newProgramme>;
