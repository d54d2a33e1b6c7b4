import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../db/open.ts';
import { accounts } from '../../db/schema/accounts.ts';
import { businesses, entrepreneurs, type registrations } from '../../db/schema/registrations.ts';

/**
 * The entrepreneur behind an address, made when new, and locked. What someone types does not make or change a person's
 * name: anyone can type any address. Until it is proved, the address stands in for the name.
 */
export async function entrepreneurFor(tx: Tx, given: { email: string; locale: 'nl' | 'en' }) {
  const { email, locale } = given;
  await tx.insert(accounts).values({ email, locale, name: email }).onConflictDoNothing();
  const [account] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
  await tx.insert(entrepreneurs).values({ accountId: account!.id, name: email }).onConflictDoNothing();
  const [entrepreneur] = await tx
    .select({ id: entrepreneurs.id })
    .from(entrepreneurs)
    .where(eq(entrepreneurs.accountId, account!.id))
    .for('no key update');
  return entrepreneur!.id;
}

/**
 * Two decisions on one person wait for each other, or each would miss what the other gives. Always before the session's
 * lock. A `no key` lock leaves room for rows that only point at this one.
 */
export async function lockEntrepreneur(tx: Tx, id: string) {
  const [row] = await tx.select().from(entrepreneurs).where(eq(entrepreneurs.id, id)).for('no key update');
  return row!;
}

type Introduction = Pick<
  typeof registrations.$inferSelect,
  'entrepreneurId' | 'name' | 'locale' | 'kvkNumber'
>;

/** Lets what was given with a proved registration count for a person we did not know yet. */
export async function introduce(tx: Tx, { entrepreneurId, name, locale, kvkNumber }: Introduction) {
  const [known] = await tx
    .select({ account: accounts, entrepreneur: entrepreneurs })
    .from(entrepreneurs)
    .innerJoin(accounts, eq(accounts.id, entrepreneurs.accountId))
    .where(eq(entrepreneurs.id, entrepreneurId));
  const { account, entrepreneur } = known!;
  if (account.name === account.email) {
    await tx.update(accounts).set({ name, locale }).where(eq(accounts.id, account.id));
  }
  if (entrepreneur.name === account.email) {
    await tx.update(entrepreneurs).set({ name }).where(eq(entrepreneurs.id, entrepreneurId));
  }
  if (kvkNumber) await linkBusiness(tx, entrepreneurId, kvkNumber);
}

/** Ties a KVK number to an entrepreneur who had none yet. */
export async function linkBusiness(tx: Tx, entrepreneurId: string, kvkNumber: string) {
  await tx.insert(businesses).values({ kvkNumber }).onConflictDoNothing();
  const [business] = await tx.select().from(businesses).where(eq(businesses.kvkNumber, kvkNumber));
  await tx
    .update(entrepreneurs)
    .set({ businessId: business!.id })
    .where(and(eq(entrepreneurs.id, entrepreneurId), isNull(entrepreneurs.businessId)));
}
