import { expect, it } from 'vitest';
import { en } from '../../site/texts/en.ts';
import { nl } from '../../site/texts/nl.ts';

/** Every text with its path; what takes arguments comes as a function. */
const leaves = (value: unknown, path: string): [path: string, text: unknown][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
    : [[path, value]];

// TypeScript lets a function take fewer arguments than its type, and then the words stand in the wrong place.
it('a text takes the same arguments in both languages', () => {
  const english = new Map(leaves(en, ''));
  const different = leaves(nl, '').filter(([path, dutch]) => {
    const other = english.get(path);
    return typeof dutch === 'function' && typeof other === 'function' && dutch.length !== other.length;
  });
  expect(different.map(([path]) => path)).toEqual([]);
});
