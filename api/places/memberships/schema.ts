import { z } from '@hono/zod-openapi';
import { email, id, kvkNumber, moment } from '../../http/contract.ts';

export const roster = z
  .object({
    emails: z.array(email).max(10_000).default([]),
    kvkNumbers: z.array(kvkNumber).max(10_000).default([]),
    isComplete: z
      .boolean()
      .default(false)
      .describe('All members stand on it: who gives a KVK number that does not is no member'),
  })
  .openapi('Roster');
export type Roster = z.output<typeof roster>;

export const rosterState = z
  .object({
    entries: z.int(),
    emails: z.int(),
    kvkNumbers: z.int(),
    isComplete: z.boolean(),
    replacedAt: moment.nullable().describe('null: no list came in yet'),
  })
  .openapi('RosterState');

const answer = z.enum(['member', 'not-member', 'rather-not']);

/** What the entrepreneur says, if anything. Nothing depends on it. */
export const ownMembership = z
  .object({
    answer,
    memberOf: z.array(id).max(20).default([]).describe('Of which associations; not needed when there is one'),
  })
  .openapi('OwnMembership');
export type OwnMembership = z.output<typeof ownMembership>;

export const membershipQuestion = z
  .object({
    associations: z.array(z.object({ id, name: z.string(), shortName: z.string() })),
    answer: answer.nullable().describe('As the entrepreneur gave it; null: not answered'),
    memberOf: z.array(id),
  })
  .openapi('MembershipQuestion');
