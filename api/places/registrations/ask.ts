import type { Work } from '../../unit-of-work/work.ts';
import { eq } from 'drizzle-orm';
import { registrations } from '../../../db/schema/registrations.ts';
import { endChallenges, issueChallenge, limitMails } from '../../people/accounts/challenge.ts';
import { record } from '../../unit-of-work/audit.ts';
import { askedFor } from '../../paying/declarations/asked-declarations.rules.ts';
import { keepDeclared } from '../../paying/declarations/keep-declared.ts';
import { decideRegistration } from '../../paying/eligibility/decide.ts';
import { payingFor } from '../../paying/eligibility/queries.ts';
import type { LockedSession } from '../life/places.ts';
import type { Input } from './gather-newcomers.ts';
import type { Placed } from './newcomers.ts';
import { waitsOf } from './queries.ts';
import { heldUntil, longestHold } from '../life/rules.ts';

type Registration = typeof registrations.$inferSelect;

/**
 * Mails a link and a code that make a place certain, and ends those of earlier mails; only the news, to who has a place
 * already. Throws `too-many-attempts`.
 */
export async function askToConfirm(
  work: Work,
  { id: registrationId, expiresAt, email }: { id: string; expiresAt: Date; email: string },
  { known = false } = {},
) {
  const { mail } = work;
  await limitMails(work, email);
  await endChallenges(work, registrationId);
  const purpose = 'confirmRegistration';
  const challenge = await issueChallenge(work, { purpose, registrationId, email, expiresAt });
  await mail({ kind: known ? 'tried' : 'confirm', registrationId, challengeId: challenge.id });
}

/**
 * The same asked for again by who asked before, and did not confirm: what was typed last counts, the mail goes out again, and
 * what the earlier mail holds opens nothing any more.
 */
export async function askAgain(
  work: Work,
  asked: Registration,
  session: LockedSession,
  { input, known }: { input: Input; known: boolean },
): Promise<Placed> {
  const { tx, now } = work;
  const { id, status } = asked;
  const expiresAt = longestHold(asked.createdAt, heldUntil(session, now));
  const [row] = await tx
    .update(registrations)
    .set({ name: input.name, kvkNumber: input.kvkNumber ?? null, locale: input.locale, expiresAt })
    .where(eq(registrations.id, id))
    .returning();
  await keepDeclared(work, id, askedFor(await payingFor(tx, session, now)), input);
  const decision = await decideRegistration(work, { ...row!, proved: false }, session);
  await record(work, { action: 'registration.asked-again', subjectId: id });
  await askToConfirm(work, { id, expiresAt, email: input.email }, { known });
  if (status === 'held') return { id, placement: 'held', expiresAt, decision };
  const queues = (await waitsOf(tx, [id])).get(id) ?? [];
  const { position = 1 } = queues.find((one) => one.sessionId === session.id) ?? {};
  return { id, placement: 'waitlist', position, expiresAt, decision };
}
