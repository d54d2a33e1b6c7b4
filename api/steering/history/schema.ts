import { z } from '@hono/zod-openapi';
import { id, moment, name } from '../../http/contract.ts';
import { columns } from './rules.ts';

const typed = z.string().max(2000).optional();
const nullable = z.string().nullable();

export const figureFile = z
  .object({
    name: name.describe('What people know the file by'),
    dryRun: z.boolean().default(false).describe('Only look whether everything can be read'),
    rows: z
      .array(
        z.object(
          Object.fromEntries(columns.map((column) => [column, typed])) as {
            [Column in (typeof columns)[number]]: typeof typed;
          },
        ),
      )
      .min(1)
      .max(400)
      .describe('As typed: numbers and dates are read in the Dutch way, `?` is a figure that is not known'),
  })
  .openapi('FigureFile');
export type FigureFile = z.output<typeof figureFile>;

const figure = z
  .object({
    id,
    batchId: id,
    dataset: z.string(),
    code: z.string(),
    label: z.string(),
    value: z.number().nullable(),
    unit: z.string(),
    asOf: z
      .string()
      .regex(/^\d{4}-\d{2}(-\d{2})?$/)
      .describe('Peildatum: a day, or a month as `2021-07` where the source says no more'),
    period: nullable,
    breakdown: nullable,
    partOf: nullable.describe('The code of the figure that it should be a part of'),
    source: z.string(),
    page: nullable,
    note: nullable,
  })
  .openapi('Figure');

const said = z.object({ label: z.string(), value: z.number(), unit: z.string(), page: nullable });
const check = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('sum'),
      dataset: z.string(),
      breakdown: nullable,
      whole: said,
      parts: z.array(said),
      sum: z.number(),
      difference: z.number(),
    }),
    z.object({
      kind: z.literal('differs'),
      dataset: z.string(),
      values: z.array(said),
      difference: z.number(),
    }),
  ])
  .openapi('FigureCheck');

export const history = z.object({
  batches: z.array(
    z.object({
      id,
      name: z.string(),
      importedAt: moment,
      importedBy: nullable,
      figures: z.int(),
      withdrawnAt: moment.nullable(),
      withdrawnReason: nullable,
    }),
  ),
  items: z.array(figure).describe('In the order of the files; also of batches that were withdrawn'),
  checks: z.array(check).describe('What does not add up in what stands; it is shown, never put right'),
});

export const withdrawal = z.object({ reason: z.string().trim().min(1).max(500) });
