import { z } from '@hono/zod-openapi';
import { session } from '../../offer/catalogue/schema.ts';
import { code, email, id, kvkNumber, locale, moment, name } from '../../http/contract.ts';
import { declarationFields } from '../../paying/declarations/schema.ts';
import { decision } from '../../paying/eligibility/schema.ts';

const sessionIds = z.array(id).max(20);

/** An empty KVK number means that the person does not know it. */
export const newRegistration = z
  .object({
    name,
    email,
    kvkNumber: z
      .union([z.literal('').transform(() => undefined), kvkNumber], { error: 'kvk-number' })
      .optional(),
    locale: locale.optional(),
    bookingCode: z.string().trim().max(40).optional().describe('Where the organiser asks for a code'),
    ...declarationFields,
    insteadOf: id
      .optional()
      .describe('The id of an own asking with this address that was not confirmed yet: it becomes this one'),
    alsoWaitFor: sessionIds
      .optional()
      .describe(
        'Other sessions of the module: the first that comes free will do. Only used when there is no place',
      ),
  })
  .openapi('NewRegistration');
export type NewRegistration = z.output<typeof newRegistration>;

export const givenKvkNumber = z
  .object({ kvkNumber: z.string({ error: 'kvk-number' }).pipe(kvkNumber) })
  .openapi('GivenKvkNumber');

export const kvkNumberState = z
  .object({
    kvkNumber: z.string().nullable(),
    asked: z
      .enum(['number', 'correction'])
      .nullable()
      .describe('Whether a number, or another one, could change who pays'),
  })
  .openapi('KvkNumberState');

export const linkHeader = z.object({
  'registration-token': z
    .string()
    .max(100)
    .optional()
    .describe('From the link in the mail, instead of signing in'),
});

const payer = z.enum(['municipality', 'entrepreneur']);

export const placed = z
  .object({
    id,
    placement: z
      .enum(['held', 'confirmed', 'waitlist'])
      .describe('held and waitlist: prove the address with the code or link in the mail before expiresAt'),
    position: z.int().optional().describe('Place in the queue, from 1'),
    expiresAt: moment.optional(),
    payer,
    decision,
  })
  .openapi('PlacedRegistration');

const registrationStatus = z.enum(['held', 'confirmed', 'waitlisted', 'offered', 'cancelled', 'expired']);

export const registration = z
  .object({
    id,
    status: registrationStatus,
    position: z.int().nullable(),
    reservedUntil: moment
      .nullable()
      .describe(
        'Why a member waits while places are free: until then those are for people who are not members',
      ),
    waits: z
      .array(z.object({ sessionId: id, startsAt: moment, position: z.int() }))
      .describe('Every queue this registration is in, in order of start. It is offered one place'),
    expiresAt: moment.nullable(),
    attendance: z.enum(['present', 'absent', 'excused']).nullable(),
    cancelledBy: z.enum(['participant', 'organiser']).nullable(),
    cancellable: z.boolean(),
    cancellableUntil: moment
      .nullable()
      .describe('After this only the organiser can cancel; null for what has ended'),
    swappable: z.boolean().describe('Whether the place can move to another session of the module'),
    joinUrl: z.string().nullable().describe('Where the session is online, for a confirmed place'),
    createdAt: moment,
    decision: decision.nullable(),
    session,
  })
  .openapi('Registration');

/** A registration as who came by the link of a mail sees it before confirming: with all that was filled in. */
export const toConfirm = registration
  .extend({
    given: z
      .object({
        name: z.string(),
        kvkNumber: z.string().nullable(),
        declarations: z.array(z.object({ sentence: z.string(), answer: z.boolean() })),
        deMinimisCents: z.int().nullable(),
      })
      .describe('What was filled in with the booking, perhaps by someone else: this is what is confirmed'),
  })
  .openapi('RegistrationToConfirm');

export const swapTarget = z.object({ sessionId: id }).openapi('SwapTarget');

export const waitTargets = z
  .object({ sessionIds: sessionIds.min(1, 'required').describe('All sessions to wait for') })
  .openapi('WaitTargets');

export const confirmation = z
  .object({ token: z.string().min(20).max(100).optional(), code: code.optional() })
  .refine((given) => (given.token === undefined) !== (given.code === undefined), {
    path: ['code'],
    error: 'required',
  })
  .openapi('Confirmation');
