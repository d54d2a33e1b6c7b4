import { slugOf } from '../../language/slugs.ts';

export type CodeRow = { code: string; industry: string };
type AreaRow = { area: string; district: string };
export type Tables = { industries: CodeRow[]; districts: AreaRow[] };
type Establishment = { postcode: string | null; place: string };

/** Where someone lives of whom the table knows no district. */
export const ELSEWHERE = 'elsewhere';

/** The branch of a code of the SBI. Of the rows that it begins with the longest counts; null when there is none. */
export function industryOf(code: string, rows: CodeRow[]): string | null {
  const fitting = rows.filter((row) => code.startsWith(row.code));
  return fitting.toSorted((a, b) => b.code.length - a.code.length)[0]?.industry ?? null;
}

/** The postcodes that an area is, by their four digits; null when it is a place. */
export function postcodesIn(area: string): { from: number; to: number } | null {
  const [, from, to = from] = /^([1-9]\d{3})(?:-([1-9]\d{3}))?$/.exec(area) ?? [];
  return from === undefined ? null : { from: Number(from), to: Number(to) };
}

/** By postcode before place; of the ranges that hold a postcode the narrowest counts. */
function districtIn({ postcode, place }: { postcode: string | null; place: string | null }, rows: AreaRow[]) {
  const ranges = rows
    .flatMap(({ area, district }) => ({ ...(postcodesIn(area) ?? { from: 1, to: 0 }), district }))
    .filter(({ from, to }) => postcode !== null && from <= Number(postcode) && Number(postcode) <= to)
    .sort((a, b) => a.to - a.from - (b.to - b.from));
  if (ranges[0]) return ranges[0].district;
  const name = place === null ? '' : slugOf(place);
  return rows.find(({ area }) => name !== '' && slugOf(area) === name)?.district ?? null;
}

/**
 * Where a business is: the district of the first of its establishments that lies in one. When none does it is the place of the
 * first, so that visitors from elsewhere are no unknowns.
 */
export function districtOf(establishments: Establishment[], rows: AreaRow[]): string | null {
  for (const one of establishments) {
    const district = districtIn(one, rows);
    if (district !== null) return district;
  }
  return establishments[0]?.place ?? null;
}

/** Where someone lives, from the four digits of a postcode. */
export const residenceOf = (postcode: string, rows: AreaRow[]): string =>
  districtIn({ postcode, place: null }, rows) ?? ELSEWHERE;

type Numbers = { booked: number; visits: number; unique: number };

/** Numbers of persons under the names that their facts have in the tables; every person is in one row, so rows add up. */
export function named<Row extends Numbers>(rows: Row[], nameOf: (row: Row) => string | null) {
  const byName = Map.groupBy(rows, nameOf);
  const sum = (of: Row[], key: keyof Numbers) => of.reduce((total, row) => total + row[key], 0);
  return [...byName].map(([name, of]) => ({
    name,
    booked: sum(of, 'booked'),
    visits: sum(of, 'visits'),
    unique: sum(of, 'unique'),
  }));
}

/** Which rows have the same key as one before them. */
export function repeated(keys: string[]): number[] {
  const seen = new Set<string>();
  return keys.flatMap((key, n) => {
    const folded = key.toLowerCase();
    if (seen.has(folded)) return n;
    seen.add(folded);
    return [];
  });
}
