import { z } from '@hono/zod-openapi';
import type { BrokenRule } from '../publishing/access/words.ts';

/** The closed table of refusals. The Dutch and English sentences for people stand in site/texts. */
export const problems = {
  'invalid-input': { status: 400, title: 'One or more values are not valid' },
  'malformed-json': { status: 400, title: 'The body is not valid JSON' },
  'code-wrong': { status: 400, title: 'The code is not right' },
  'code-expired': { status: 400, title: 'The code or link has expired or was used before' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'not-allowed': { status: 403, title: 'You may not do this' },
  'cross-site': { status: 403, title: 'The request comes from another site' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'This method is not supported here' },
  'session-past': { status: 409, title: 'The session has already started or is over' },
  'session-cancelled': { status: 409, title: 'The session has been cancelled' },
  'booking-not-open': { status: 409, title: 'Booking has not opened yet' },
  'booking-closed': { status: 409, title: 'Booking has closed' },
  'session-full': { status: 409, title: 'No place is free, and there is no waiting list to join' },
  'business-has-place': { status: 409, title: 'This business has all the places it may have here' },
  'already-registered': { status: 409, title: 'There is already a registration for this address' },
  'place-lapsed': { status: 409, title: 'The place was not confirmed in time' },
  'registration-ended': { status: 409, title: 'The registration has ended' },
  'registration-changed': { status: 409, title: 'The registration changed at this very moment; look again' },
  'too-late-to-cancel': { status: 409, title: 'Only the organiser can cancel this place now' },
  'swap-needs-place': { status: 409, title: 'Only a held or confirmed place can move to another session' },
  'not-waiting': { status: 409, title: 'Only who is in a queue can choose what to wait for' },
  'other-module': { status: 409, title: 'That session is of another module' },
  'attendance-too-early': { status: 409, title: 'Attendance can be marked from one hour before the start' },
  'attendance-not-confirmed': { status: 409, title: 'Only confirmed registrations can be marked' },
  'idempotency-key-reused': { status: 409, title: 'This Idempotency-Key came with another request before' },
  'session-not-changeable': {
    status: 409,
    title: 'Only a planned session that has not begun can be changed',
  },
  'capacity-below-taken': { status: 409, title: 'More places are taken than that' },
  'no-original-place': { status: 409, title: 'The session was always online and has no place to go back to' },
  'places-reserved': {
    status: 409,
    title: 'The places that are left are reserved for people who are not members yet',
  },
  'rules-changed': { status: 409, title: 'Someone saved other rules since you looked' },
  'budget-full': { status: 409, title: 'The budget of this period has no room for it' },
  'no-phase': { status: 409, title: 'No money is set apart for this quarter' },
  'evaluation-needed': { status: 409, title: 'The quarter before has not been evaluated yet' },
  'programme-stopped': { status: 409, title: 'It was decided that the programme stops' },
  'phase-not-changeable': { status: 409, title: 'The phase is not in a state in which this can be done' },
  'phase-change-in-effect': { status: 409, title: 'The change has had effect' },
  'phase-change-needed': { status: 409, title: 'A later decision on the phase rests on this one' },
  'quarter-not-begun': { status: 409, title: 'The quarter has not begun yet' },
  'not-open-to-all': { status: 409, title: 'Everyone must be able to take part, and would not be' },
  'module-not-published': { status: 409, title: 'Only a published module takes new sessions' },
  'module-not-changeable': { status: 409, title: 'This cannot be done with the module as it is now' },
  'not-a-party': { status: 409, title: 'The organisation takes no part in the programme' },
  'session-not-draft': { status: 409, title: 'The session was published; only a draft can be deleted' },
  'members-only': { status: 409, title: 'This session is for known members of an association' },
  'booking-code-wrong': { status: 409, title: 'A code of the organiser is needed, and this is not it' },
  'booked-elsewhere': { status: 409, title: 'Places of this session are given on the page of the organiser' },
  'place-not-certain': { status: 409, title: 'Only possible for a place that is confirmed' },
  'aid-ceiling': {
    status: 409,
    title: 'With this the business would get more state aid than the law allows',
  },
  'review-requested': { status: 409, title: 'A review was asked for already' },
  'nothing-to-review': { status: 409, title: 'There is nothing to review here now' },
  'kvk-number-settled': {
    status: 409,
    title: 'Who pays is settled; the KVK number changes nothing any more',
  },
  'decision-changed': { status: 409, title: 'There is a newer decision; look again' },
  'already-staff': { status: 409, title: 'This person works there already' },
  'last-administrator': { status: 409, title: 'Nobody would be left who may let others in' },
  'invitation-ended': { status: 409, title: 'The invitation was taken back, turned down or is too old' },
  'quarter-not-over': { status: 409, title: 'Only a quarter that is over can be settled or evaluated' },
  'nothing-to-settle': { status: 409, title: 'Nothing changed since the last settlement' },
  'organisation-not-approved': {
    status: 409,
    title: 'The organisation is not approved, or takes part no more',
  },
  'too-many-applications': { status: 409, title: 'Three applications of yours are being looked at already' },
  'billing-incomplete': { status: 409, title: 'Details for the invoice are missing' },
  'changed-meanwhile': { status: 412, title: 'Someone else changed this in the meantime' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'Send the body as application/json' },
  'too-many-attempts': { status: 429, title: 'Too many attempts; wait a little' },
  'too-many-questions': { status: 429, title: 'Too many businesses were looked up; wait a little' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Temporarily unavailable; try again' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

export const fieldCodes = [
  'required',
  'invalid',
  'too-long',
  'too-short',
  'email',
  'kvk-number',
  'code',
  'in-past',
  'before-start',
  'before-opening',
  'other-module',
  'not-bookable',
  'no-waitlist',
  'place-free',
  'overlaps',
  'outside-programme',
  'quarter-ended',
  'sessions-move',
  'in-use',
  'number',
  'date',
  'not-published',
  'approved',
  'explained',
] as const;
export type FieldCode = (typeof fieldCodes)[number];
/** `about` names what stands in the way, such as sessions. */
export type FieldError = { name: string; code: FieldCode; reason: string; about?: string[] };

/** A refusal. Thrown, because a throw rolls the transaction back. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly invalidParams: FieldError[];
  readonly headers: Record<string, string>;
  readonly taken: number | undefined;
  readonly broken: BrokenRule[];
  constructor(
    code: ProblemCode,
    extra: {
      invalidParams?: FieldError[];
      headers?: Record<string, string>;
      taken?: number;
      broken?: BrokenRule[];
    } = {},
  ) {
    super(code);
    this.code = code;
    this.invalidParams = extra.invalidParams ?? [];
    this.headers = extra.headers ?? {};
    this.taken = extra.taken;
    this.broken = extra.broken ?? [];
  }
}

const sentence = z.object({ nl: z.string(), en: z.string() });

export const problemSchema = z
  .object({
    type: z.string(),
    status: z.int(),
    title: z.string(),
    detail: z.string(),
    code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
    invalidParams: z
      .array(
        z.object({
          name: z.string(),
          code: z.enum(fieldCodes),
          reason: z.string(),
          about: z.array(z.string()).optional().describe('What stands in the way'),
        }),
      )
      .optional()
      .describe('Every field that is not valid, all together'),
    taken: z.int().optional().describe('With capacity-below-taken: how many places are taken'),
    broken: z
      .array(z.object({ rule: z.string(), reason: sentence, change: sentence }))
      .optional()
      .describe('With not-open-to-all: every rule that is broken, and what to change'),
  })
  .openapi('Problem');
export type ProblemBody = z.infer<typeof problemSchema>;

/** RFC 9457 body of a problem. */
export function problemResponse(problem: Problem) {
  const { status, title } = problems[problem.code];
  const body: ProblemBody = {
    type: `urn:opkoers:problem:${problem.code}`,
    status,
    title,
    detail: problem.invalidParams.map((e) => `${e.name}: ${e.reason}`).join('; ') || title,
    code: problem.code,
    ...(problem.invalidParams.length > 0 && { invalidParams: problem.invalidParams }),
    ...(problem.taken !== undefined && { taken: problem.taken }),
    ...(problem.broken.length > 0 && { broken: problem.broken }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...problem.headers },
  });
}
