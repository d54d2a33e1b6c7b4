import { expect, it } from 'vitest';
import { firstFree, slugOf } from '../../api/language/slugs.ts';

it.each([
  ['Café de Ster', 'cafe-de-ster'],
  ['  Grip op uw geld! ', 'grip-op-uw-geld'],
  ['工作坊', ''],
  ['--', ''],
  ['a'.repeat(79) + ' b', 'a'.repeat(79)],
])('%s is %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

it('a slug that is used gets the first number that is free', () => {
  expect(firstFree('a', [])).toBe('a');
  expect(firstFree('a', ['a', 'a-2', 'a-4'])).toBe('a-3');
});
