import { z } from '@hono/zod-openapi';
import { signalKind, signalLevel } from '../../../db/schema/signals.ts';
import { date, id, moment } from '../../http/contract.ts';

const numbers = z.record(z.string(), z.number());
const level = z.enum(signalLevel.enumValues);

const signal = z
  .object({
    id,
    quarter: z.object({ ordinal: z.int(), startsOn: date, endsOn: date }),
    kind: z.enum(signalKind.enumValues),
    subject: z.string().describe('The group of a target, else empty'),
    level,
    since: moment,
    closedAt: moment.nullable().describe('From then on it was true no longer'),
    municipalityFrom: moment.describe('From when the municipality sees it; an answer brings it forward'),
    figures: numbers,
    threshold: numbers,
    asOf: moment.describe('When the figures were last others'),
    words: z
      .object({
        title: z.string(),
        explanation: z.string(),
        figures: z.array(z.object({ label: z.string(), value: z.string() })),
        suggestions: z.array(z.string()),
      })
      .describe('In the language of the request'),
    history: z
      .array(z.object({ at: moment, level, figures: numbers, explanation: z.string() }))
      .describe('What it said, oldest first'),
    responses: z.array(z.object({ organisation: z.string(), text: z.string(), at: moment })),
  })
  .openapi('Signal');

export const signalList = z.object({
  mayRespond: z.boolean(),
  items: z.array(signal).describe('Open ones first, then the newest'),
});
export type SignalList = z.output<typeof signalList>;

export const signalResponse = z.object({ text: z.string().trim().min(1).max(2000) });
