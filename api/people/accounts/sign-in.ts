import { by, type Work } from '../../unit-of-work/work.ts';
import { eq } from 'drizzle-orm';
import { accounts } from '../../../db/schema/accounts.ts';
import { record } from '../../unit-of-work/audit.ts';
import { plusMinutes } from '../../language/time.ts';
import { type Challenge, endSignIn, issueChallenge, limitMails, useChallenge } from './challenge.ts';
import type { Locale } from '../../language/locale.ts';

const SIGN_IN_MINUTES = 15;

/**
 * Mails a link and a code to any address, so that nobody learns which addresses are known. Who asks again in place of an
 * earlier request has one open code.
 */
export async function askSignIn(
  work: Work,
  input: { email: string; locale: Locale; insteadOf?: string | undefined },
) {
  const { now, mail } = work;
  const expiresAt = plusMinutes(now, SIGN_IN_MINUTES);
  await limitMails(work, input.email);
  if (input.insteadOf) await endSignIn(work, { id: input.insteadOf, email: input.email });
  const { id } = await issueChallenge(work, { purpose: 'signIn', email: input.email, expiresAt });
  await mail({ kind: 'signIn', challengeId: id, locale: input.locale });
  return { id, expiresAt };
}

/** Uses the challenge up and returns the account behind the address, made when new. */
export async function completeSignIn(work: Work, challenge: Challenge, locale: Locale) {
  const { tx } = work;
  await useChallenge(work, challenge.id);
  await tx
    .insert(accounts)
    .values({ email: challenge.email, name: challenge.email, locale })
    .onConflictDoNothing();
  const [account] = await tx.select().from(accounts).where(eq(accounts.email, challenge.email));
  await record(by(work, { kind: 'account', account: account! }), {
    action: 'account.signedIn',
    subjectId: account!.id,
  });
  return account!;
}
