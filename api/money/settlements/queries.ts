import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { modules, sessionOrganisers, sessions } from '../../../db/schema/catalogue.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { programmeParties, programmeQuarters, programmes } from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import { billingOf } from '../billing/queries.ts';
import { missingOf, unfilled } from '../billing/rules.ts';
import { ofOrganisers, ofProgramme } from '../budget/balances.ts';
import { toOrganisation } from '../../people/organisations/shapes.ts';
import { Problem } from '../../http/problem.ts';
import { findProgramme } from '../../programmes/programmes/queries.ts';
import { localDate } from '../../language/time.ts';
import { type Owed, owedBy, settledIn } from './owed.ts';
import { codeOf, difference, type Line, totalsOf } from './rules.ts';

export async function findQuarter(db: Reader, idOrSlug: string, ordinal: number) {
  const { programme, municipality } = await findProgramme(db, idOrSlug);
  const [quarter] = await db
    .select()
    .from(programmeQuarters)
    .where(and(eq(programmeQuarters.programmeId, programme.id), eq(programmeQuarters.ordinal, ordinal)));
  if (!quarter) throw new Problem('not-found');
  return { programme, municipality, quarter };
}

/**
 * What the municipality owes over a quarter, by the ledger of now, beside what was made final. The municipality sees all of
 * it; an organisation only its own part; who is neither hears `not-found`.
 */
export async function settlementOf(
  db: Reader,
  actor: StaffActor,
  idOrSlug: string,
  ordinal: number,
  now: Date,
) {
  const { programme, municipality, quarter } = await findQuarter(db, idOrSlug, ordinal);
  const seesAll = actor.municipalityIds.includes(programme.municipalityId);
  const isOwn = ({ organisationId }: Line) => seesAll || actor.organisationIds.includes(organisationId);
  const owed = (await owedBy(db, ofProgramme(programme.id), quarter.id)).filter(isOwn);
  const earlier = (await settledIn(db, quarter.id)).map((head) => ({
    ...head,
    lines: head.lines.filter(isOwn),
  }));
  const settled = earlier.flatMap(({ lines }) => lines);
  const ownParties = await partiesOf(db, programme.id, seesAll ? null : actor.organisationIds);
  if (!seesAll && owed.length + settled.length + ownParties.length === 0) throw new Problem('not-found');

  const ids = [
    ...new Set([
      ...ownParties,
      ...owed.map((it) => it.organisationId),
      ...settled.map((it) => it.organisationId),
    ]),
  ];
  const [listed, billing, about, closers] = await Promise.all([
    db.select().from(organisations).where(inArray(organisations.id, ids)).orderBy(asc(organisations.name)),
    billingOf(db, ids),
    aboutSessions(db, [...owed, ...settled]),
    db
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .where(
        inArray(
          accounts.id,
          earlier.map(({ closedBy }) => closedBy),
        ),
      ),
  ]);
  const realised = owed.filter(({ state }) => state === 'realised');
  const open = difference(realised, settled);
  const shape = (lines: Line[]) => lines.map((line) => ({ ...plain(line), ...about(line) }));
  return {
    programme: {
      id: programme.id,
      slug: programme.slug,
      name: programme.name,
      municipality: municipality.name,
    },
    quarter: { ordinal: quarter.ordinal, startsOn: quarter.startsOn, endsOn: quarter.endsOn },
    asOf: now.toISOString(),
    isOver: localDate(now) > quarter.endsOn,
    seesAll,
    isFinal: earlier.length > 0 && open.length === 0,
    organisations: listed.map((organisation) => {
      const of = <T extends Line>(lines: T[]) =>
        lines.filter(({ organisationId }) => organisationId === organisation.id);
      return {
        organisation: toOrganisation(organisation),
        missing: missingOf(billing.get(organisation.id) ?? unfilled, 'seller'),
        lines: shape(of(realised)),
        ...totalsOf(of(realised)),
        expected: totalsOf(of(owed).filter(({ state }) => state !== 'realised')).exVatCents,
        open: totalsOf(of(open)),
      };
    }),
    ...totalsOf(realised),
    expected: totalsOf(owed.filter(({ state }) => state !== 'realised')).exVatCents,
    open: totalsOf(open),
    settlements: earlier
      .filter(({ lines }) => seesAll || lines.length > 0)
      .map(({ number, asOf, closedBy, lines }) => ({
        number,
        code: codeOf(programme.slug, ordinal, number),
        asOf: asOf.toISOString(),
        closedBy: seesAll ? (closers.find(({ id }) => id === closedBy)?.name ?? null) : null,
        ...totalsOf(lines),
        organisations: listed.flatMap(({ id, slug, name }) => {
          const own = lines.filter(({ organisationId }) => organisationId === id);
          return own.length === 0 ? [] : [{ id, slug, name, ...totalsOf(own), lines: shape(own) }];
        }),
      })),
  };
}

const plain = ({ sessionId, unit, quantity, unitCents, unitVatCents, vatRate }: Line) => ({
  sessionId,
  unit,
  quantity,
  unitCents,
  unitVatCents,
  vatRate,
  exVatCents: quantity * unitCents,
  vatCents: quantity * unitVatCents,
});

async function partiesOf(db: Reader, programmeId: string, among: string[] | null) {
  const rows = await db
    .select({ id: programmeParties.organisationId })
    .from(programmeParties)
    .where(
      and(
        eq(programmeParties.programmeId, programmeId),
        eq(programmeParties.role, 'executor'),
        among ? inArray(programmeParties.organisationId, among) : undefined,
      ),
    );
  return rows.map(({ id }) => id);
}

/** What each line is about, and with whom else the session was given: the first organiser is owed all of it. */
export async function aboutSessions(db: Reader, lines: Line[]) {
  const ids = [...new Set(lines.map(({ sessionId }) => sessionId))];
  const rows = await db
    .select({
      id: sessions.id,
      title: modules.title,
      startsAt: sessions.startsAt,
      organiserId: organisations.id,
      organiser: organisations.name,
    })
    .from(sessions)
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .leftJoin(sessionOrganisers, eq(sessionOrganisers.sessionId, sessions.id))
    .leftJoin(organisations, eq(organisations.id, sessionOrganisers.organisationId))
    .where(inArray(sessions.id, ids))
    .orderBy(asc(sessionOrganisers.position));
  const bySession = Map.groupBy(rows, ({ id }) => id);
  return ({ sessionId, organisationId }: Line) => {
    const found = bySession.get(sessionId)!;
    return {
      title: found[0]!.title,
      startsAt: found[0]!.startsAt.toISOString(),
      withOthers: found.flatMap(({ organiserId, organiser }) =>
        organiser !== null && organiserId !== organisationId ? [organiser] : [],
      ),
    };
  };
}

/** The quarters in which one's organisations are owed money or gave sessions that will be paid, newest first. */
export async function ownSettlements(db: Reader, actor: StaffActor) {
  if (actor.organisationIds.length === 0) return [];
  const owed = (await owedBy(db, ofOrganisers(db, actor.organisationIds))).filter(({ organisationId }) =>
    actor.organisationIds.includes(organisationId),
  );
  const byQuarter = Map.groupBy(owed, ({ quarterId }) => quarterId);
  const quarters = await db
    .select({ quarter: programmeQuarters, programme: programmes })
    .from(programmeQuarters)
    .innerJoin(programmes, eq(programmes.id, programmeQuarters.programmeId))
    .where(inArray(programmeQuarters.id, [...byQuarter.keys()]));
  return quarters
    .sort((a, b) => (a.quarter.startsOn < b.quarter.startsOn ? 1 : -1))
    .map(({ quarter, programme }) => {
      const lines: Owed[] = byQuarter.get(quarter.id)!;
      return {
        programme: { id: programme.id, slug: programme.slug, name: programme.name },
        quarter: { ordinal: quarter.ordinal, startsOn: quarter.startsOn, endsOn: quarter.endsOn },
        ...totalsOf(lines.filter(({ state }) => state === 'realised')),
        expected: totalsOf(lines.filter(({ state }) => state !== 'realised')).exVatCents,
      };
    });
}
