import { z } from '@hono/zod-openapi';
import { MAX_CENTS } from '../../language/amounts.ts';
import { cents, date, id, moment } from '../../http/contract.ts';

/** A text of more than one line that people read: no other control characters. */
export const prose = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .regex(/^(?:[^\p{Cc}]|[\r\n\t])*$/u, 'invalid');
export const ceiling = cents.nonnegative().max(MAX_CENTS).describe('What the phase may hold, ex VAT');

/** Also of a measure: nothing is decided about money by who does not know the amount. */
export const repeated = cents.describe(
  'The amount once more: of the phase, or the new one. When it is another one by now, nothing is done',
);
const now = z.object({ repeatedCents: repeated });
const later = z.object({ effectiveOn: date, motivation: prose });

export const newPhaseChange = z
  .discriminatedUnion('kind', [
    now.extend({ kind: z.literal('release') }).describe('At once: what is only reserved is committed'),
    now.extend({ kind: z.literal('pay') }).describe('At once'),
    later.extend({ kind: z.literal('reduce'), ceilingCents: ceiling, repeatedCents: repeated }),
    later.extend({ kind: z.literal('pause'), repeatedCents: repeated }),
    later.extend({ kind: z.literal('resume') }),
  ])
  .openapi('NewPhaseChange');
export type NewPhaseChange = z.output<typeof newPhaseChange>;

export const undoing = z.object({ motivation: prose }).openapi('UndoingOfPhaseChange');

export const undone = z
  .object({ by: z.string(), at: moment, motivation: z.string() })
  .nullable()
  .describe('Who took it back before it had effect; it counts no more');

const phaseState = z.enum(['planned', 'approved', 'paid', 'reduced', 'paused']);
const phaseInForce = z
  .object({
    initialCents: cents.describe('With what the phase began'),
    ceilingCents: cents.describe('What is in force now'),
    reservedCents: cents,
    committedCents: cents,
    realisedCents: cents,
    state: phaseState,
  })
  .openapi('PhaseInForce');

const phaseChangeKind = z.enum(['release', 'pay', 'reduce', 'pause', 'resume']);
export const phaseChanges = z
  .object({
    phase: phaseInForce.nullable().describe('Null when no money is set apart for the quarter'),
    possible: z.array(phaseChangeKind).describe('What can be done today'),
    releaseRefusal: z.enum(['evaluation-needed', 'programme-stopped']).nullable(),
    items: z.array(
      z.object({
        id,
        kind: phaseChangeKind,
        ceilingCents: cents.nullable(),
        effectiveOn: date,
        motivation: z.string().nullable(),
        measureId: id.nullable(),
        decidedBy: z.string(),
        decidedAt: moment,
        undone,
        canUndo: z.boolean().describe('It has no effect yet, and no later decision rests on it'),
      }),
    ),
  })
  .openapi('PhaseChanges');
