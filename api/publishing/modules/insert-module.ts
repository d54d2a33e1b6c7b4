import { like } from 'drizzle-orm';
import { modules } from '../../../db/schema/catalogue.ts';
import { firstFree, slugOf } from '../../language/slugs.ts';
import type { Tx } from '../../../db/open.ts';

/** Pages that stand beside those of modules. */
const PAGES = ['nieuw', 'new'];

/** As a draft, at an address of its own from its title: also when someone takes the same one at this very moment. */
export async function insertModule(tx: Tx, row: Omit<typeof modules.$inferInsert, 'slug' | 'status'>) {
  const wanted = slugOf(row.title) || 'module';
  const known = await tx
    .select({ slug: modules.slug })
    .from(modules)
    .where(like(modules.slug, `${wanted}%`));
  const used = new Set([...PAGES, ...known.map(({ slug }) => slug)]);
  for (;;) {
    const slug = firstFree(wanted, used);
    const [made] = await tx
      .insert(modules)
      .values({ ...row, slug, status: 'draft' })
      .onConflictDoNothing({ target: modules.slug })
      .returning({ id: modules.id, slug: modules.slug });
    if (made) return made;
    used.add(slug);
  }
}
