import { decide } from '../../api/paying/eligibility/rules.ts';
import { keepPast } from '../../api/mail/jobs/take-snapshots.ts';
import { MAINTENANCE } from '../../db/limits.ts';
import { openDb } from '../../db/open.ts';
import { isEmpty, seed } from '../../db/seed/seed.ts';

/** Fills a database that has the schema and nothing else with the demo data. */
export async function seedWhenEmpty(url: string, log: (line: string) => void) {
  const { db, close } = openDb(url, { connections: 1, limits: MAINTENANCE });
  try {
    if (!(await isEmpty(db))) return;
    log('Filling the database with demo data.');
    const now = new Date();
    await seed(db, { now, decide });
    await keepPast(db, now);
  } finally {
    await close();
  }
}
