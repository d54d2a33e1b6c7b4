import { z } from '@hono/zod-openapi';
import { cents, date, id, moment } from '../../http/contract.ts';
import { ceiling, prose, repeated, undone } from '../phase-changes/schema.ts';

const measureTrigger = z.enum([
  'lowInterest',
  'onlyMembers',
  'targetOutOfReach',
  'budget',
  'evaluation',
  'other',
]);
const measureKind = z.enum(['reduceContribution', 'pause', 'coSteer', 'scaleDown', 'stop']);

const common = z.object({
  quarter: z.int().min(1).max(100).describe('Ordinal of the quarter that it is about'),
  trigger: measureTrigger,
  motivation: prose,
  effectiveOn: date,
});

export const newMeasure = z
  .discriminatedUnion('kind', [
    common
      .extend({ kind: z.literal('reduceContribution'), ceilingCents: ceiling, repeatedCents: repeated })
      .describe('Lowers the phase of the quarter'),
    common
      .extend({ kind: z.literal('pause'), repeatedCents: repeated })
      .describe('Pauses the phase of the quarter'),
    common.extend({ kind: z.literal('coSteer') }),
    common.extend({ kind: z.literal('scaleDown') }),
    common
      .extend({ kind: z.literal('stop') })
      .describe('Pauses every phase that is not over, for good: nothing new is paid in the programme'),
  ])
  .openapi('NewMeasure');
export type NewMeasure = z.output<typeof newMeasure>;

export const measure = z
  .object({
    id,
    quarter: z.int(),
    trigger: measureTrigger,
    kind: measureKind,
    motivation: z.string(),
    effectiveOn: date,
    ceilingCents: cents.nullable(),
    decidedBy: z.string(),
    decidedAt: moment,
    undone,
  })
  .openapi('Measure');
