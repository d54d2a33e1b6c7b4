import { type FieldError } from './problem.ts';
import { reasons } from './validation.ts';

// As JSON writes control characters and halves of a pair of surrogates.
const SUSPECT = /\\u(?:00[01]|d[89a-f])|\\[bf]|[\ufffe\uffff]/i;
// What XML has no place for, and so neither an invoice nor a spreadsheet; with the NUL, which PostgreSQL does not keep.
const UNSPEAKABLE = /(?![\t\n\r])[\u0000-\u001f]|[\ufffe\uffff]/;

const isStorable = (text: string) => text.isWellFormed() && !UNSPEAKABLE.test(text);

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
