import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paths } from '../../api/language/paths.ts';

/** Nobody goes to these: they are shown in place of another page. */
const unlinked = ['/404', '/500'];

type Entry = { route: string } | { [name: string]: Entry };
const routesOf = (entry: Entry): string[] =>
  typeof entry === 'function' ? [(entry as { route: string }).route] : Object.values(entry).flatMap(routesOf);

describe('the map of addresses', () => {
  it('is the pages of the site', () => {
    const files = globSync('**/*.{astro,ts}', { cwd: 'site/pages' });
    const pages = files.map((file) => `/${file.replace(/\.(astro|ts)$/, '').replace(/(^|\/)index$/, '')}`);
    expect(routesOf(paths).sort()).toEqual(pages.filter((page) => !unlinked.includes(page)).sort());
  });

  it('puts what it is given in its place, as one part', () => {
    expect(paths.home()).toBe('/');
    expect(paths.quarter.settlement('back-on-track', 3)).toBe('/gemeente/back-on-track/3/afrekening');
    expect(paths.personalCalendar('geheim')).toBe('/agenda/geheim.ics');
    expect(paths.session('a/b?c#d')).toBe('/sessies/a%2Fb%3Fc%23d');
  });

  it('takes just what a route asks for', () => {
    // @ts-expect-error The id is missing.
    paths.session();
    // @ts-expect-error A quarter is no slug.
    paths.quarter.report(3, 'back-on-track');
  });
});
