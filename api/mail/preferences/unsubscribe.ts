import { anonymous, by, type Work } from '../../unit-of-work/work.ts';
import { and, eq } from 'drizzle-orm';
import { accounts } from '../../../db/schema/accounts.ts';
import { record } from '../../unit-of-work/audit.ts';
import { Problem } from '../../http/problem.ts';
import { sameToken, unsubscribeToken } from '../../unit-of-work/secrets.ts';
import type { List } from './schema.ts';

const SHAPE = /^(reminders|digest)\.([0-9a-f-]{36})\.[\w-]{43}$/;

/** Whose and which mails a link is about. Changes nothing: mail scanners open every link. Throws `not-found`. */
export function readUnsubscribeToken(secret: string, token: string): { list: List; accountId: string } {
  const [, list, accountId] = SHAPE.exec(token) ?? [];
  if (!list || !accountId || !sameToken(token, unsubscribeToken(secret, list as List, accountId))) {
    throw new Problem('not-found');
  }
  return { list: list as List, accountId };
}

/** Turns one kind of mail off, for whoever has the mail. Twice is the same as once. */
export async function unsubscribe(work: Work, token: string) {
  const { tx, secret } = work;
  const { list, accountId } = readUnsubscribeToken(secret, token);
  const changed = await tx
    .update(accounts)
    .set({ [list]: false })
    .where(and(eq(accounts.id, accountId), eq(accounts[list], true)))
    .returning({ id: accounts.id });
  if (changed.length > 0) {
    const details = { list };
    await record(by(work, anonymous), { action: 'preferences.unsubscribed', subjectId: accountId, details });
  }
  return { list };
}
