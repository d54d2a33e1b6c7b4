import { eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { entrepreneurs } from '../../../db/schema/registrations.ts';
import { ageBand, type ToldAgeBand } from '../../language/ages.ts';
import type { Background } from './schema.ts';

/** What an entrepreneur told, with this registration or another. */
export async function backgroundOf(db: Reader, entrepreneurId: string): Promise<Background> {
  const [row] = await db.select().from(entrepreneurs).where(eq(entrepreneurs.id, entrepreneurId));
  const { ageFrom, homePostcode } = row!;
  return { ageBand: ageFrom === null ? null : (ageBand(ageFrom) as ToldAgeBand), homePostcode };
}
