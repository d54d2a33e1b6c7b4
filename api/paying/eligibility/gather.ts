import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { businessLookups } from '../../../db/schema/business-register.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { decisions, registrations } from '../../../db/schema/registrations.ts';
import { businessProfile } from '../business-register/schema.ts';
import type { Declared } from '../declarations/rules.ts';
import { grantsOf } from '../de-minimis/queries.ts';
import { localDate } from '../../language/time.ts';
import { moneyOfRegistrations } from '../../money/ledger/queries.ts';
import type { Held } from '../../money/ledger/rules.ts';
import { toBusiness } from './business.ts';
import type { Facts, Price } from './facts.ts';
import { givenOf } from './declared-and-reviewed.ts';
import { hasCaps, isPaidPerPlace, type Paying } from './queries.ts';
import { isUse, paidPlaces } from './uses.ts';

/**
 * Whose facts are wanted. What is not `proved` was only typed: then nothing of the person's past is looked at. `declared` is
 * given by who only now asks for a place, and `review` by who looks; else both are what is kept with the registration.
 */
export type Asker = {
  id: string;
  entrepreneurId: string;
  kvkNumber: string | null;
  proved: boolean;
  membership?: 'member' | 'not-member' | 'unknown';
  declared?: Declared | null;
  review?: Facts['review'];
};

/** All that the rules see of each, from what is stored: who wants the business register asked does so before. */
export async function gatherFacts(
  db: Reader,
  paying: Paying,
  session: { startsAt: Date },
  askers: Asker[],
  now: Date,
): Promise<Facts[]> {
  const { module, programme, phase, paused, ruleSet } = paying;
  const today = localDate(now);
  const countsAid = ruleSet.rules.some(({ kind }) => kind === 'deMinimisRoom');
  const [businesses, caps, money, given, promised] = await Promise.all([
    businessesOf(
      db,
      askers.flatMap(({ kvkNumber }) => kvkNumber ?? []),
      today,
    ),
    hasCaps(paying) ? capsOf(db, paying, askers) : noCaps(paying),
    phase || paused || isPaidPerPlace(paying)
      ? moneyOfRegistrations(
          db,
          askers.map(({ id }) => id),
        )
      : null,
    givenOf(db, paying, askers),
    promisedPrices(
      db,
      askers.flatMap(({ id, declared }) => (declared === undefined ? [id] : [])),
    ),
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
        paused: paused && ownIn(phase, money?.get(asker.id)) === 0,
      },
      module: { id: module.id, minutes: module.durationMinutes },
      price: priceFor(asker, paying, promised.get(asker.id)),
      kvkNumber: asker.kvkNumber,
      business:
        asker.kvkNumber === null
          ? { status: 'not-given' }
          : (businesses.get(asker.kvkNumber) ?? { status: 'unavailable' }),
      residence: null,
      paid: asker.proved ? await alreadyPaid(db, asker, module) : [],
      caps: caps(asker),
      budgetRoomCents: roomFor(paying, money?.get(asker.id)),
      deMinimis: {
        declaredCents: given(asker).aidCents,
        grants: countsAid && asker.proved ? await grantsOf(db, asker, today) : [],
      },
      declarations: given(asker).declarations,
      review: given(asker).review,
    })),
  );
}

/** Where no money is set apart for the quarter nothing new can be promised. Null where no place is paid for by itself. */
const roomFor = (paying: Paying, own: Held[] | undefined) =>
  paying.phase || isPaidPerPlace(paying)
    ? (paying.phase ? roomOf(paying.phase) : 0) + ownIn(paying.phase, own)
    : null;

/** Above a ceiling that was lowered there is no room; what was promised before stays. */
const roomOf = (phase: NonNullable<Paying['phase']>) =>
  Math.max(0, phase.ceilingCents - phase.reservedCents - phase.committedCents - phase.realisedCents);

/** What this registration has already is room for it too, and was promised before any pause. */
const ownIn = (phase: { id: string } | null, own: Held[] = []) =>
  own.reduce((sum, { phaseId, cents }) => sum + (phaseId === (phase?.id ?? null) ? cents : 0), 0);

const priceOf = (
  module: Pick<typeof modules.$inferSelect, 'priceExVatCents' | 'vatRate' | 'ownContributionCents'>,
) => ({
  exVatCents: module.priceExVatCents,
  vatRate: module.vatRate,
  ownContributionCents: module.ownContributionCents,
});

/** Who has a place keeps the price of then. A session may have a contribution of its own for known members. */
function priceFor(asker: Asker, { module, memberContributionCents }: Paying, promised?: Price) {
  const price = promised ?? priceOf(module);
  const isMember = asker.proved && asker.membership === 'member';
  if (!isMember || memberContributionCents === null) return price;
  return { ...price, ownContributionCents: memberContributionCents };
}

/** What those who hold a place or have it were told that it costs. Who waits hears it with the offer. */
async function promisedPrices(db: Reader, ids: string[]) {
  if (ids.length === 0) return new Map<string, Price>();
  const rows = await db
    .select({ id: registrations.id, price: sql<Price>`${decisions.facts} -> 'price'` })
    .from(registrations)
    .innerJoin(decisions, eq(decisions.id, registrations.decisionId))
    .where(and(inArray(registrations.id, ids), inArray(registrations.status, ['held', 'confirmed'])));
  return new Map(rows.map(({ id, price }) => [id, price]));
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

/** What the municipality already pays for this entrepreneur, in this programme. */
const alreadyPaid = (db: Reader, asker: Asker, { programmeId }: { programmeId: string }) =>
  paidPlaces(
    db,
    programmeId,
    and(eq(registrations.entrepreneurId, asker.entrepreneurId), ne(registrations.id, asker.id)),
  ).then((places) => places.map(({ entrepreneurId: _, ...place }): Facts['paid'][number] => place));

const noCaps =
  ({ product, programme }: Paying) =>
  (_asker: Asker): Facts['caps'] => ({
    product: product && { code: product.code, used: 0, cap: product.cap, includesThis: false },
    people: { used: 0, cap: programme.maxEntrepreneurs, includesThis: false },
  });

/** How full the caps of the programme are, without those who ask. The caller holds the lock of the programme's money. */
async function capsOf(db: Reader, { product, programme }: Paying, askers: Asker[]) {
  const used = await db
    .select({
      id: registrations.id,
      entrepreneurId: registrations.entrepreneurId,
      productId: modules.productId,
    })
    .from(registrations)
    .innerJoin(decisions, eq(decisions.id, registrations.decisionId))
    .innerJoin(sessions, eq(sessions.id, registrations.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .where(isUse(programme.id));
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
