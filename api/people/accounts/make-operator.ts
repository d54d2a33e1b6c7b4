import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { accountRoles, accounts } from '../../../db/schema/accounts.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Work } from '../../unit-of-work/work.ts';
import type { newOperator } from './schema.ts';

/** Lets this address operate the portal, with an account of its own when it has none; false when it did so already. */
export async function makeOperator(
  work: Work,
  { email, name, language }: z.output<typeof newOperator>,
): Promise<boolean> {
  const { tx, now } = work;
  await tx.insert(accounts).values({ email, name, locale: language, createdAt: now }).onConflictDoNothing();
  const [account] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
  const made = await tx
    .insert(accountRoles)
    .values({ accountId: account!.id, role: 'operator', createdAt: now })
    .onConflictDoNothing()
    .returning({ id: accountRoles.id });
  if (made.length === 0) return false;
  await record(work, { action: 'operator.made', subjectId: account!.id });
  return true;
}
