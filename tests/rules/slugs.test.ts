import { expect, it } from 'vitest';
import { freeSlug, toSlug } from '../../api/language/slugs.ts';

it.each([
  ['Café de Ster', 'cafe-de-ster'],
  ['  Grip op uw geld! ', 'grip-op-uw-geld'],
  ['工作坊', 'anders'],
  ['--', 'anders'],
  ['a'.repeat(79) + ' b', 'a'.repeat(79)],
])('%s is %s', (name, slug) => {
  expect(toSlug(name, 'anders')).toBe(slug);
});

it('a slug that is used gets the first number that is free', () => {
  expect(freeSlug('a', [])).toBe('a');
  expect(freeSlug('a', ['a', 'a-2', 'a-4'])).toBe('a-3');
});
