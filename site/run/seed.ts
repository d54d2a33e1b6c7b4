import { decide } from '../../api/eligibility/rules.ts';
import { openDb } from '../../db/open.ts';
import { isEmpty, seed } from '../../db/seed/seed.ts';

/** Fills a database that has the schema and nothing else with the demo data. */
export async function seedWhenEmpty(url: string, log: (line: string) => void) {
  const { db, close } = openDb(url, { connections: 1 });
  try {
    if (!(await isEmpty(db))) return;
    log('Filling the database with demo data.');
    await seed(db, { now: new Date(), decide });
  } finally {
    await close();
  }
}
