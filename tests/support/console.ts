import { format } from 'node:util';
import { afterEach, beforeEach, expect } from 'vitest';

let seen: string[] = [];

/** What was written to console.error in this test; taking it says that it was expected. */
export function takeErrors() {
  const errors = seen;
  seen = [];
  return errors;
}

beforeEach(() => {
  seen = [];
  console.error = (...args: unknown[]) => void seen.push(format(...args));
});

afterEach(() => expect(takeErrors(), 'stray console.error').toEqual([]));
