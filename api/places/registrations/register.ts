import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { registrations } from '../../../db/schema/registrations.ts';
import { limitMails } from '../../people/accounts/challenge.ts';
import type { AccountActor, Anonymous } from '../../http/actor.ts';
import type { Deps } from '../../deps.ts';
import { bookingState } from '../../offer/catalogue/rules.ts';
import { askedFor, declaredIn } from '../../paying/declarations/asked.rules.ts';
import { keepDeclared } from '../../paying/declarations/keep.ts';
import { gatherFacts } from '../../paying/eligibility/gather.ts';
import { payingFor } from '../../paying/eligibility/queries.ts';
import { lockedPaying } from '../../paying/eligibility/locked-paying.ts';
import { recordMemberships } from '../memberships/record.ts';
import { Problem } from '../../http/problem.ts';
import { askAgain, remind } from './ask.ts';
import { makeCertain } from './confirm.ts';
import { entrepreneurFor, introduce, whoAsks } from '../life/entrepreneur.ts';
import { closedWay, enterAs } from './entry.ts';
import { type Input, type Placed, placeNewcomers } from './newcomers.ts';
import { offerFreePlaces } from './offer.ts';
import { refuseUnwaitable } from './also-wait.ts';
import { countOfBusiness, type LockedSession, lockSessions } from '../life/places.ts';
import { liveRegistration } from './queries.ts';
import { reserveOf } from './reserve.ts';
import { judgeBooking } from '../life/rules.ts';
import { joinQueues } from './waits.ts';

/**
 * Gives a place, or a position in the queue when there is none. Someone signed in with the same address has it at once;
 * others hold it until they confirm by mail. Anyone can type any address, so until then the answer tells nothing about
 * who is behind it: for someone who has a place already it looks the same, and the mail tells the owner. Who finds no place
 * can wait for other sessions of the module too.
 */
export async function register(
  tx: Tx,
  deps: Pick<Deps, 'config' | 'enqueueMail'>,
  actor: Anonymous | AccountActor,
  sessionId: string,
  input: Input,
  now: Date,
): Promise<Placed> {
  const entrepreneurId = await entrepreneurFor(tx, input);
  const ids = [...new Set([sessionId, ...(input.alsoWaitFor ?? [])])] as [string, ...string[]];
  const [session, ...alsoFor] = (await lockSessions(tx, ids, now)) as [LockedSession, ...LockedSession[]];
  await offerFreePlaces(tx, deps, session, now);
  const closed = closedWay(session, input.bookingCode);
  if (closed) throw closed;
  const proved = actor.kind === 'account' && actor.account.email === input.email;
  const kvkNumber = input.kvkNumber ?? null;
  const asker = { email: input.email, kvkNumber };
  const entry = proved ? await enterAs(tx, deps.config.secret, session, asker, now) : { isMember: false };
  if (bookingState(session, session.waitlistLength, now) === 'waitlist') {
    const { moduleId } = session;
    await refuseUnwaitable(tx, deps, { field: 'alsoWaitFor', moduleId }, alsoFor, now);
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
    if (known.status !== 'held') return remind(tx, deps, known, session, judged.placement, input, now);
    if (!proved) return askAgain(tx, deps, known, session, input, now);
    // Anyone may have typed what is held for this address; now its owner says it.
    const given = { name: input.name, kvkNumber: input.kvkNumber ?? null, locale: input.locale };
    await tx.update(registrations).set(given).where(eq(registrations.id, known.id));
    await keepDeclared(tx, known.id, askedFor(await payingFor(tx, session, now)), input, now);
    const decision = await makeCertain(tx, deps, actor, { ...known, ...given }, session, now);
    return { id: known.id, placement: 'confirmed', decision };
  }

  const [asking] = await whoAsks(tx, sessionId, [input.email]);
  const { registrationId: id, person } = asking!;
  // The business before the money, as everywhere.
  if (proved) await introduce(tx, { ...input, kvkNumber, entrepreneurId });
  const paying = await lockedPaying(tx, session, [{ kvkNumber, proved }], now);
  if (!proved) await limitMails(tx, input.email, now);
  const declared = declaredIn(paying, input);
  const membership = entry.isMember ? 'member' : 'unknown';
  const asks = { id, entrepreneurId, kvkNumber, proved, declared, membership } as const;
  const [facts] = await gatherFacts(tx, paying, session, [asks], now);
  const { members, room } = await reserveOf(tx, deps.config.secret, session, proved ? [asker] : [], now);
  const isMember = entry.isMember || members.has(asker);
  const keptOut = members.has(asker) && room < 1;
  const newcomer = { id, input, person, proved, ofBusiness, isMember, keptOut, declared, facts: facts! };
  const [placed] = await placeNewcomers(tx, deps, actor, session, paying, [newcomer], now);
  if (placed instanceof Problem) throw placed;
  if (keptOut && placed!.placement === 'waitlist') {
    session.waitlistLength += 1;
    await offerFreePlaces(tx, deps, session, now);
  }
  if (placed!.placement === 'waitlist') {
    // Where this person is already, there is nothing to wait for; saying so would tell strangers who comes.
    const joining = [];
    for (const other of alsoFor) {
      if (!(await liveRegistration(tx, other.id, entrepreneurId))) joining.push(other);
    }
    await joinQueues(tx, id, joining, now);
  }
  if (proved) {
    await recordMembership(tx, deps.config.secret, { registrationId: id, sessionId }, asker, now);
  }
  return placed!;
}

async function recordMembership(
  tx: Tx,
  secret: string,
  place: { registrationId: string; sessionId: string },
  asker: { email: string; kvkNumber: string | null },
  now: Date,
) {
  const membership = await recordMemberships(tx, secret, place, asker, now);
  if (membership === 'unknown') return;
  await tx.update(registrations).set({ membership }).where(eq(registrations.id, place.registrationId));
}
