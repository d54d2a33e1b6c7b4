import { format } from 'node:util';
import { afterEach, beforeEach, expect } from 'vitest';

// This file is loaded again for every test file, and what imports it only once: they find the same list here.
const kept = globalThis as unknown as { consoleErrors: string[] };

/** What was written to console.error in this test; taking it says that it was expected. */
export function takeErrors() {
  const errors = kept.consoleErrors;
  kept.consoleErrors = [];
  return errors;
}

beforeEach(() => {
  kept.consoleErrors = [];
  console.error = (...args: unknown[]) => void kept.consoleErrors.push(format(...args));
});

afterEach(() => expect(takeErrors(), 'stray console.error').toEqual([]));
