import type { Work } from '../../unit-of-work/work.ts';
import { desc, eq, sql } from 'drizzle-orm';
import { challenges } from '../../../db/schema/challenges.ts';
import { registrations } from '../../../db/schema/registrations.ts';
import { issueChallenge, limitMails } from '../../people/accounts/challenge.ts';
import { record } from '../../unit-of-work/audit.ts';
import { askedFor, declaredIn } from '../../paying/declarations/asked-declarations.rules.ts';
import { keepDeclared } from '../../paying/declarations/keep-declared.ts';
import { judgeOne } from '../../paying/eligibility/decide.ts';
import { payingFor } from '../../paying/eligibility/queries.ts';
import { decidePlace } from '../life/decide-place.ts';
import type { LockedSession } from '../life/places.ts';
import type { Input } from './gather-newcomers.ts';
import type { Placed } from './newcomers.ts';
import { heldUntil, longestHold } from '../life/rules.ts';

type Registration = typeof registrations.$inferSelect;

/** Mails a link and a code that make a held place certain. Throws `too-many-attempts`. */
export async function askToConfirm(work: Work, registrationId: string, email: string, expiresAt: Date) {
  const { mail } = work;
  await limitMails(work, email);
  const purpose = 'confirmRegistration';
  const challenge = await issueChallenge(work, { purpose, registrationId, email, expiresAt });
  await mail({ kind: 'confirm', registrationId, challengeId: challenge.id });
}

/** The same place asked for again before it was confirmed: what was typed last counts, and the mail goes out again. */
export async function askAgain(
  work: Work,
  held: Registration,
  session: LockedSession,
  input: Input,
): Promise<Placed> {
  const { tx, now } = work;
  const expiresAt = longestHold(held.createdAt, heldUntil(session, now));
  const [row] = await tx
    .update(registrations)
    .set({ name: input.name, kvkNumber: input.kvkNumber ?? null, locale: input.locale, expiresAt })
    .where(eq(registrations.id, held.id))
    .returning();
  await keepDeclared(work, held.id, askedFor(await payingFor(tx, session, now)), input);
  const decision = await decidePlace(work, { ...row!, proved: false }, session);
  await record(work, { action: 'registration.asked-again', subjectId: held.id });
  await askToConfirm(work, held.id, input.email, expiresAt);
  return { id: held.id, placement: 'held', expiresAt, decision };
}

/**
 * Someone typed the address of a person who has a place, an offer or a position already. The mail tells that person; the
 * answer is what a new person would have got, so that it cannot be used to find out who comes.
 */
export async function remindOwner(
  work: Work,
  known: Registration,
  session: LockedSession,
  placement: 'place' | 'waitlist',
  input: Input,
): Promise<Placed> {
  const { tx, now, mail } = work;
  await limitMails(work, input.email);
  const [newest] = await tx
    .select({ id: challenges.id })
    .from(challenges)
    .where(eq(challenges.registrationId, known.id))
    .orderBy(desc(challenges.createdAt), desc(challenges.id))
    .limit(1);
  if (known.status === 'offered' && newest) {
    await mail({ kind: 'offer', registrationId: known.id, challengeId: newest.id });
  } else {
    const kind = known.status === 'confirmed' ? 'confirmed' : 'waitlisted';
    await mail({ kind, registrationId: known.id });
  }
  // Used up at once: it only makes this mail count.
  const spent = { purpose: 'signIn' as const, email: input.email, expiresAt: now };
  await issueChallenge(work, spent);

  const [made] = await tx.execute<{ id: string }>(sql`select uuidv7() as id`);
  const stranger = {
    id: made!.id,
    entrepreneurId: made!.id,
    kvkNumber: input.kvkNumber ?? null,
    proved: false,
    declared: declaredIn(await payingFor(tx, session, now), input),
  };
  return {
    id: made!.id,
    ...(placement === 'waitlist'
      ? { placement: 'waitlist', position: session.waitlistLength + 1 }
      : { placement: 'held', expiresAt: heldUntil(session, now) }),
    decision: (await judgeOne(work, stranger, session)).decision,
  };
}
