import { openDb } from '../../db/open.ts';
import { makeProgramme, makeSession } from './fixtures.ts';

/** Sessions to book in a database: the first is hot and soon full, the rest has room. */
export async function makeSessions(url: string, spread = 6) {
  const { db, close } = openDb(url, { connections: 1 });
  const now = new Date();
  const programme = await makeProgramme(db, now);
  const ids: string[] = [];
  for (let n = 0; n <= spread; n += 1) {
    const { id } = await makeSession(db, programme, now, { capacity: n === 0 ? 40 : 5000 });
    ids.push(id);
  }
  await close();
  return ids;
}
