import { z } from '@hono/zod-openapi';
import { date, id, moment } from '../../http/contract.ts';
import { decision, rule, ruleKind } from '../eligibility/schema.ts';

const outcome = decision.shape.outcome;
const ruleOutcome = decision.shape.rules.element.shape.outcome.nullable();

export const ruleSet = z
  .object({
    id,
    version: z.int().positive(),
    validFrom: date,
    replacedFrom: date
      .nullable()
      .describe(
        'From when another version holds instead; null when none is known. The same day: it never held',
      ),
    state: z.enum(['planned', 'in-force', 'past']),
    savedAt: moment,
    rules: z.array(z.object({ rule, sentence: z.string().describe('In the language of the request') })),
  })
  .openapi('RuleSet');

// What is wrong with the rules is told all together, so they are read one by one and not here.
const given = z
  .array(z.unknown())
  .min(1)
  .max(50)
  .openapi({ type: 'array', items: { $ref: '#/components/schemas/Rule' } });

export const newRuleSet = z
  .object({
    rules: given,
    validFrom: z
      .string()
      .openapi({ format: 'date' })
      .describe('Local date from which the rules hold, today at the earliest'),
    basedOn: z
      .int()
      .positive()
      .optional()
      .describe('The newest version you have seen. When there is a newer one, nothing is saved'),
  })
  .openapi('NewRuleSet');
export type NewRuleSet = z.output<typeof newRuleSet>;

export const previewedRules = newRuleSet
  .pick({ rules: true, validFrom: true })
  .partial({ validFrom: true })
  .openapi('RulesToPreview');
export type PreviewedRules = z.output<typeof previewedRules>;

const warningCode = z.enum([
  'nothing-to-replay',
  'not-recorded',
  'not-looked-up',
  'already-full',
  'later-version',
]);

export const preview = z
  .object({
    replayed: z.int().describe('The newest decision of the last 500 registrations that were decided'),
    same: z.int(),
    flips: z.array(
      z.object({
        registrationId: id,
        session: z.object({ id, title: z.string(), startsAt: moment }),
        decidedOn: date,
        from: outcome,
        to: outcome,
        because: z
          .array(
            z.object({
              rule: ruleKind,
              from: ruleOutcome.describe('Null when the rule is new'),
              to: ruleOutcome.describe('Null when the rule is gone'),
              reason: z.string().nullable(),
            }),
          )
          .describe('The rules that make the difference'),
      }),
    ),
    warnings: z.array(z.object({ code: warningCode, rule: ruleKind.nullable(), text: z.string() })),
  })
  .openapi('RulesPreview');
