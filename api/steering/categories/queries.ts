import { asc, eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { districts, industryCodes } from '../../../db/schema/categories.ts';
import type { Tables } from './rules.ts';
import { usualCodes } from './sbi.rules.ts';

/** The districts of a municipality, in the order that they were given. */
export const districtRows = (db: Reader, municipalityId: string) =>
  db
    .select({ area: districts.area, district: districts.district })
    .from(districts)
    .where(eq(districts.municipalityId, municipalityId))
    .orderBy(asc(districts.position));

/** Which codes of the SBI belong to which branch: as an operator said, or else as the product comes. */
export async function industryTable(db: Reader) {
  const rows = await db.select().from(industryCodes).orderBy(asc(industryCodes.code));
  return rows.length > 0 ? { rows, isUsual: false } : { rows: usualCodes, isUsual: true };
}

/** What a report of a municipality names the facts of businesses and people by. */
export async function tablesOf(db: Reader, municipalityId: string): Promise<Tables> {
  const [districts, { rows: industries }] = await Promise.all([
    districtRows(db, municipalityId),
    industryTable(db),
  ]);
  return { districts, industries };
}
