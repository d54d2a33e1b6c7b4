import { z } from '@hono/zod-openapi';
import {
  id,
  industry,
  kind,
  language,
  line,
  name,
  orNull,
  paragraphs,
  stage,
  topic,
  vatRate,
} from '../../http/contract.ts';
import { moduleDetail } from '../../offer/catalogue/schema.ts';

const whole = (min: number, max: number) =>
  z.int({ error: 'invalid' }).min(min, 'invalid').max(max, 'invalid');
/** Each once. */
const several = <Item extends z.ZodType>(item: Item, least = 0) =>
  z
    .array(item, { error: 'invalid' })
    .min(least, 'required')
    .max(20)
    .transform((all) => [...new Set(all)]);
const WEEK_IN_MINUTES = 7 * 24 * 60;
const DEAREST = 10_000_000;

const moduleStatus = z
  .enum(['draft', 'submitted', 'published', 'archived'])
  .describe(
    'submitted: the municipality looks at it. archived: takes no new sessions, what is planned goes on',
  );

const fields = z.object({
  title: name,
  kind,
  topic,
  summary: line(300),
  description: paragraphs(10_000).describe(
    'Markdown without HTML, pictures and code; an empty line between paragraphs',
  ),
  durationMinutes: whole(5, WEEK_IN_MINUTES),
  languages: several(language, 1).describe('That are spoken'),
  audience: orNull(line(300)).describe('For whom it is'),
  stages: several(stage).describe('Of a business that it is for; none: all'),
  industries: several(industry).describe('That it is for; none: all'),
  bring: orNull(line(300)).describe('What participants bring'),
  leader: orNull(line(120)).describe('Who usually leads it; a session may have someone else'),
  priceExVatCents: whole(0, DEAREST).describe('Per participant. Of a product: the price of that product'),
  vatRate,
  ownContributionCents: whole(0, DEAREST).describe(
    'Of the entrepreneur, including VAT; at most the whole price',
  ),
  productId: id.nullable().describe('What it is of the catalogue of its programme'),
});

export const newModule = fields
  .extend({ programmeId: id.describe('One to which the organisation is a party') })
  .partial({
    languages: true,
    audience: true,
    stages: true,
    industries: true,
    bring: true,
    leader: true,
    priceExVatCents: true,
    vatRate: true,
    ownContributionCents: true,
    productId: true,
  })
  .openapi('NewModule');
export type NewModule = z.output<typeof newModule>;

/** What is left out stays as it is. */
export const moduleChange = fields.partial().openapi('ModuleChange');
export type ModuleChange = z.output<typeof moduleChange>;

export const step = z.enum([
  'submit',
  'publish',
  'take-back',
  'approve',
  'send-back',
  'archive',
  'bring-back',
]);

export const moduleStep = z
  .object({
    step,
    note: paragraphs(2000).optional().describe('Needed to send it back: what must be otherwise'),
  })
  .refine(({ step, note }) => step !== 'send-back' || note !== undefined, {
    path: ['note'],
    error: 'required',
  })
  .openapi('ModuleStep');
export type ModuleStep = z.output<typeof moduleStep>;

export const moduleState = z
  .object({ id, slug: z.string(), status: moduleStatus, reviewNote: z.string().nullable() })
  .openapi('ModuleState');

export const listedModule = moduleState
  .extend({
    title: z.string(),
    kind,
    organisation: z.object({ id, name: z.string() }),
    programme: z.object({ id, name: z.string() }),
    comingSessions: z.int().describe('That are planned, drafts not counted'),
  })
  .openapi('ListedModule');

export const ownModuleDetail = moduleState
  .extend({
    organisation: z.object({ id, name: z.string() }),
    comingSessions: z.int(),
    productId: id.nullable(),
    price: z.object({ exVatCents: z.int(), vatRate, ownContributionCents: z.int() }),
    module: moduleDetail.describe('As the public sees it'),
    changeable: z.boolean(),
    steps: z.array(step).describe('What the reader can do with it now'),
  })
  .openapi('OwnModuleDetail');

/** Where an organisation can offer something. */
export const moduleProgramme = z
  .object({
    id,
    name: z.string(),
    funding: z.enum(['perParticipant', 'perSession']),
    reviewsModules: z
      .boolean()
      .describe('Whether the municipality looks at a module before the public sees it'),
    products: z.array(z.object({ id, name: z.string(), priceCents: z.int() })),
  })
  .openapi('ModuleProgramme');
