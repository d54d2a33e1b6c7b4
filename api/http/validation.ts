import type { z } from 'zod';
import { type FieldCode, type FieldError, fieldCodes } from './problem.ts';

export const reasons: Record<FieldCode, string> = {
  required: 'is required',
  invalid: 'is not valid',
  'too-long': 'is too long',
  'too-short': 'is too short',
  email: 'is not an e-mail address',
  'kvk-number': 'must be eight digits',
  code: 'must be six digits',
  'in-past': 'must lie in the future',
  'before-start': 'must lie after the start',
  'before-opening': 'must lie after the opening of booking',
  'other-module': 'is of another module',
  'not-bookable': 'cannot be booked now',
  'no-waitlist': 'has no waiting list',
  'place-free': 'has a free place',
  overlaps: 'overlaps another quarter',
  'outside-programme': 'lies outside the dates of the programme',
  'quarter-ended': 'belongs to a quarter that has ended',
  'sessions-move': 'would move sessions to another quarter',
  'in-use': 'is in use',
  number: 'is not a number that can be read in one way',
  date: 'is not a date',
  'not-published': 'is not published',
  approved: 'was approved as it is; make a copy to offer it otherwise',
  // Always comes with a reason of its own, in the language of the request.
  explained: 'cannot be so',
};

const isFieldCode = (value: string): value is FieldCode => (fieldCodes as readonly string[]).includes(value);

/** Every field error of a failed parse, one per field. A schema's `error` text may be a field code. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const byName = new Map<string, FieldError>();
  for (const issue of error.issues) {
    const name = issue.path.join('.') || 'body';
    const code = codeOf(issue);
    if (!byName.has(name)) byName.set(name, { name, code, reason: reasons[code] });
  }
  return [...byName.values()];
}

function codeOf(issue: z.core.$ZodIssue): FieldCode {
  if (isFieldCode(issue.message)) return issue.message;
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return 'required';
  if (issue.code === 'too_big') return 'too-long';
  if (issue.code === 'too_small')
    return issue.origin === 'string' && issue.minimum === 1 ? 'required' : 'too-short';
  if (issue.code === 'invalid_format' && issue.format === 'email') return 'email';
  return 'invalid';
}
