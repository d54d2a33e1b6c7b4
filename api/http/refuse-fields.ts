import { type FieldCode, Problem } from './problem.ts';
import { reasons } from './validation.ts';

type Wrong = { name: string; code: FieldCode };

/** Refuses everything that is wrong at once. Throws `invalid-input`. */
export function refuseFields(wrong: Wrong[]) {
  if (wrong.length === 0) return;
  throw new Problem('invalid-input', {
    invalidParams: wrong.map((field) => ({ ...field, reason: reasons[field.code] })),
  });
}
