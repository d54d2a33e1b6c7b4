import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/open.ts';
import { calendarFeeds } from '../../../db/schema/calendar.ts';
import type { AccountActor } from '../../http/actor.ts';
import { record } from '../../work/audit.ts';
import type { Deps } from '../../deps.ts';
import { feedSecret, sha256 } from '../../work/secrets.ts';

/** Gives an account an address for its personal calendar. One that it had stops working in the same statement. */
export async function makeFeed(tx: Tx, { config }: Pick<Deps, 'config'>, actor: AccountActor, now: Date) {
  const accountId = actor.account.id;
  const id = randomUUID();
  const feed = { id, secretHash: sha256(feedSecret(config.secret, id)), createdAt: now };
  await tx
    .insert(calendarFeeds)
    .values({ accountId, ...feed })
    .onConflictDoUpdate({ target: calendarFeeds.accountId, set: feed });
  await record(tx, actor, { action: 'calendar-feed.made', subjectId: accountId, now });
  return feed;
}
