import type { Work } from '../../unit-of-work/work.ts';
import { eq } from 'drizzle-orm';
import { calendarFeeds } from '../../../db/schema/calendar.ts';
import type { AccountActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';

/** From now on nobody can read the personal calendar of an account. Twice is the same as once. */
export async function revokeFeed(work: Work<AccountActor>) {
  const { tx, actor } = work;
  const accountId = actor.account.id;
  const gone = await tx
    .delete(calendarFeeds)
    .where(eq(calendarFeeds.accountId, accountId))
    .returning({ id: calendarFeeds.id });
  if (gone.length > 0) await record(work, { action: 'calendar-feed.revoked', subjectId: accountId });
}
