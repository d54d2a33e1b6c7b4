import { eq } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/open.ts';
import { accounts } from '../../db/schema/accounts.ts';
import { businesses, entrepreneurs } from '../../db/schema/registrations.ts';

/**
 * The entrepreneur behind an address, made when new. What someone types does not change an existing person: anyone can
 * type any address, only who reads its mail may change what we know.
 */
export async function entrepreneurFor(tx: Tx, given: { email: string; name: string; locale: 'nl' | 'en' }) {
  const [made] = await tx.insert(accounts).values(given).onConflictDoNothing().returning({ id: accounts.id });
  const accountId = made?.id ?? (await accountIdOf(tx, given.email));
  const [created] = await tx
    .insert(entrepreneurs)
    .values({ accountId, name: given.name })
    .onConflictDoNothing()
    .returning({ id: entrepreneurs.id });
  if (created) return { id: created.id, accountId };
  const [known] = await tx.select().from(entrepreneurs).where(eq(entrepreneurs.accountId, accountId));
  return { id: known!.id, accountId };
}

async function accountIdOf(tx: Reader, email: string) {
  const [account] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
  return account!.id;
}

/** Ties a KVK number to an entrepreneur who has proved the address and had none yet. */
export async function linkBusiness(tx: Tx, entrepreneurId: string, kvkNumber: string) {
  await tx.insert(businesses).values({ kvkNumber }).onConflictDoNothing();
  const [business] = await tx.select().from(businesses).where(eq(businesses.kvkNumber, kvkNumber));
  await tx
    .update(entrepreneurs)
    .set({ businessId: business!.id })
    .where(eq(entrepreneurs.id, entrepreneurId));
}
