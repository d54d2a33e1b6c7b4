import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../db/open.ts';
import { registrations } from '../../db/schema/registrations.ts';
import { issueChallenge, limitMails } from '../accounts/challenge.ts';
import type { AccountActor, Anonymous } from '../actor.ts';
import { record } from '../audit.ts';
import type { Deps } from '../deps.ts';
import { decideRegistration } from '../eligibility/decide.ts';
import type { Decision } from '../eligibility/rules.ts';
import { Problem } from '../problem.ts';
import { entrepreneurFor } from './entrepreneur.ts';
import { offerFreePlaces } from './offer.ts';
import { latestDecision, waitlistPosition } from './queries.ts';
import { countOfBusiness, type LockedSession, lockSession, takePlaces } from './places.ts';
import { heldUntil, judgeBooking } from './rules.ts';
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
 * others hold it until they confirm by mail. Asking again while a place is held sends the mail again.
 */
export async function register(
  tx: Tx,
  deps: Pick<Deps, 'config' | 'enqueueMail'>,
  actor: Anonymous | AccountActor,
  sessionId: string,
  input: NewRegistration & { locale: 'nl' | 'en' },
  now: Date,
): Promise<Placed> {
  const { id: entrepreneurId } = await entrepreneurFor(tx, input);
  const session = await lockSession(tx, sessionId, now);
  await offerFreePlaces(tx, deps, session, now);
  const proved = actor.kind === 'account' && actor.account.email === input.email;

  const known = await liveRegistration(tx, sessionId, entrepreneurId);
  if (known?.status === 'held' && !proved) return askAgain(tx, deps, known, session, input.email, now);
  if (known) throw new Problem('already-registered');

  const ofBusiness = await countOfBusiness(tx, session, input.kvkNumber);
  const judged = judgeBooking(session, { waiting: session.waitlistLength, ofBusiness }, now);
  if ('refusal' in judged) throw new Problem(judged.refusal);
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
      expiresAt,
      confirmedAt: placement === 'confirmed' ? now : null,
      waitlistedAt: placement === 'waitlist' ? now : null,
      createdAt: now,
    })
    .returning();
  const registration = row!;
  if (placement !== 'waitlist') await takePlaces(tx, session, 1);
  const decision = await decideRegistration(tx, registration, session, now);
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

export async function liveRegistration(tx: Tx, sessionId: string, entrepreneurId: string) {
  const [found] = await tx
    .select()
    .from(registrations)
    .where(
      and(
        eq(registrations.sessionId, sessionId),
        eq(registrations.entrepreneurId, entrepreneurId),
        inArray(registrations.status, ['held', 'confirmed', 'waitlisted', 'offered']),
      ),
    );
  return found;
}

async function askAgain(
  tx: Tx,
  deps: Pick<Deps, 'config' | 'enqueueMail'>,
  held: typeof registrations.$inferSelect,
  session: LockedSession,
  email: string,
  now: Date,
): Promise<Placed> {
  const expiresAt = heldUntil(session, now);
  await tx.update(registrations).set({ expiresAt }).where(eq(registrations.id, held.id));
  await askToConfirm(tx, deps, held.id, email, expiresAt, now);
  return { id: held.id, placement: 'held', expiresAt, decision: await latestDecision(tx, held.id) };
}

export async function askToConfirm(
  tx: Tx,
  deps: Pick<Deps, 'config' | 'enqueueMail'>,
  registrationId: string,
  email: string,
  expiresAt: Date,
  now: Date,
) {
  await limitMails(tx, email, now);
  const challenge = await issueChallenge(
    tx,
    deps.config.secret,
    { purpose: 'confirmRegistration', registrationId, email, expiresAt },
    now,
  );
  await deps.enqueueMail(tx, { kind: 'confirm', registrationId, challengeId: challenge.id });
}
