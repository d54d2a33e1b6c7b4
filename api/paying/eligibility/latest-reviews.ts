import { desc, inArray } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { reviews } from '../../../db/schema/reviews.ts';

/** What a person found last of each registration; those that nobody looked at are not in the map. */
export async function latestReviews(db: Reader, registrationIds: string[]) {
  if (registrationIds.length === 0) return new Map<string, typeof reviews.$inferSelect>();
  const rows = await db
    .selectDistinctOn([reviews.registrationId])
    .from(reviews)
    .where(inArray(reviews.registrationId, registrationIds))
    .orderBy(reviews.registrationId, desc(reviews.createdAt), desc(reviews.id));
  return new Map(rows.map((row) => [row.registrationId, row]));
}
