import { type FieldError } from './problem.ts';
import { reasons } from './validation.ts';

// As JSON writes a NUL, or half of a pair of surrogates.
const SUSPECT = /\\u(?:0000|d[89a-f])/i;

/** PostgreSQL keeps no NUL, and no half of a character that JSON can write. */
const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0');

/** Where in a body of JSON there is text that cannot be kept. A body that is no JSON is left to the route. */
export function notStorable(body: string): FieldError[] {
  if (!SUSPECT.test(body)) return [];
  try {
    return placesIn(JSON.parse(body), []).map((name) => ({ name, code: 'invalid', reason: reasons.invalid }));
  } catch {
    return [];
  }
}

function placesIn(value: unknown, path: string[]): string[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [path.join('.') || 'body'];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    isStorable(key) ? placesIn(inner, [...path, key]) : [path.join('.') || 'body'],
  );
}
