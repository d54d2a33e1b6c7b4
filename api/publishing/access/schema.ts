import { z } from '@hono/zod-openapi';
import { date, id, moment } from '../../http/contract.ts';
import { accessRules } from './rules.ts';

const rule = z.enum(accessRules);
const check = z.enum([...accessRules, 'trial']);

const found = z.object({
  check,
  passed: z.boolean().describe('Holds, and held all the time'),
  detail: z.string().describe('In the language that is asked for'),
});

export const accessCheck = z
  .object({
    open: z.boolean().nullable().describe('Open to everyone, all the time; null: not checked yet'),
    checkedAt: moment.nullable(),
    checks: z.array(found),
    history: z
      .array(
        z.object({
          at: moment,
          until: moment.nullable(),
          event: z.enum(['published', 'changed', 'cancelled', 'withdrawn']),
          by: z.enum(['organiser', 'portal', 'direct']).describe('direct: in the database, past the portal'),
          broken: z.array(z.object({ rule, reason: z.string() })),
        }),
      )
      .describe('Every change of who could book, in order'),
  })
  .openapi('AccessCheck');

export const quarterAccess = z
  .object({
    programme: z.object({ id, slug: z.string(), name: z.string(), municipality: z.string() }),
    requiresOpenAccess: z.boolean(),
    quarter: z.object({ ordinal: z.int(), startsOn: date, endsOn: date }),
    open: z.int().describe('Sessions that were open all the time'),
    closed: z.int(),
    unchecked: z.int(),
    visits: z
      .object({ member: z.int().nullable(), notMember: z.int().nullable(), unknown: z.int().nullable() })
      .describe(
        'Of all sessions together; null when it is too small to be told; unknown never counts as non-member',
      ),
    sessions: z.array(
      z.object({
        id,
        title: z.string(),
        startsAt: moment,
        status: z.enum(['scheduled', 'cancelled']),
        ...accessCheck.shape,
      }),
    ),
  })
  .openapi('QuarterAccess');
