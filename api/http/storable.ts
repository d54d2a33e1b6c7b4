import { type FieldError } from './problem.ts';
import { reasons } from './validation.ts';

// As JSON writes control characters, halves of a pair of surrogates, and marks of direction.
const SUSPECT = /\\u(?:00[01]|d[89a-f]|20[26])|\\[bf]|[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/i;
// What XML has no place for, and so neither an invoice nor a spreadsheet; with the NUL, which PostgreSQL does not keep. And
// what turns the direction of the text after it, which so reads as something else.
const UNSPEAKABLE = /(?![\t\n\r])[\u0000-\u001f]|[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/;

/** No body of ours has more than a handful of lists and objects in one another. */
const MOST_DEPTH = 32;
const [QUOTE, BACKSLASH] = [34, 92];
const [OPENING, CLOSING] = [new Set([91, 123]), new Set([93, 125])];

/** Whether lists and objects stand in one another deeper than anyone asks for: counted, as following them could fail. */
export function isTooDeep(body: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let n = 0; n < body.length; n++) {
    const character = body.charCodeAt(n);
    if (character === QUOTE) quoted = !quoted;
    else if (quoted) n += character === BACKSLASH ? 1 : 0;
    else if (CLOSING.has(character)) depth--;
    else if (OPENING.has(character) && ++depth > MOST_DEPTH) return true;
  }
  return false;
}

const isStorable = (text: string) => text.isWellFormed() && !UNSPEAKABLE.test(text);

/** Where in a body of JSON there is text that cannot be kept. A body that is no JSON is left to the route. */
export function notStorable(body: string): FieldError[] {
  if (!SUSPECT.test(body)) return [];
  return placesIn(parsed(body), []).map((name) => ({ name, code: 'invalid', reason: reasons.invalid }));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function placesIn(value: unknown, path: string[]): string[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [path.join('.') || 'body'];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    isStorable(key) ? placesIn(inner, [...path, key]) : [path.join('.') || 'body'],
  );
}
