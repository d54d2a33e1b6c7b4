import { z } from '@hono/zod-openapi';
import { email, id, locale, moment, name } from '../../http/contract.ts';
import { duties } from '../../language/vocabularies.ts';

const duty = z.enum(duties);

const workplace = z
  .object({ id, kind: z.enum(['organisation', 'municipality']), name: z.string() })
  .describe('An organisation or municipality that people work for');

export const staffAnswer = z
  .object({
    workplace,
    people: z.array(z.object({ accountId: id, name: z.string(), email: z.string(), duty, since: moment })),
    invitations: z
      .array(z.object({ id, email: z.string(), duty, expiresAt: moment, expired: z.boolean() }))
      .describe('Those of which nothing became yet'),
  })
  .openapi('Staff');

export const newInvitation = z
  .object({ email, duty, locale: locale.optional().describe('Of the mail; Dutch when it is left out') })
  .openapi('NewInvitation');
export type NewInvitation = z.output<typeof newInvitation>;

export const invitationAnswer = z
  .object({
    id,
    workplace,
    duty,
    state: z.enum(['open', 'expired', 'accepted', 'ended']),
    expiresAt: moment,
    invitedBy: z.string().nullable(),
  })
  .openapi('Invitation');

export const acceptance = z.object({ name }).describe('How colleagues know this person');
export const changeOfDuty = z.object({ duty });
