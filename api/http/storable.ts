import { type FieldError } from './problem.ts';
import { reasons } from './validation.ts';

// As JSON writes control characters and halves of a pair of surrogates.
const SUSPECT = /\\u(?:00[01]|d[89a-f])|\\[bf]|[\ufffe\uffff]/i;
// What XML has no place for, and so neither an invoice nor a spreadsheet; with the NUL, which PostgreSQL does not keep.
const UNSPEAKABLE = /(?![\t\n\r])[\u0000-\u001f]|[\ufffe\uffff]/;
// Marks that turn the direction of the text after them, which so reads as something else; and as JSON may write them.
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;
const SUSPECT_OF_TURNING = /\\u20[26]|[\u202a-\u202e\u2066-\u2069]/i;

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
  return SUSPECT.test(body) ? placesIn(parsed(body), isStorable) : [];
}

/** Where in a body of JSON there is text that turns the direction of what follows. */
export const turningText = (body: string): FieldError[] =>
  SUSPECT_OF_TURNING.test(body) ? placesIn(parsed(body), (text) => !TURNING.test(text)) : [];

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function placesIn(value: unknown, isRight: (text: string) => boolean): FieldError[] {
  const names = (inner: unknown, path: string[]): string[] => {
    const here = path.join('.') || 'body';
    if (typeof inner === 'string') return isRight(inner) ? [] : [here];
    if (typeof inner !== 'object' || inner === null) return [];
    return Object.entries(inner).flatMap(([key, deeper]) =>
      isRight(key) ? names(deeper, [...path, key]) : [here],
    );
  };
  return names(value, []).map((name) => ({ name, code: 'invalid', reason: reasons.invalid }));
}
