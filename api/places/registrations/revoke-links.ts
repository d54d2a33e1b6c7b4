import type { Work } from '../../unit-of-work/work.ts';
import { eq, sql } from 'drizzle-orm';
import { registrations } from '../../../db/schema/registrations.ts';
import type { AccountActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';

/**
 * From now on no link in a mail about this registration that was sent before opens it; later mails carry a new one. The
 * route has checked that `actor` is the owner: who only holds a link may not shut the owner out.
 */
export async function revokeLinks(work: Work<AccountActor>, registrationId: string) {
  const { tx } = work;
  await tx
    .update(registrations)
    .set({ linkVersion: sql`${registrations.linkVersion} + 1` })
    .where(eq(registrations.id, registrationId));
  await record(work, { action: 'registration.links-revoked', subjectId: registrationId });
}
