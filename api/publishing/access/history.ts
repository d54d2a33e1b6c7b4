import type { Work } from '../../unit-of-work/work.ts';
import { asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../../../db/open.ts';
import { sessionAccessChanges } from '../../../db/schema/access.ts';
import type { Change, Who } from './rules.ts';

/** Tells the trigger that keeps changes of sessions who makes them and when; until the end of the transaction. */
export async function changingAs({ tx, now, actor }: Work) {
  const accountId = actor.kind === 'account' ? actor.account.id : '';
  await tx.execute(sql`
    select set_config('opkoers.at', ${now.toISOString()}, true), set_config('opkoers.account', ${accountId}, true)`);
}

const moment = z.string().transform((value) => new Date(value));
const kept = z.object({
  status: z.enum(['draft', 'scheduled', 'cancelled']),
  openToNonMembers: z.boolean(),
  memberContributionCents: z.int().nullable(),
  memberBookingOpensAt: moment.nullable(),
  bookingOpensAt: moment,
  hasBookingCode: z.boolean(),
  hasBookingUrl: z.boolean(),
  listed: z.boolean(),
});

const who: Record<string, Who> = { account: 'organiser', system: 'portal' };

/** Every change of who may book a session since it was published, in order. */
export async function changesOf(db: Reader, sessionId: string): Promise<Change[]> {
  const rows = await db
    .select()
    .from(sessionAccessChanges)
    .where(eq(sessionAccessChanges.sessionId, sessionId))
    .orderBy(asc(sessionAccessChanges.at), asc(sessionAccessChanges.id));
  return rows.map(({ at, actorKind, after }) => ({
    at,
    by: who[actorKind] ?? 'direct',
    after: kept.parse(after),
  }));
}
