import { desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { challenges } from '../../../db/schema/challenges.ts';
import { registrations } from '../../../db/schema/registrations.ts';
import { issueChallenge, limitMails } from '../../people/accounts/challenge.ts';
import { askedFor, declaredIn } from '../../paying/declarations/asked.rules.ts';
import { keepDeclared } from '../../paying/declarations/keep.ts';
import type { Deps } from '../../deps.ts';
import { decideRegistration, judgeOne } from '../../paying/eligibility/decide.ts';
import { payingFor } from '../../paying/eligibility/queries.ts';
import { settle } from '../life/settle.ts';
import type { LockedSession } from '../life/places.ts';
import type { Input, Placed } from './newcomers.ts';
import { heldUntil, longestHold } from '../life/rules.ts';

type Registration = typeof registrations.$inferSelect;
type Mailing = Pick<Deps, 'config' | 'enqueueMail'>;

/** Mails a link and a code that make a held place certain. Throws `too-many-attempts`. */
export async function askToConfirm(
  tx: Tx,
  deps: Mailing,
  registrationId: string,
  email: string,
  expiresAt: Date,
  now: Date,
) {
  await limitMails(tx, email, now);
  const purpose = 'confirmRegistration';
  const challenge = await issueChallenge(
    tx,
    deps.config.secret,
    { purpose, registrationId, email, expiresAt },
    now,
  );
  await deps.enqueueMail(tx, { kind: 'confirm', registrationId, challengeId: challenge.id });
}

/** The same place asked for again before it was confirmed: what was typed last counts, and the mail goes out again. */
export async function askAgain(
  tx: Tx,
  deps: Mailing,
  held: Registration,
  session: LockedSession,
  input: Input,
  now: Date,
): Promise<Placed> {
  const expiresAt = longestHold(held.createdAt, heldUntil(session, now));
  const [row] = await tx
    .update(registrations)
    .set({ name: input.name, kvkNumber: input.kvkNumber ?? null, locale: input.locale, expiresAt })
    .where(eq(registrations.id, held.id))
    .returning();
  await keepDeclared(tx, held.id, askedFor(await payingFor(tx, session, now)), input, now);
  const decision = await decideRegistration(tx, { ...row!, proved: false }, session, now);
  await settle(tx, session, [held.id], now);
  await askToConfirm(tx, deps, held.id, input.email, expiresAt, now);
  return { id: held.id, placement: 'held', expiresAt, decision };
}

/**
 * Someone typed the address of a person who has a place, an offer or a position already. The mail tells that person; the
 * answer is what a new person would have got, so that it cannot be used to find out who comes.
 */
export async function remind(
  tx: Tx,
  deps: Mailing,
  known: Registration,
  session: LockedSession,
  placement: 'place' | 'waitlist',
  input: Input,
  now: Date,
): Promise<Placed> {
  await limitMails(tx, input.email, now);
  const [newest] = await tx
    .select({ id: challenges.id })
    .from(challenges)
    .where(eq(challenges.registrationId, known.id))
    .orderBy(desc(challenges.createdAt), desc(challenges.id))
    .limit(1);
  if (known.status === 'offered' && newest) {
    await deps.enqueueMail(tx, { kind: 'offer', registrationId: known.id, challengeId: newest.id });
  } else {
    const kind = known.status === 'confirmed' ? 'confirmed' : 'waitlisted';
    await deps.enqueueMail(tx, { kind, registrationId: known.id });
  }
  // Used up at once: it only makes this mail count.
  const spent = { purpose: 'signIn' as const, email: input.email, expiresAt: now };
  await issueChallenge(tx, deps.config.secret, spent, now);

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
    decision: (await judgeOne(tx, stranger, session, now)).decision,
  };
}
