import { and, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/open.ts';
import { modules, sessions } from '../../db/schema/catalogue.ts';
import { decisions, registrations } from '../../db/schema/registrations.ts';
import { localDate } from '../time.ts';
import { borneExVatCents } from './cost.ts';
import type { Facts } from './facts.ts';

const newestPayer = sql`(select ${decisions.payer} from ${decisions}
  where ${decisions.registrationId} = ${registrations.id} order by ${decisions.decidedAt} desc, ${decisions.id} desc limit 1)`;

/**
 * What uses up the caps of a programme: places that are held, offered or certain, for which the municipality pays. Over
 * registrations, joined to their sessions and modules.
 */
export const isUse = (programmeId: string) =>
  and(
    eq(modules.programmeId, programmeId),
    inArray(registrations.status, ['held', 'offered', 'confirmed']),
    ne(sessions.status, 'cancelled'),
    sql`${newestPayer} = 'municipality'`,
  );

export type PaidPlace = Facts['paid'][number] & { entrepreneurId: string };

/**
 * What the municipality already pays in a programme: certain places whose newest decision says so, at the price of that
 * decision, so that a later change of price changes nothing of it.
 */
export async function paidPlaces(db: Reader, programmeId: string, which?: SQL): Promise<PaidPlace[]> {
  const newest = db
    .select()
    .from(decisions)
    .where(eq(decisions.registrationId, registrations.id))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(1)
    .as('newest');
  const found = await db
    .select({
      entrepreneurId: registrations.entrepreneurId,
      moduleId: modules.id,
      minutes: modules.durationMinutes,
      startsAt: sessions.startsAt,
      exVatCents: newest.exVatCents,
      vatCents: newest.vatCents,
      ownContributionCents: newest.ownContributionCents,
    })
    .from(registrations)
    .innerJoinLateral(newest, sql`true`)
    .innerJoin(sessions, eq(sessions.id, registrations.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .where(
      and(
        which,
        eq(modules.programmeId, programmeId),
        eq(registrations.status, 'confirmed'),
        ne(sessions.status, 'cancelled'),
        eq(newest.payer, 'municipality'),
      ),
    );
  return found.map(({ entrepreneurId, moduleId, minutes, startsAt, exVatCents, vatCents, ...own }) => ({
    entrepreneurId,
    moduleId,
    cents: borneExVatCents({ exVatCents, inclVatCents: exVatCents + vatCents, ...own }),
    minutes,
    on: localDate(startsAt),
  }));
}
