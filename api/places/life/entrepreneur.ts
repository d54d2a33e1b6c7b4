import { isDeepStrictEqual } from 'node:util';
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Locale } from '../../language/locale.ts';
import type { Reader, Tx } from '../../../db/open.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { businessLookups } from '../../../db/schema/business-register.ts';
import { businesses, entrepreneurs, registrations, waits } from '../../../db/schema/registrations.ts';
import { countedBy } from '../../paying/business-register/rules.ts';
import { businessProfile } from '../../paying/business-register/schema.ts';
import { isProvedLive } from './proved-live.ts';

/**
 * Who is behind an address. Someone new has ids for when they will be written down: what someone types does not make or
 * change a person's name, because anyone can type any address. Until it is proved, the address stands in for the name.
 */
export type Person = {
  accountId: string;
  entrepreneurId: string;
  isNew: { account: boolean; entrepreneur: boolean };
};

/** Who is behind each address, with ids for a registration that may be made and for its decision, and whether they are in this session or its queue for sure. */
export async function whoAsks(db: Reader, sessionId: string, emails: string[]) {
  const rows = await db.execute<{
    registrationId: string;
    decisionId: string;
    accountId: string;
    entrepreneurId: string;
    newAccount: boolean;
    newEntrepreneur: boolean;
    known: boolean;
  }>(sql`
    select uuidv7() as "registrationId", uuidv7() as "decisionId", coalesce(${accounts.id}, uuidv7()) as "accountId",
      coalesce(${entrepreneurs.id}, uuidv7()) as "entrepreneurId", ${accounts.id} is null as "newAccount",
      ${entrepreneurs.id} is null as "newEntrepreneur", exists (select from ${registrations}
        where ${registrations.sessionId} = ${sessionId} and ${registrations.entrepreneurId} = ${entrepreneurs.id}
          and ${isProvedLive}) or exists (select from ${waits}
        join ${registrations} on ${registrations.id} = ${waits.registrationId}
        where ${waits.sessionId} = ${sessionId} and ${waits.proved}
          and ${registrations.entrepreneurId} = ${entrepreneurs.id}) as known
    from jsonb_array_elements_text(${JSON.stringify(emails)}::jsonb) with ordinality as asking (email, n)
    left join ${accounts} on ${accounts.email} = asking.email
    left join ${entrepreneurs} on ${entrepreneurs.accountId} = ${accounts.id}
    order by n`);
  return rows.map(({ registrationId, decisionId, known, newAccount, newEntrepreneur, ...ids }) => ({
    registrationId,
    decisionId,
    known,
    person: { ...ids, isNew: { account: newAccount, entrepreneur: newEntrepreneur } } satisfies Person,
  }));
}

/** The entrepreneur behind an address, made when new, and locked. */
export async function entrepreneurFor(tx: Tx, { email, locale }: { email: string; locale: Locale }) {
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

/** Null for who was written down at the door. */
export async function emailOf(tx: Tx, entrepreneurId: string) {
  const [found] = await tx
    .select({ email: accounts.email })
    .from(entrepreneurs)
    .innerJoin(accounts, eq(accounts.id, entrepreneurs.accountId))
    .where(eq(entrepreneurs.id, entrepreneurId));
  return found?.email ?? null;
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

const isBusiness = (tx: Tx, kvkNumber: string) =>
  inArray(
    entrepreneurs.businessId,
    tx.select({ id: businesses.id }).from(businesses).where(eq(businesses.kvkNumber, kvkNumber)),
  );

/**
 * Ties a KVK number, with what the register said of the business last, to an entrepreneur who had none yet, or the one that
 * was `mistaken`.
 */
export async function linkBusiness(
  tx: Tx,
  entrepreneurId: string,
  kvkNumber: string,
  mistaken: string | null = null,
) {
  await tx.insert(businesses).values({ kvkNumber }).onConflictDoNothing();
  const business = await keepCountedBy(tx, kvkNumber);
  await tx
    .update(entrepreneurs)
    .set({ businessId: business.id })
    .where(
      and(
        eq(entrepreneurs.id, entrepreneurId),
        or(isNull(entrepreneurs.businessId), mistaken === null ? undefined : isBusiness(tx, mistaken)),
      ),
    );
}

/** Reports count by this long after the answer of the register itself is gone. Written only where it says something new. */
async function keepCountedBy(tx: Tx, kvkNumber: string) {
  const [found] = await tx
    .select({ business: businesses, profile: businessLookups.profile })
    .from(businesses)
    .leftJoin(businessLookups, eq(businessLookups.kvkNumber, businesses.kvkNumber))
    .where(eq(businesses.kvkNumber, kvkNumber));
  const { business, profile } = found!;
  const { data } = businessProfile.safeParse(profile);
  if (!data) return business;
  const known = countedBy(data);
  const { sbiCode, establishments } = business;
  if (!isDeepStrictEqual(known, { sbiCode, establishments })) {
    await tx.update(businesses).set(known).where(eq(businesses.id, business.id));
  }
  return business;
}
