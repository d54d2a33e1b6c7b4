import { like } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { firstFree, slugOf } from '../../language/slugs.ts';

type Row = Omit<typeof organisations.$inferInsert, 'slug'>;

/** A new organisation, with an address of its own that can be read. */
export async function insertOrganisation(tx: Tx, row: Row) {
  const base = slugOf(row.name) || 'organisatie';
  for (;;) {
    const taken = await tx
      .select({ slug: organisations.slug })
      .from(organisations)
      .where(like(organisations.slug, `${base}%`));
    const slug = firstFree(
      base,
      taken.map((one) => one.slug),
    );
    // Someone else may take it in between: then the next number is free.
    const [made] = await tx
      .insert(organisations)
      .values({ ...row, slug })
      .onConflictDoNothing({ target: organisations.slug })
      .returning({ id: organisations.id });
    if (made) return made.id;
  }
}
