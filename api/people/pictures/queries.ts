import { eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { pictures } from '../../../db/schema/pictures.ts';
import { Problem } from '../../http/problem.ts';

/** The bytes of a picture. Throws `not-found`. */
export async function bytesOf(db: Reader, name: string) {
  const [found] = await db.select({ bytes: pictures.bytes }).from(pictures).where(eq(pictures.name, name));
  if (!found) throw new Problem('not-found');
  return found.bytes;
}
