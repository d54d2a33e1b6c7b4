import { and, isNotNull, lt, notInArray } from 'drizzle-orm';
import type { Db } from '../../../db/open.ts';
import { modules } from '../../../db/schema/catalogue.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { pictures } from '../../../db/schema/pictures.ts';

const KEPT_MS = 24 * 3_600_000;

/**
 * What nothing shows any more is gone after a day. Who uploads the same picture at that very moment makes it new, or
 * waits until it is gone and keeps it again.
 */
export async function forgetPictures(db: Db, now: Date) {
  const logos = db
    .select({ name: organisations.logo })
    .from(organisations)
    .where(isNotNull(organisations.logo));
  const photos = db.select({ name: modules.picture }).from(modules).where(isNotNull(modules.picture));
  await db
    .delete(pictures)
    .where(
      and(
        lt(pictures.uploadedAt, new Date(now.getTime() - KEPT_MS)),
        notInArray(pictures.name, logos),
        notInArray(pictures.name, photos),
      ),
    );
}
