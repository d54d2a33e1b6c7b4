import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const pages = fileURLToPath(new URL('../../site/pages/', import.meta.url));

/** Every address that the site has a page or file for, with its parts that differ in brackets, and without the API's own. */
export const routes = readdirSync(pages, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(astro|ts)$/.test(file))
  .map((file) => `/${file.replace(/\.(astro|ts)$/, '').replace(/(^|\/)index$/, '')}`)
  .sort();

/** An address with its parts filled in; null when one of them is unknown. */
export function fillIn(route: string, parts: Record<string, string | undefined>): string | null {
  const known = [...route.matchAll(/\[(\w+)\]/g)].every(([, name]) => parts[name!] !== undefined);
  return known ? route.replace(/\[(\w+)\]/g, (_, name: string) => parts[name]!) : null;
}
