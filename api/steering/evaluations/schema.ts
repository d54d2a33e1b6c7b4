import { z } from '@hono/zod-openapi';
import { id, moment } from '../../http/contract.ts';
import { prose } from '../phase-changes/schema.ts';
import { quarterReport } from '../reports/schema.ts';

const evaluationDecision = z.enum(['continue', 'scaleDown', 'stop']);

export const newEvaluation = z
  .object({
    decision: evaluationDecision,
    text: prose.describe('What the municipality finds of the quarter, to be read in college and raad'),
  })
  .openapi('NewEvaluation');
export type NewEvaluation = z.output<typeof newEvaluation>;

export const evaluation = z
  .object({
    id,
    decision: evaluationDecision,
    text: z.string(),
    figures: quarterReport
      .omit({ bySession: true })
      .partial()
      .describe('The figures of the quarter as they were then, with their peildatum'),
    decidedBy: z.string(),
    decidedAt: moment,
  })
  .openapi('Evaluation');
