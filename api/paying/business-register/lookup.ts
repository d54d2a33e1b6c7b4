import { count, eq, gt, lte } from 'drizzle-orm';
import type { Db } from '../../../db/open.ts';
import { businessLookups } from '../../../db/schema/business-register.ts';
import type { Deps } from '../../deps.ts';
import { plusMinutes } from '../../language/time.ts';
import { type Asking, createBudget } from './lookup-budget.ts';
import { type BusinessRegister, report } from './client.ts';
import { type BusinessProfile, businessProfile } from './schema.ts';

/**
 * `unavailable`: the register gives no answer and we have none. Then nothing is known, so nobody may be refused for it.
 * `tooMany`: because this client asked often.
 */
export type Lookup =
  | { status: 'found'; profile: BusinessProfile; fetchedAt: Date }
  | { status: 'not-found' }
  | { status: 'unavailable'; tooMany?: boolean };

const HOUR = 60;
const FRESH = 24 * HOUR;
// A business that was registered this morning is asked for again soon.
const NOT_FOUND_FRESH = HOUR;
const KEPT = 30 * 24 * HOUR;

type Kept = Exclude<Lookup, { status: 'unavailable' }> & { fetchedAt: Date };

/** What this process asks of a register: the lookups under way, and how often it asked. */
type Asks = {
  underway: Map<string, Promise<Lookup>>;
  budget: ReturnType<typeof createBudget>;
  toldAt: number;
};
const asksOf = new WeakMap<BusinessRegister, Asks>();

/**
 * The business with this KVK number, asked from the register or as it was at most a day ago; when the register gives no
 * answer or may not be asked, as it last was, with its date. Never throws because the register is down. It may take
 * seconds: call it before a transaction opens.
 */
export async function findBusiness(
  { db, businessRegister }: Pick<Deps, 'db' | 'businessRegister'>,
  kvkNumber: string,
  asking: Asking,
  now: Date,
): Promise<Lookup> {
  const kept = await readKept(db, kvkNumber);
  if (kept && isFresh(kept, now)) return kept;
  const asks = asksOf.get(businessRegister) ?? {
    underway: new Map(),
    budget: createBudget(),
    toldAt: -Infinity,
  };
  asksOf.set(businessRegister, asks);
  const { underway, budget } = asks;
  const stored = await lookupsSince(db, plusMinutes(now, -HOUR));
  // Nothing is awaited from here until it counts, so that a thousand at once find room for no more than there is.
  const shared = underway.get(kvkNumber);
  if (shared) return shared;
  const last: Lookup = kept?.status === 'found' ? kept : { status: 'unavailable' };
  const verdict = budget.judge(kvkNumber, asking, stored, now);
  if (verdict === 'client') return last.status === 'found' ? last : { ...last, tooMany: true };
  if (verdict === 'share') tell(asks, asking, now);
  if (verdict !== 'yes') return last;
  const { failed } = budget.spend(kvkNumber, asking, now);
  const lookup = ask({ db, businessRegister }, kvkNumber, now)
    .then((answer) => {
      if (!answer) failed();
      return answer ?? last;
    })
    .finally(() => underway.delete(kvkNumber));
  underway.set(kvkNumber, lookup);
  return lookup;
}

/** Undefined when there is no answer. */
async function ask(
  { db, businessRegister }: Pick<Deps, 'db' | 'businessRegister'>,
  kvkNumber: string,
  now: Date,
): Promise<Lookup | undefined> {
  // Looked at again: who shared a lookup may have stored it since.
  const kept = await readKept(db, kvkNumber);
  if (kept && isFresh(kept, now)) return kept;
  const profile = await businessRegister.profile(kvkNumber).catch(() => undefined);
  if (profile === undefined) return undefined;
  const row = { status: profile ? ('found' as const) : ('not-found' as const), profile, fetchedAt: now };
  await db
    .insert(businessLookups)
    .values({ kvkNumber, ...row })
    .onConflictDoUpdate({ target: businessLookups.kvkNumber, set: row });
  return profile ? { status: 'found', profile, fetchedAt: now } : { status: 'not-found' };
}

/** Of what strangers may no longer do, once an hour: they could fill the log. */
function tell(asks: Asks, { purpose }: Asking, now: Date) {
  if (purpose === 'proved') return report('asked too often this hour; nobody is looked up for a while');
  if (now.getTime() - asks.toldAt < HOUR * 60_000) return;
  asks.toldAt = now.getTime();
  report('asked often this hour; what is left is for places of people who proved who they are');
}

const isFresh = ({ status, fetchedAt }: Kept, now: Date) =>
  fetchedAt > plusMinutes(now, -(status === 'found' ? FRESH : NOT_FOUND_FRESH));

async function readKept(db: Db, kvkNumber: string): Promise<Kept | null> {
  const [row] = await db.select().from(businessLookups).where(eq(businessLookups.kvkNumber, kvkNumber));
  if (!row) return null;
  if (row.status === 'not-found') return { status: row.status, fetchedAt: row.fetchedAt };
  const { data } = businessProfile.safeParse(row.profile);
  return data ? { status: row.status, profile: data, fetchedAt: row.fetchedAt } : null;
}

async function lookupsSince(db: Db, moment: Date) {
  const [row] = await db
    .select({ count: count() })
    .from(businessLookups)
    .where(gt(businessLookups.fetchedAt, moment));
  return row!.count;
}

/** Deletes what the register said more than thirty days ago. */
export async function forgetLookups(db: Db, now: Date) {
  await db.delete(businessLookups).where(lte(businessLookups.fetchedAt, plusMinutes(now, -KEPT)));
}
