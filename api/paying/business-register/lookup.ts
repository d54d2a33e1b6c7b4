import { count, eq, gt, lte } from 'drizzle-orm';
import type { Db } from '../../../db/open.ts';
import { businessLookups } from '../../../db/schema/business-register.ts';
import type { Deps } from '../../deps.ts';
import { plusMinutes } from '../../language/time.ts';
import { type BusinessRegister, report } from './client.ts';
import { type BusinessProfile, businessProfile } from './schema.ts';

/** `unavailable`: the register gives no answer and we have none. Then nothing is known, so nobody may be refused for it. */
export type Lookup =
  | { status: 'found'; profile: BusinessProfile; fetchedAt: Date }
  | { status: 'not-found' }
  | { status: 'unavailable' };

const HOUR = 60;
const FRESH = 24 * HOUR;
// A business that was registered this morning is asked for again soon.
const NOT_FOUND_FRESH = HOUR;
const KEPT = 30 * 24 * HOUR;
/** Every lookup costs money, and anyone may ask: more than a busy evening needs, and not more than that. */
export const LOOKUPS_PER_HOUR = 300;

type Kept = Exclude<Lookup, { status: 'unavailable' }> & { fetchedAt: Date };

/** Lookups under way in this process, per register. */
const underway = new WeakMap<BusinessRegister, Map<string, Promise<Lookup>>>();

/**
 * The business with this KVK number, asked from the register or as it was at most a day ago; when the register gives no
 * answer, as it last was, with its date. Never throws because the register is down. It may take seconds: call it before
 * a transaction opens.
 */
export async function findBusiness(
  deps: Pick<Deps, 'db' | 'businessRegister'>,
  kvkNumber: string,
  now: Date,
): Promise<Lookup> {
  const kept = await readKept(deps.db, kvkNumber);
  if (kept && isFresh(kept, now)) return kept;
  const lookups = underway.get(deps.businessRegister) ?? new Map<string, Promise<Lookup>>();
  underway.set(deps.businessRegister, lookups);
  const shared = lookups.get(kvkNumber) ?? ask(deps, kvkNumber, now).finally(() => lookups.delete(kvkNumber));
  lookups.set(kvkNumber, shared);
  return shared;
}

async function ask(
  { db, businessRegister }: Pick<Deps, 'db' | 'businessRegister'>,
  kvkNumber: string,
  now: Date,
) {
  // Looked at again: who shared a lookup may have stored it since.
  const kept = await readKept(db, kvkNumber);
  if (kept && isFresh(kept, now)) return kept;
  const last = kept?.status === 'found' ? kept : ({ status: 'unavailable' } as const);
  if ((await lookupsSince(db, plusMinutes(now, -HOUR))) >= LOOKUPS_PER_HOUR) {
    report('asked too often this hour; nobody is looked up for a while');
    return last;
  }
  const profile = await businessRegister.profile(kvkNumber).catch(() => undefined);
  if (profile === undefined) return last;
  const row = { status: profile ? ('found' as const) : ('not-found' as const), profile, fetchedAt: now };
  await db
    .insert(businessLookups)
    .values({ kvkNumber, ...row })
    .onConflictDoUpdate({ target: businessLookups.kvkNumber, set: row });
  return profile ? { status: 'found' as const, profile, fetchedAt: now } : { status: 'not-found' as const };
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
