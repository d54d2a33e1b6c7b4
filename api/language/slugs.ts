/** A name as part of an address: `Café de Ster` is `cafe-de-ster`. Of a name without Latin letters, what is given instead. */
export const toSlug = (name: string, otherwise: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '') || otherwise;

/** The same with a number behind it, when it is used already. */
export function freeSlug(slug: string, used: Iterable<string>): string {
  const taken = new Set(used);
  for (let n = 1; ; n++) {
    const free = n === 1 ? slug : `${slug}-${n}`;
    if (!taken.has(free)) return free;
  }
}
