import type { Db } from '../../../db/open.ts';
import { traceOf } from '../../http/on-error.ts';
import { isOutage, reportOutage } from '../../unit-of-work/outage.ts';
import { toPicture } from '../pictures/shapes.ts';
import { shownMunicipalities, signpostsOf, toColours } from './queries.ts';

export type Help = Awaited<ReturnType<typeof readHelp>>[number];

/** How every municipality looks, and helps people who would rather talk to someone; for everyone to read. */
async function readHelp(db: Db) {
  const rows = await shownMunicipalities(db);
  const ways = await signpostsOf(
    db,
    rows.map(({ municipality }) => municipality.id),
  );
  return rows.map(({ municipality: { id, ...municipality }, logo, logoAlt }) => ({
    name: municipality.name,
    logo: toPicture(logo, logoAlt),
    colours: toColours({ id, ...municipality }),
    phone: municipality.phone,
    openingHours: municipality.openingHours,
    email: municipality.helpEmail,
    contacts: {
      privacy: municipality.privacyContact,
      accessibility: municipality.accessibilityContact,
      security: municipality.securityContact,
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
