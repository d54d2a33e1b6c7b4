import { and, asc, eq, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { sessions } from '../../../db/schema/catalogue.ts';
import { budgetPhases, products, programmeQuarters } from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import { quartersInForce } from '../../programmes/programmes/quarters.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import { balancesOf } from '../ledger/queries.ts';
import { isVatKnown } from './vat-known.ts';
import { ofProgramme, quarterOf } from './balances.ts';
import {
  type Amount,
  burdenOf,
  type ByState,
  gapsOf,
  nothing,
  plannedOf,
  roomOf,
  together,
} from './rules.ts';

/** The money of a programme on `asOf`: what was decided, what was set aside, and where it is by the ledger. */
export async function budgetOf(db: Reader, actor: StaffActor, idOrSlug: string, asOf: Date) {
  const programme = await ownProgramme(db, actor, idOrSlug);
  const [rows, money, catalogue, vatKnown] = await Promise.all([
    quartersInForce(db, programme.id, asOf),
    moneyByQuarter(db, programme.id),
    db.select().from(products).where(eq(products.programmeId, programme.id)).orderBy(asc(products.position)),
    isVatKnown(db, programme.id),
  ]);
  const phases = rows.flatMap(({ phase }) => phase ?? []);
  const figures = {
    authorised:
      programme.authorisedCents === null
        ? null
        : {
            cents: programme.authorisedCents,
            basis: programme.authorisedBasis,
            provisional: programme.authorisedIsProvisional,
          },
    reserved: amount(programme.reservedCents, programme.reservedBasis),
    phases: phases[0]
      ? {
          cents: phases.reduce((sum, { initialCents }) => sum + initialCents, 0),
          basis: phases.every(({ basis }) => basis === phases[0]!.basis)
            ? phases[0].basis
            : ('unknown' as const),
        }
      : null,
  };
  return {
    programme: { id: programme.id, slug: programme.slug, name: programme.name },
    asOf: asOf.toISOString(),
    ...figures,
    gaps: gapsOf(figures),
    vatCompensable: programme.vatCompensable,
    burden: burdenOf(programme.vatCompensable),
    vatKnown,
    planned: plannedOf(catalogue, programme.maxEntrepreneurs),
    money: together([...money.values()]),
    quarters: rows.map(({ quarter, phase }) => {
      const held = money.get(quarter.id) ?? nothing();
      return {
        ordinal: quarter.ordinal,
        startsOn: quarter.startsOn,
        endsOn: quarter.endsOn,
        money: held,
        phase: phase && {
          ceilingCents: phase.ceilingCents,
          basis: phase.basis,
          state: phase.state,
          ...roomOf(phase.ceilingCents, held),
        },
      };
    }),
    outside: money.get('') ?? nothing(),
  };
}

const amount = (cents: number | null, basis: 'ex' | 'incl' | 'unknown'): Amount =>
  cents === null ? null : { cents, basis };

/** By id of the quarter; under '' what lies in none. */
async function moneyByQuarter(db: Reader, programmeId: string) {
  const balances = balancesOf(db, ofProgramme(programmeId));
  const rows = await db
    .with(balances)
    .select({
      quarterId: programmeQuarters.id,
      state: balances.state,
      exVatCents: sql<number>`sum(${balances.cents})::float8`,
      vatCents: sql<number>`sum(${balances.vatCents})::float8`,
    })
    .from(balances)
    .innerJoin(sessions, eq(sessions.id, balances.sessionId))
    .leftJoin(budgetPhases, eq(budgetPhases.id, balances.phaseId))
    .leftJoin(
      programmeQuarters,
      and(eq(programmeQuarters.programmeId, balances.programmeId), quarterOf(budgetPhases.quarterId)),
    )
    .groupBy(programmeQuarters.id, balances.state);
  const byQuarter = new Map<string, ByState>();
  for (const { quarterId, state, ...sum } of rows) {
    const held = byQuarter.get(quarterId ?? '') ?? nothing();
    held[state] = sum;
    byQuarter.set(quarterId ?? '', held);
  }
  return byQuarter;
}
