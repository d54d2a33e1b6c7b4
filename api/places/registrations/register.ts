import type { Work } from '../../unit-of-work/work.ts';
import { eq } from 'drizzle-orm';
import { registrations } from '../../../db/schema/registrations.ts';
import { limitMails } from '../../people/accounts/challenge.ts';
import type { AccountActor, Anonymous } from '../../http/actor.ts';
import { bookingState } from '../../offer/catalogue/rules.ts';
import { askedFor } from '../../paying/declarations/asked-declarations.rules.ts';
import { keepDeclared } from '../../paying/declarations/keep-declared.ts';
import { payingFor } from '../../paying/eligibility/queries.ts';
import { lockedPaying } from '../../paying/eligibility/locked-paying.ts';
import { recordMemberships } from '../memberships/record.ts';
import { Problem } from '../../http/problem.ts';
import { askAgain } from './ask.ts';
import { makeCertain } from './confirm.ts';
import { entrepreneurFor, introduce, whoAsks } from '../life/entrepreneur.ts';
import { closedWay, enterAs } from './entry.ts';
import type { Input } from './gather-newcomers.ts';
import { type Placed, placeNewcomers } from './newcomers.ts';
import { offerFreePlaces } from './offer.ts';
import { refuseUnwaitable } from './also-wait.ts';
import { countOfBusiness, type LockedSession, lockSessions } from '../life/places.ts';
import { heldPlace, liveRegistration, unprovedOf } from './queries.ts';
import { judgeBooking } from '../life/rules.ts';
import { joinQueues, withoutOwn } from './waits.ts';

/**
 * Gives a place, or a position in the queue when there is none. Someone signed in with the same address has it at once;
 * others have minutes to prove the address by mail. Anyone can type any address, so until then nothing depends on who is
 * behind it: what is asked stands by itself, whatever that person has here, and the mail tells the owner. Who finds no place
 * can wait for other sessions of the module too.
 */
export async function register(
  work: Work<Anonymous | AccountActor>,
  sessionId: string,
  input: Input,
): Promise<Placed> {
  const { tx, now, actor } = work;
  const entrepreneurId = await entrepreneurFor(tx, input);
  const ids = [...new Set([sessionId, ...(input.alsoWaitFor ?? [])])] as [string, ...string[]];
  const [session, ...alsoFor] = (await lockSessions(work, ids)) as [LockedSession, ...LockedSession[]];
  await offerFreePlaces(work, session);
  const closed = closedWay(session, input.bookingCode);
  if (closed) throw closed;
  const proved = actor.kind === 'account' && actor.account.email === input.email;
  const kvkNumber = input.kvkNumber ?? null;
  const asker = { email: input.email, kvkNumber };
  const { isMember, keptOut } = proved
    ? await enterAs(work, session, asker)
    : { isMember: false, keptOut: false };
  if (bookingState(session, session.waitlistLength, now) === 'waitlist') {
    const { moduleId } = session;
    await refuseUnwaitable(work, { field: 'alsoWaitFor', moduleId }, alsoFor);
  }
  if (proved && (await liveRegistration(tx, sessionId, entrepreneurId)))
    throw new Problem('already-registered');
  const ofBusiness = proved ? await countOfBusiness(tx, session, input.kvkNumber) : 0;
  // Whoever holds a place asks for that one: it is not what makes the session full.
  const held = proved && (await heldPlace(tx, sessionId, entrepreneurId));
  if (held) {
    refuseHeld(session, ofBusiness, now);
    return takeHeld(work, held, session, input);
  }

  const [asking] = await whoAsks(tx, sessionId, [input.email]);
  const { registrationId: id, decisionId, person, known } = asking!;
  // The business before the money, as everywhere.
  if (proved) await introduce(tx, { ...input, kvkNumber, entrepreneurId });
  const paying = await lockedPaying(work, session, [{ kvkNumber, proved }]);
  const asked =
    !proved && input.insteadOf && (await unprovedOf(tx, { id: input.insteadOf, sessionId, entrepreneurId }));
  if (asked) {
    if (asked.status === 'held') refuseHeld(session, ofBusiness, now);
    return askAgain(work, asked, session, { input, known });
  }
  if (!proved) await limitMails(work, input.email);
  const newcomer = { id, decisionId, input, person, proved, known, ofBusiness, isMember, keptOut };
  const [placed] = await placeNewcomers(work, session, paying, [newcomer]);
  if (placed instanceof Problem) throw placed;
  if (keptOut && placed!.placement === 'waitlist') {
    session.waitlistLength += 1;
    await offerFreePlaces(work, session);
  }
  if (placed!.placement === 'waitlist') {
    const joining = proved ? await withoutOwn(work, alsoFor, entrepreneurId) : alsoFor;
    await joinQueues(work, { id, expiresAt: placed!.expiresAt ?? null }, joining);
  }
  if (proved) {
    await recordMembership(work, { registrationId: id, sessionId }, asker);
  }
  return placed!;
}

/** Throws the reason why someone who holds a place here could not have it, as for anyone else. */
function refuseHeld(session: LockedSession, ofBusiness: number, now: Date) {
  const others = { waiting: session.waitlistLength - session.passedBy, ofBusiness };
  const judged = judgeBooking({ ...session, seatsTaken: session.seatsTaken - 1 }, others, now);
  if ('refusal' in judged) throw new Problem(judged.refusal);
}

/** Anyone may have typed what is held for this address; now its owner says it. */
async function takeHeld(
  work: Work,
  held: typeof registrations.$inferSelect,
  session: LockedSession,
  input: Input,
): Promise<Placed> {
  const { tx, now } = work;
  const given = { name: input.name, kvkNumber: input.kvkNumber ?? null, locale: input.locale };
  await tx.update(registrations).set(given).where(eq(registrations.id, held.id));
  await keepDeclared(work, held.id, askedFor(await payingFor(tx, session, now)), input);
  const decision = await makeCertain(work, { ...held, ...given }, session);
  return { id: held.id, placement: 'confirmed', decision };
}

async function recordMembership(
  work: Work,
  place: { registrationId: string; sessionId: string },
  asker: { email: string; kvkNumber: string | null },
) {
  const { tx } = work;
  const membership = await recordMemberships(work, place, asker);
  if (membership === 'unknown') return;
  await tx.update(registrations).set({ membership }).where(eq(registrations.id, place.registrationId));
}
