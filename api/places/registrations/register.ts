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
import { askAgain, remindOwner } from './ask.ts';
import { makeCertain } from './confirm.ts';
import { entrepreneurFor, introduce, whoAsks } from '../life/entrepreneur.ts';
import { closedWay, enterAs } from './entry.ts';
import type { Input } from './gather-newcomers.ts';
import { type Placed, placeNewcomers } from './newcomers.ts';
import { offerFreePlaces } from './offer.ts';
import { refuseUnwaitable } from './also-wait.ts';
import { countOfBusiness, type LockedSession, lockSessions } from '../life/places.ts';
import { liveRegistration } from './queries.ts';
import { judgeBooking } from '../life/rules.ts';
import { joinQueues } from './waits.ts';

/**
 * Gives a place, or a position in the queue when there is none. Someone signed in with the same address has it at once;
 * others hold it until they confirm by mail. Anyone can type any address, so until then the answer tells nothing about
 * who is behind it: for someone who has a place already it looks the same, and the mail tells the owner. Who finds no place
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
  const known = await liveRegistration(tx, sessionId, entrepreneurId);
  if (known && proved && known.status !== 'held') throw new Problem('already-registered');
  const ofBusiness = proved ? await countOfBusiness(tx, session, input.kvkNumber) : 0;

  if (known) {
    // Whoever holds a place asks for that one: it is not what makes the session full.
    const seatsTaken = session.seatsTaken - (known.status === 'held' ? 1 : 0);
    const others = { waiting: session.waitlistLength - session.passedBy, ofBusiness };
    const judged = judgeBooking({ ...session, seatsTaken }, others, now);
    if ('refusal' in judged) throw new Problem(judged.refusal);
    if (known.status !== 'held') return remindOwner(work, known, session, judged.placement, input);
    if (!proved) return askAgain(work, known, session, input);
    // Anyone may have typed what is held for this address; now its owner says it.
    const given = { name: input.name, kvkNumber: input.kvkNumber ?? null, locale: input.locale };
    await tx.update(registrations).set(given).where(eq(registrations.id, known.id));
    await keepDeclared(work, known.id, askedFor(await payingFor(tx, session, now)), input);
    const decision = await makeCertain(work, { ...known, ...given }, session);
    return { id: known.id, placement: 'confirmed', decision };
  }

  const [asking] = await whoAsks(tx, sessionId, [input.email]);
  const { registrationId: id, decisionId, person } = asking!;
  // The business before the money, as everywhere.
  if (proved) await introduce(tx, { ...input, kvkNumber, entrepreneurId });
  const paying = await lockedPaying(work, session, [{ kvkNumber, proved }]);
  if (!proved) await limitMails(work, input.email);
  const newcomer = { id, decisionId, input, person, proved, ofBusiness, isMember, keptOut };
  const [placed] = await placeNewcomers(work, session, paying, [newcomer]);
  if (placed instanceof Problem) throw placed;
  if (keptOut && placed!.placement === 'waitlist') {
    session.waitlistLength += 1;
    await offerFreePlaces(work, session);
  }
  if (placed!.placement === 'waitlist') {
    // Where this person is already, there is nothing to wait for; saying so would tell strangers who comes.
    const joining = [];
    for (const other of alsoFor) {
      if (!(await liveRegistration(tx, other.id, entrepreneurId))) joining.push(other);
    }
    await joinQueues(work, id, joining);
  }
  if (proved) {
    await recordMembership(work, { registrationId: id, sessionId }, asker);
  }
  return placed!;
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
