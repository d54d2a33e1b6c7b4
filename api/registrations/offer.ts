import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../../db/open.ts';
import { accounts } from '../../db/schema/accounts.ts';
import { entrepreneurs, registrations } from '../../db/schema/registrations.ts';
import { issueChallenge } from '../accounts/challenge.ts';
import { record } from '../audit.ts';
import type { Deps } from '../deps.ts';
import { settle } from '../money/settle.ts';
import { type LockedSession, takePlaces } from './places.ts';
import { offeredUntil, offersDue } from './rules.ts';

/** Offers every free place to the first in the queue, each for a limited time. Gives the registrations that got one. */
export async function offerFreePlaces(
  tx: Tx,
  deps: Pick<Deps, 'config' | 'enqueueMail'>,
  session: LockedSession,
  now: Date,
): Promise<string[]> {
  const due = offersDue(session, session.waitlistLength, now);
  if (due === 0) return [];
  const first = await tx
    .select({ id: registrations.id, email: accounts.email })
    .from(registrations)
    .innerJoin(entrepreneurs, eq(entrepreneurs.id, registrations.entrepreneurId))
    .innerJoin(accounts, eq(accounts.id, entrepreneurs.accountId))
    .where(and(eq(registrations.sessionId, session.id), eq(registrations.status, 'waitlisted')))
    .orderBy(asc(registrations.waitlistedAt), asc(registrations.id))
    .limit(due);
  const expiresAt = offeredUntil(session, now);
  for (const { id, email } of first) {
    await tx.update(registrations).set({ status: 'offered', expiresAt }).where(eq(registrations.id, id));
    const challenge = await issueChallenge(
      tx,
      deps.config.secret,
      { purpose: 'confirmRegistration', registrationId: id, email, expiresAt },
      now,
    );
    await record(tx, { kind: 'system' }, { action: 'registration.offered', subjectId: id, now });
    await deps.enqueueMail(tx, { kind: 'offer', registrationId: id, challengeId: challenge.id });
  }
  await takePlaces(tx, session, first.length);
  await settle(
    tx,
    session,
    first.map(({ id }) => id),
    now,
  );
  session.waitlistLength -= first.length;
  return first.map(({ id }) => id);
}
