const LONGEST = 80;

/** A name as a part of an address: `Café 't Hoekje` is `cafe-t-hoekje`. Empty where no letter or digit of it can be written so. */
export const slugOf = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST + 1)
    .replace(/^-/, '')
    .slice(0, LONGEST)
    .replace(/-$/, '');

/** The base itself, or else the base with the first number that nobody has. */
export function firstFree(base: string, taken: Iterable<string>) {
  const used = new Set(taken);
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!used.has(slug)) return slug;
  }
}
