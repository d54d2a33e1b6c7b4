import { bySystem, type Work } from '../../unit-of-work/work.ts';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '../../../db/open.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { sessions } from '../../../db/schema/catalogue.ts';
import { entrepreneurs, registrations, waits } from '../../../db/schema/registrations.ts';
import { issueChallenge } from '../../people/accounts/challenge.ts';
import { newestDecision } from '../../paying/eligibility/newest.ts';
import { isPaidPerPlace, payingFor } from '../../paying/eligibility/queries.ts';
import { become, becomeDecided } from '../life/become.ts';
import type { LockedSession } from '../life/places.ts';
import { knownMembers } from '../memberships/queries.ts';
import { roomOfReserve } from './reserve.ts';
import { chooseFromQueue, isReserving } from '../../offer/catalogue/reserve.rules.ts';
import { offeredUntil, offersDue, sequenceAfterSwap } from '../life/rules.ts';

/**
 * Offers every free place to the first in the queue who proved an address, each for a limited time. Who waits for other sessions too is taken
 * from those queues: one entry is offered one place. Gives the registrations that got one.
 */
export async function offerFreePlaces(work: Work, session: LockedSession): Promise<string[]> {
  const { tx, now, mail } = work;
  const due = offersDue(session, session.waitlistLength, now);
  if (due === 0) return [];
  const first = await chooseFirst(work, session, due);
  const expiresAt = offeredUntil(session, now);
  const isPaid = isPaidPerPlace(await payingFor(tx, session, now));
  for (const { registration, home, email, waitlistedAt, isMember } of first) {
    const { id } = registration;
    const isElsewhere = home.id !== session.id;
    const besides = {
      set: {
        expiresAt,
        waitlistedAt,
        ...(isMember && { membership: 'member' as const }),
        ...(isElsewhere && {
          sessionId: session.id,
          sequence: sequenceAfterSwap(registration, home),
          movedAt: now,
        }),
      },
      ...(isElsewhere && { details: { from: home.id, to: session.id } }),
    };
    // One by one, because what one takes of the money is not there for the next.
    if (isElsewhere || (isPaid && (await isPaidFor(tx, id)))) {
      await becomeDecided(bySystem(work), session, registration, 'offered', { ...besides, proved: false });
    } else await become(bySystem(work), session, [registration], 'offered', besides);
    const challenge = await issueChallenge(work, {
      purpose: 'confirmRegistration',
      registrationId: id,
      email,
      expiresAt,
    });
    await mail({ kind: 'offer', registrationId: id, challengeId: challenge.id });
  }
  const offered = first.map(({ registration }) => registration.id);
  // Whoever else is in the queue then is on the way out of it: offered a place elsewhere, or leaving.
  session.waitlistLength =
    offered.length < due ? session.passedBy : Math.max(0, session.waitlistLength - offered.length);
  return offered;
}

/** What the municipality would pay when someone joined the queue may be spent by now: the offer says what it costs today. */
const isPaidFor = async (tx: Tx, registrationId: string) =>
  (await newestDecision(tx, registrationId))?.decision.payer === 'municipality';

/** While places are reserved, known members are passed by once their share is taken; they keep their turn. */
async function chooseFirst(work: Work, session: LockedSession, due: number) {
  const { tx, now } = work;
  if (!isReserving(session, now)) {
    if (session.passedBy > 0) await markPassed(tx, session, []);
    return (await claimFirst(tx, session, due)).map((entry) => ({ ...entry, isMember: false }));
  }
  const queue = (await claimFirst(tx, session, session.waitlistLength)).map((entry) => ({
    ...entry,
    kvkNumber: entry.registration.kvkNumber,
  }));
  const members = await knownMembers(work, session.id, queue);
  const room = await roomOfReserve(tx, session, now);
  const judged = queue.map((entry) => ({ ...entry, isMember: members.has(entry) }));
  const { chosen, passed } = chooseFromQueue(judged, due, room);
  await markPassed(
    tx,
    session,
    passed.map(({ registration }) => registration.id),
  );
  return chosen;
}

async function markPassed(tx: Tx, session: LockedSession, ids: string[]) {
  const passedBy = ids.length > 0 ? inArray(waits.registrationId, ids) : sql`false`;
  await tx
    .update(waits)
    .set({ passedBy: sql`${passedBy}` })
    .where(eq(waits.sessionId, session.id));
  session.passedBy = ids.length;
}

/**
 * The first in the queue, each locked. An entry that is locked by another transaction is passed by: it is being offered a
 * place in another session, or taken out. Nobody waits here, so offers in several sessions never wait for each other.
 */
function claimFirst(tx: Tx, session: LockedSession, most: number) {
  const home = alias(sessions, 'home');
  return tx
    .select({
      registration: registrations,
      home: { id: home.id, sequence: home.sequence },
      email: accounts.email,
      waitlistedAt: waits.waitlistedAt,
    })
    .from(waits)
    .innerJoin(registrations, eq(registrations.id, waits.registrationId))
    .innerJoin(home, eq(home.id, registrations.sessionId))
    .innerJoin(entrepreneurs, eq(entrepreneurs.id, registrations.entrepreneurId))
    .innerJoin(accounts, eq(accounts.id, entrepreneurs.accountId))
    .where(
      and(
        eq(waits.sessionId, session.id),
        eq(registrations.status, 'waitlisted'),
        isNull(registrations.expiresAt),
      ),
    )
    .orderBy(asc(waits.waitlistedAt), asc(waits.registrationId))
    .limit(most)
    .for('no key update', { of: registrations, skipLocked: true });
}
