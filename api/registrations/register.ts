import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/open.ts';
import { registrations } from '../../db/schema/registrations.ts';
import type { AccountActor, Anonymous } from '../actor.ts';
import { record } from '../audit.ts';
import type { Deps } from '../deps.ts';
import { decideRegistration } from '../eligibility/decide.ts';
import type { Decision } from '../eligibility/rules.ts';
import { Problem } from '../problem.ts';
import { askAgain, askToConfirm, remind } from './ask.ts';
import { makeCertain } from './confirm.ts';
import { entrepreneurFor, introduce } from './entrepreneur.ts';
import { offerFreePlaces } from './offer.ts';
import { countOfBusiness, lockSession, takePlaces } from './places.ts';
import { liveRegistration, waitlistPosition } from './queries.ts';
import { heldUntil, judgeBooking, nextInQueue } from './rules.ts';
import type { NewRegistration } from './schema.ts';

export type Placed = {
  id: string;
  placement: 'held' | 'confirmed' | 'waitlist';
  position?: number;
  expiresAt?: Date;
  decision: Decision;
};

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
  input: NewRegistration & { locale: 'nl' | 'en' },
  now: Date,
): Promise<Placed> {
  const entrepreneurId = await entrepreneurFor(tx, input);
  const session = await lockSession(tx, sessionId, now);
  await offerFreePlaces(tx, deps, session, now);
  const proved = actor.kind === 'account' && actor.account.email === input.email;
  const known = await liveRegistration(tx, sessionId, entrepreneurId);
  if (known && proved && known.status !== 'held') throw new Problem('already-registered');
  const ofBusiness = proved ? await countOfBusiness(tx, session, input.kvkNumber) : 0;
  // Whoever holds a place asks for that one: it is not what makes the session full.
  const seatsTaken = session.seatsTaken - (known?.status === 'held' ? 1 : 0);
  const others = { waiting: session.waitlistLength, ofBusiness };
  const judged = judgeBooking({ ...session, seatsTaken }, others, now);
  if ('refusal' in judged) throw new Problem(judged.refusal);

  if (known && proved) {
    // Anyone may have typed what is held for this address; now its owner says it.
    const given = { name: input.name, kvkNumber: input.kvkNumber ?? null, locale: input.locale };
    await tx.update(registrations).set(given).where(eq(registrations.id, known.id));
    const decision = await makeCertain(tx, deps, actor, { ...known, ...given }, session, now);
    return { id: known.id, placement: 'confirmed', decision };
  }
  if (known?.status === 'held') return askAgain(tx, deps, known, session, input, now);
  if (known) return remind(tx, deps, known, session, judged.placement, input, now);

  const placement = judged.placement === 'waitlist' ? 'waitlist' : proved ? 'confirmed' : 'held';
  const expiresAt = placement === 'held' ? heldUntil(session, now) : null;
  const [row] = await tx
    .insert(registrations)
    .values({
      sessionId,
      entrepreneurId,
      status: placement === 'waitlist' ? 'waitlisted' : placement,
      name: input.name,
      kvkNumber: input.kvkNumber ?? null,
      locale: input.locale,
      expiresAt,
      confirmedAt: placement === 'confirmed' ? now : null,
      waitlistedAt: placement === 'waitlist' ? nextInQueue(session.lastWaitlistedAt, now) : null,
      createdAt: now,
    })
    .returning();
  const registration = row!;
  if (placement !== 'waitlist') await takePlaces(tx, session, 1);
  if (proved) await introduce(tx, registration);
  const decision = await decideRegistration(tx, registration, session, { proved }, now);
  await record(tx, actor, { action: `registration.${placement}`, subjectId: registration.id, now });

  if (placement === 'held') await askToConfirm(tx, deps, registration.id, input.email, expiresAt!, now);
  else {
    const kind = placement === 'confirmed' ? 'confirmed' : 'waitlisted';
    await deps.enqueueMail(tx, { kind, registrationId: registration.id });
  }
  return {
    id: registration.id,
    placement,
    ...(placement === 'waitlist' && { position: await waitlistPosition(tx, registration) }),
    ...(expiresAt && { expiresAt }),
    decision,
  };
}
