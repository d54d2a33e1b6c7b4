import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/open.ts';
import { registrations } from '../../db/schema/registrations.ts';
import { limitMails } from '../accounts/challenge.ts';
import type { AccountActor, Anonymous } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { gatherFacts } from '../eligibility/gather.ts';
import { lockedPaying } from '../money/lock.ts';
import { Problem } from '../problem.ts';
import { askAgain, remind } from './ask.ts';
import { makeCertain } from './confirm.ts';
import { entrepreneurFor, introduce, whoAsks } from './entrepreneur.ts';
import { type Input, type Placed, placeNewcomers } from './newcomers.ts';
import { offerFreePlaces } from './offer.ts';
import { countOfBusiness, lockSession } from './places.ts';
import { liveRegistration } from './queries.ts';
import { judgeBooking } from './rules.ts';

/**
 * Gives a place, or a position in the queue when there is none. Someone signed in with the same address has it at once;
 * others hold it until they confirm by mail. Anyone can type any address, so until then the answer tells nothing about
 * who is behind it: for someone who has a place already it looks the same, and the mail tells the owner.
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
  const session = await lockSession(tx, sessionId, now);
  await offerFreePlaces(tx, deps, session, now);
  const proved = actor.kind === 'account' && actor.account.email === input.email;
  const known = await liveRegistration(tx, sessionId, entrepreneurId);
  if (known && proved && known.status !== 'held') throw new Problem('already-registered');
  const ofBusiness = proved ? await countOfBusiness(tx, session, input.kvkNumber) : 0;

  if (known) {
    // Whoever holds a place asks for that one: it is not what makes the session full.
    const seatsTaken = session.seatsTaken - (known.status === 'held' ? 1 : 0);
    const others = { waiting: session.waitlistLength, ofBusiness };
    const judged = judgeBooking({ ...session, seatsTaken }, others, now);
    if ('refusal' in judged) throw new Problem(judged.refusal);
    if (known.status !== 'held') return remind(tx, deps, known, session, judged.placement, input, now);
    if (!proved) return askAgain(tx, deps, known, session, input, now);
    // Anyone may have typed what is held for this address; now its owner says it.
    const given = { name: input.name, kvkNumber: input.kvkNumber ?? null, locale: input.locale };
    await tx.update(registrations).set(given).where(eq(registrations.id, known.id));
    const decision = await makeCertain(tx, deps, actor, { ...known, ...given }, session, now);
    return { id: known.id, placement: 'confirmed', decision };
  }

  if (!proved) await limitMails(tx, input.email, now);
  const [asking] = await whoAsks(tx, sessionId, [input.email]);
  const { registrationId: id, person } = asking!;
  const kvkNumber = input.kvkNumber ?? null;
  const paying = await lockedPaying(tx, session, now);
  const [facts] = await gatherFacts(tx, paying, session, [{ id, entrepreneurId, kvkNumber, proved }], now);
  const newcomer = { id, input, person, proved, ofBusiness, facts: facts! };
  const [placed] = await placeNewcomers(tx, deps, actor, session, paying, [newcomer], now);
  if (placed instanceof Problem) throw placed;
  if (proved) await introduce(tx, { ...input, kvkNumber, entrepreneurId });
  return placed!;
}
