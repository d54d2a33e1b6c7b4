import type { Db, Tx } from '../../db/open.ts';

/** Reads that must agree with each other see the database as it is at one moment. */
export const atOneMoment = <Result>(db: Db, read: (tx: Tx) => Promise<Result>): Promise<Result> =>
  db.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' });
