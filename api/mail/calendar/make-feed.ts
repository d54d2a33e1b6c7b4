import type { Work } from '../../unit-of-work/work.ts';
import { randomUUID } from 'node:crypto';
import { calendarFeeds } from '../../../db/schema/calendar.ts';
import type { AccountActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { feedSecret, sha256 } from '../../unit-of-work/secrets.ts';

/** Gives an account an address for its personal calendar. One that it had stops working in the same statement. */
export async function makeFeed(work: Work<AccountActor>) {
  const { tx, now, actor, secret } = work;
  const accountId = actor.account.id;
  const id = randomUUID();
  const feed = { id, secretHash: sha256(feedSecret(secret, id)), createdAt: now };
  await tx
    .insert(calendarFeeds)
    .values({ accountId, ...feed })
    .onConflictDoUpdate({ target: calendarFeeds.accountId, set: feed });
  await record(work, { action: 'calendar-feed.made', subjectId: accountId });
  return feed;
}
