import { asc } from 'drizzle-orm';
import type { Db } from '../../../db/open.ts';
import { municipalities } from '../../../db/schema/organisations.ts';
import { traceOf } from '../../http/on-error.ts';
import { isOutage, reportOutage } from '../../unit-of-work/outage.ts';
import { signpostsOf } from './queries.ts';

export type Help = Awaited<ReturnType<typeof readHelp>>[number];

/** How every municipality helps people who would rather talk to someone; for everyone to read. */
async function readHelp(db: Db) {
  const rows = await db.select().from(municipalities).orderBy(asc(municipalities.name));
  const ways = await signpostsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, name, phone, openingHours, helpEmail, ...contacts }) => ({
    name,
    phone,
    openingHours,
    email: helpEmail,
    contacts: {
      privacy: contacts.privacyContact,
      accessibility: contacts.accessibilityContact,
      security: contacts.securityContact,
    },
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
 * The same, remembered: it stands on every page. What is older than half a minute is read again beside the page, which has
 * the last that is known; so a page that says that the database is away does not wait for it.
 */
export function createHelp(db: Db, clock: () => Date): () => Promise<Help[]> {
  let known: Help[] | null = null;
  let readAt = -Infinity;
  let reading: Promise<void> | null = null;
  const read = async () => {
    try {
      known = await readHelp(db);
    } catch (error) {
      if (isOutage(error)) reportOutage(error);
      else console.error(traceOf(error as Error));
    }
    reading = null;
  };
  return async () => {
    const now = clock().getTime();
    if (now - readAt >= KEPT_MS) {
      readAt = now;
      reading = read();
    }
    if (known === null && reading) await reading;
    return known ?? [];
  };
}
