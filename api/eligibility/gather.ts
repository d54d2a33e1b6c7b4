import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Reader } from '../../db/open.ts';
import { businessLookups } from '../../db/schema/business-register.ts';
import { modules, sessions } from '../../db/schema/catalogue.ts';
import { decisions, registrations } from '../../db/schema/registrations.ts';
import { businessProfile } from '../business-register/schema.ts';
import { grantsOf } from '../de-minimis/queries.ts';
import { localDate } from '../time.ts';
import { type Held, moneyOfRegistrations } from '../money/queries.ts';
import { toBusiness } from './business.ts';
import { borneExVatCents, costOf } from './cost.ts';
import type { Facts } from './facts.ts';
import { hasCaps, type Paying } from './queries.ts';

/** Whose facts are wanted. What is not `proved` was only typed: then nothing of the person's past is looked at. */
export type Asker = {
  id: string;
  entrepreneurId: string;
  kvkNumber: string | null;
  proved: boolean;
  membership?: 'member' | 'not-member' | 'unknown';
};

/** All that the rules see of each, from what is stored: who wants the business register asked does so before. */
export async function gatherFacts(
  db: Reader,
  paying: Paying,
  session: { startsAt: Date },
  askers: Asker[],
  now: Date,
): Promise<Facts[]> {
  const { module, programme, phase, ruleSet } = paying;
  const today = localDate(now);
  const countsAid = ruleSet.rules.some(({ kind }) => kind === 'deMinimisRoom');
  const [businesses, caps, money] = await Promise.all([
    businessesOf(
      db,
      askers.flatMap(({ kvkNumber }) => kvkNumber ?? []),
      today,
    ),
    hasCaps(paying) ? capsOf(db, paying, askers) : noCaps(paying),
    phase
      ? moneyOfRegistrations(
          db,
          askers.map(({ id }) => id),
        )
      : null,
  ]);
  return Promise.all(
    askers.map(async (asker): Promise<Facts> => ({
      ruleSetVersion: ruleSet.version,
      today,
      sessionOn: localDate(session.startsAt),
      programme: {
        status: programme.status,
        startsOn: programme.startsOn,
        endsOn: programme.endsOn,
        paused: phase !== null && phase.pausedFrom !== null && phase.pausedFrom <= today,
      },
      module: { id: module.id, minutes: module.durationMinutes },
      price: priceFor(asker, paying),
      kvkNumber: asker.kvkNumber,
      business:
        asker.kvkNumber === null
          ? { status: 'not-given' }
          : (businesses.get(asker.kvkNumber) ?? { status: 'unavailable' }),
      residence: null,
      paid: asker.proved ? await alreadyPaid(db, asker, module) : [],
      caps: caps(asker),
      budgetRoomCents: phase && roomOf(phase) + ownIn(phase, money?.get(asker.id)),
      deMinimis: {
        declaredCents: null,
        grants: countsAid && asker.proved ? await grantsOf(db, asker, today) : [],
      },
      declarations: {},
      review: null,
    })),
  );
}

const roomOf = (phase: NonNullable<Paying['phase']>) =>
  phase.ceilingCents - phase.reservedCents - phase.committedCents - phase.realisedCents;

/** What this registration has already is room for it too. */
const ownIn = (phase: { id: string }, own: Held | undefined) => (own?.phaseId === phase.id ? own.cents : 0);

const priceOf = (
  module: Pick<typeof modules.$inferSelect, 'priceExVatCents' | 'vatRate' | 'ownContributionCents'>,
) => ({
  exVatCents: module.priceExVatCents,
  vatRate: module.vatRate,
  ownContributionCents: module.ownContributionCents,
});

/** A session may have a contribution of its own for known members. */
function priceFor(asker: Asker, { module, memberContributionCents }: Paying) {
  const isMember = asker.proved && asker.membership === 'member';
  if (!isMember || memberContributionCents === null) return priceOf(module);
  return { ...priceOf(module), ownContributionCents: memberContributionCents };
}

async function businessesOf(db: Reader, kvkNumbers: string[], today: string) {
  if (kvkNumbers.length === 0) return new Map<string, Facts['business']>();
  const rows = await db.select().from(businessLookups).where(inArray(businessLookups.kvkNumber, kvkNumbers));
  return new Map(
    rows.map(({ kvkNumber, profile }) => {
      const { data } = businessProfile.safeParse(profile);
      return [kvkNumber, data ? toBusiness(data, today) : { status: 'not-found' as const }];
    }),
  );
}

const newestPayer = sql`(select ${decisions.payer} from ${decisions}
  where ${decisions.registrationId} = ${registrations.id} order by ${decisions.decidedAt} desc, ${decisions.id} desc limit 1)`;

/** What the municipality already pays for this entrepreneur: certain places whose newest decision says so. */
async function alreadyPaid(
  db: Reader,
  asker: Asker,
  module: { programmeId: string },
): Promise<Facts['paid']> {
  const found = await db
    .select({ module: modules, startsAt: sessions.startsAt })
    .from(registrations)
    .innerJoin(sessions, eq(sessions.id, registrations.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .where(
      and(
        eq(registrations.entrepreneurId, asker.entrepreneurId),
        ne(registrations.id, asker.id),
        eq(registrations.status, 'confirmed'),
        eq(modules.programmeId, module.programmeId),
        ne(sessions.status, 'cancelled'),
        sql`${newestPayer} = 'municipality'`,
      ),
    );
  return found.map(({ module: paid, startsAt }) => ({
    moduleId: paid.id,
    cents: borneExVatCents(costOf(priceOf(paid), 'municipality')),
    minutes: paid.durationMinutes,
    on: localDate(startsAt),
  }));
}

const noCaps =
  ({ product, programme }: Paying) =>
  (_asker: Asker): Facts['caps'] => ({
    product: product && { code: product.code, used: 0, cap: product.cap, includesThis: false },
    people: { used: 0, cap: programme.maxEntrepreneurs, includesThis: false },
  });

/**
 * How full the caps of the programme are: places that are held, offered or certain, for which the municipality pays. The
 * caller holds the lock of the programme's money.
 */
async function capsOf(db: Reader, { product, programme }: Paying, askers: Asker[]) {
  const used = await db
    .select({
      id: registrations.id,
      entrepreneurId: registrations.entrepreneurId,
      productId: modules.productId,
    })
    .from(registrations)
    .innerJoin(sessions, eq(sessions.id, registrations.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .where(
      and(
        eq(modules.programmeId, programme.id),
        inArray(registrations.status, ['held', 'offered', 'confirmed']),
        ne(sessions.status, 'cancelled'),
        sql`${newestPayer} = 'municipality'`,
      ),
    );
  const own = new Set(askers.map(({ id }) => id));
  const others = used.filter(({ id }) => !own.has(id));
  const people = new Set(others.map(({ entrepreneurId }) => entrepreneurId));
  const uses = others.filter(({ productId }) => product && productId === product.id).length;
  return (asker: Asker): Facts['caps'] => ({
    product: product && { code: product.code, used: uses, cap: product.cap, includesThis: false },
    people: {
      used: people.size,
      cap: programme.maxEntrepreneurs,
      includesThis: people.has(asker.entrepreneurId),
    },
  });
}
