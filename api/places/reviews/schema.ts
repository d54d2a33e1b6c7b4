import { z } from '@hono/zod-openapi';
import { date, id, kind, moment } from '../../http/contract.ts';
import { decision } from '../../paying/eligibility/schema.ts';

// Lines may break; other control characters, and what turns the direction of a line, may not be there.
const READABLE =
  /^(?=.*[\p{L}\p{N}])(?:[^\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\n\t])*$/su;
const written = z
  .string()
  .transform((value) => value.replace(/\r\n?/g, '\n').trim())
  .pipe(z.string().max(2000));
const readable = written.pipe(z.string().regex(READABLE, 'invalid'));

const outcome = z.enum(['approved', 'refused']);
const request = z.object({ requestedAt: moment, explanation: z.string().nullable() });
const done = z.object({ outcome, motivation: z.string(), reviewedOn: date });

export const newRequest = z
  .object({ explanation: written.pipe(z.union([z.literal(''), readable])).optional() })
  .openapi('NewReviewRequest');

export const newReview = z
  .object({
    outcome,
    motivation: written
      .pipe(z.string().min(1, 'required'))
      .pipe(readable)
      .describe('Why, in words for the entrepreneur, who reads it'),
    decisionId: id
      .optional()
      .describe(
        'The decision that was looked at: refused when there is a newer one. Needed to put a review right',
      ),
  })
  .openapi('NewReview');
export type NewReview = z.output<typeof newReview>;

export const reviewState = z
  .object({
    mayAsk: z.boolean().describe('Whether a review can be asked for now'),
    underReview: z.boolean().describe('Whether a person of the municipality is going to look'),
    request: request.nullable().describe('The request that is open'),
    review: done.nullable().describe('What was found last'),
  })
  .openapi('ReviewState');

export const newNumberRequests = z
  .object({ registrationIds: z.array(id).min(1, 'required').max(100, 'too-long') })
  .openapi('NewKvkNumberRequests');

export const askedNumbers = z
  .object({
    items: z.array(
      z.object({
        registrationId: id,
        outcome: z
          .enum(['asked', 'asked-before', 'number-known', 'not-open', 'unreachable'])
          .describe('`asked-before`: within a week. `not-open`: nobody has to look, or it has ended'),
      }),
    ),
  })
  .openapi('AskedKvkNumbers');

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const ruleWithFacts = decision.shape.rules.element.extend({
  saw: z.record(z.string(), value).describe('The values that the rule went by'),
});

export const reviewCase = z
  .object({
    registrationId: id,
    programmeId: id,
    state: z.enum(['open', 'done']),
    since: moment.describe('Since when it waits, or when it was done'),
    name: z.string(),
    kvkNumber: z.string().nullable(),
    status: z.enum(['held', 'confirmed', 'waitlisted', 'offered', 'cancelled', 'expired']),
    registeredAt: moment,
    session: z.object({ id, title: z.string(), kind, startsAt: moment }),
    vatKnown: z.boolean().describe('false: nobody says whether VAT is in the price'),
    decision: decision.extend({ id, rules: z.array(ruleWithFacts) }).openapi('ReviewedDecision'),
    request: request.nullable(),
    kvkNumberAsk: z.object({
      possible: z.boolean().describe('Whether the KVK number can be asked for by mail now'),
      askedAt: moment.nullable().describe('When it was asked for last'),
    }),
    review: done.extend({ reviewer: z.string() }).nullable(),
  })
  .openapi('ReviewCase');

export const reviewQueue = z
  .object({
    counts: z.object({ open: z.int(), done: z.int() }),
    items: z.array(reviewCase),
    next: z.string().nullable(),
  })
  .openapi('ReviewQueue');

export const queueQuery = z.object({
  state: z.enum(['open', 'done']).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
});
