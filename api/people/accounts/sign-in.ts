import { eq } from 'drizzle-orm';
import type { Locale } from '../../language/locale.ts';
import type { Tx } from '../../../db/open.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { record } from '../../work/audit.ts';
import type { Deps } from '../../deps.ts';
import { plusMinutes } from '../../language/time.ts';
import { type Challenge, issueChallenge, limitMails, useChallenge } from './challenge.ts';

const SIGN_IN_MINUTES = 15;

/** Mails a link and a code to any address, so that nobody learns which addresses are known. */
export async function askSignIn(
  tx: Tx,
  deps: Pick<Deps, 'config' | 'enqueueMail'>,
  input: { email: string; locale: Locale },
  now: Date,
) {
  const expiresAt = plusMinutes(now, SIGN_IN_MINUTES);
  await limitMails(tx, input.email, now);
  const { id } = await issueChallenge(
    tx,
    deps.config.secret,
    { purpose: 'signIn', email: input.email, expiresAt },
    now,
  );
  await deps.enqueueMail(tx, { kind: 'signIn', challengeId: id, locale: input.locale });
  return { id, expiresAt };
}

/** Uses the challenge up and returns the account behind the address, made when new. */
export async function completeSignIn(tx: Tx, challenge: Challenge, locale: Locale, now: Date) {
  await useChallenge(tx, challenge.id, now);
  await tx
    .insert(accounts)
    .values({ email: challenge.email, name: challenge.email, locale })
    .onConflictDoNothing();
  const [account] = await tx.select().from(accounts).where(eq(accounts.email, challenge.email));
  await record(
    tx,
    { kind: 'account', account: account! },
    { action: 'account.signedIn', subjectId: account!.id, now },
  );
  return account!;
}
