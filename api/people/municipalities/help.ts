import { asc } from 'drizzle-orm';
import type { Db } from '../../../db/open.ts';
import { municipalities } from '../../../db/schema/organisations.ts';
import { signpostsOf } from './queries.ts';

export type Help = Awaited<ReturnType<typeof readHelp>>[number];

/** How every municipality helps people who would rather talk to someone; for everyone to read. */
async function readHelp(db: Db) {
  const rows = await db.select().from(municipalities).orderBy(asc(municipalities.name));
  const ways = await signpostsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, name, phone, openingHours, helpEmail }) => ({
    name,
    phone,
    openingHours,
    email: helpEmail,
    signposts: (ways.get(id) ?? []).map((way) => ({
      topic: way.topic,
      name: way.name,
      text: way.text,
      phone: way.phone,
      url: way.url,
    })),
  }));
}

const KEPT_MS = 30_000;

/**
 * The same, remembered for half a minute: it stands on every page. While the database is away the last that was read is
 * given, or nothing, because the page that says so has it too.
 */
export function createHelp(db: Db, clock: () => Date): () => Promise<Help[]> {
  let kept: Help[] = [];
  let readAt = -Infinity;
  return async () => {
    const now = clock().getTime();
    if (now - readAt < KEPT_MS) return kept;
    readAt = now;
    kept = await readHelp(db).catch(() => kept);
    return kept;
  };
}
