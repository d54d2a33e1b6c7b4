import type { PgInsertValue, PgTable } from 'drizzle-orm/pg-core';
import type { Db, Tx } from '../open.ts';
import { accountRoles, accounts } from '../schema/accounts.ts';
import { modules, sessionOrganisers, sessions, venues } from '../schema/catalogue.ts';
import { notices } from '../schema/deliveries.ts';
import { programmeContributions } from '../schema/contributions.ts';
import { demoData } from '../schema/demo.ts';
import { figureBatches, figures } from '../schema/figures.ts';
import { municipalities, organisations, signposts } from '../schema/organisations.ts';
import { programmeDesks } from '../schema/programme-desk.ts';
import { ledgerEntries } from '../schema/money.ts';
import * as money from '../schema/programmes.ts';
import * as looking from '../schema/reviews.ts';
import { businesses, decisions, entrepreneurs, registrations, waits } from '../schema/registrations.ts';
import { signalReadings, signalResponses, signals } from '../schema/signals.ts';
import { phaseChanges, quarterEvaluations, steeringMeasures } from '../schema/steering.ts';
import { earliest, minutesAfter } from './calendar.ts';
import type { Decide } from './decide.ts';
import { decisionRows } from './decisions.ts';
import { contributionRows, deskRows, signalReadingRows, signalResponseRows, signalRows } from './desks.ts';
import { figureBatchRows, figureRows } from './figures.ts';
import { counted, ledgerRows } from './ledger.ts';
import { moduleRows } from './modules/module-rows.ts';
import {
  municipalityRows,
  organisationRows,
  signpostRows,
  staffRoleRows,
  staffRows,
} from './organisations.ts';
import { peopleOf, peopleRows } from './people.ts';
import { declarationRows, reviewRows } from './reviews.ts';
import { planArchive, planBackOnTrack, planDeventer, planOnderneemvaardig } from './plan.ts';
import { programmeRows } from './programme-rows.ts';
import { programmeSpecs } from './programmes.ts';
import { type SeedRegistration, registrationsOf, waitsOf } from './registrations.ts';
import { organiserRows, sessionsOf } from './sessions.ts';
import { steeringRows } from './steering.ts';
import { venueRows } from './venues.ts';

/** Whether nobody made anything in it yet: no municipality, and nobody who could make one. */
export async function isEmpty(db: Db) {
  const found = await Promise.all([
    db.select({ id: municipalities.id }).from(municipalities).limit(1),
    db.select({ id: accounts.id }).from(accounts).limit(1),
  ]);
  return found.every((rows) => rows.length === 0);
}

/**
 * Fills an empty database with the programmes of the sources and invented people, the same for the same `now`, and writes
 * down that it did.
 */
export async function seed(db: Db, { now, decide }: { now: Date; decide: Decide }) {
  const specs = programmeSpecs(now);
  const programmes = programmeRows(specs);
  const [archived, running, onderneemvaardig, deventer] = specs;
  const planned = [
    ...planArchive(archived!),
    ...planBackOnTrack(running!, now),
    ...planOnderneemvaardig(onderneemvaardig!, now),
    ...planDeventer(deventer!),
  ];
  const made = sessionsOf(planned, now);
  const everyone = peopleOf(now);
  const booked = registrationsOf(made, everyone, now);
  const steered = steeringRows(specs, made, booked, now);
  const people = peopleRows(everyone, firstSeen(booked, now));
  const decided = decisionRows(booked, decide);
  const reviewed = reviewRows(booked, decided, decide, now);
  const judged = [...decided, ...reviewed.decisions];
  const ledger = ledgerRows(made, booked, judged);

  await db.transaction(async (tx) => {
    await insert(tx, demoData, [{ filledAt: now }]);
    await insert(tx, municipalities, municipalityRows);
    await insert(tx, signposts, signpostRows);
    await insert(tx, organisations, organisationRows);
    await insert(tx, accounts, [...staffRows, ...people.accounts]);
    await insert(tx, accountRoles, staffRoleRows);
    await insert(tx, money.programmes, programmes.programmes);
    await insert(tx, money.programmeParties, programmes.programmeParties);
    await insert(tx, money.programmeQuarters, programmes.programmeQuarters);
    await insert(tx, money.quarterTargets, programmes.quarterTargets);
    await insert(tx, money.budgetPhases, counted(programmes.budgetPhases, ledger));
    await insert(tx, money.ruleSets, programmes.ruleSets);
    await insert(tx, money.products, programmes.products);
    await insert(tx, programmeDesks, deskRows);
    await insert(tx, programmeContributions, contributionRows);
    await insert(tx, signals, signalRows);
    await insert(tx, signalReadings, signalReadingRows);
    await insert(tx, signalResponses, signalResponseRows);
    await insert(tx, figureBatches, figureBatchRows);
    await insert(tx, figures, figureRows);
    await insert(tx, modules, moduleRows(specs));
    await insert(tx, venues, venueRows);
    await insert(tx, sessions, made.map(rowOf));
    await insert(tx, sessionOrganisers, organiserRows(made));
    await insert(tx, businesses, people.businesses);
    await insert(tx, entrepreneurs, people.entrepreneurs);
    await insert(tx, registrations, pointing(booked, judged));
    await insert(tx, waits, waitsOf(booked));
    await insert(tx, decisions, judged);
    await insert(tx, ledgerEntries, ledger);
    await insert(tx, looking.declarations, declarationRows(booked));
    await insert(tx, looking.reviewRequests, reviewed.requests);
    await insert(tx, looking.reviews, reviewed.reviews);
    await insert(tx, quarterEvaluations, steered.evaluations);
    await insert(tx, steeringMeasures, steered.measures);
    await insert(tx, phaseChanges, steered.changes);
    await insert(tx, notices, thanked(booked));
  });
}

/** Who came before the portal had its demo data is not thanked today. */
const thanked = (booked: SeedRegistration[]) =>
  booked
    .filter(({ row }) => row.attendance === 'present')
    .map(({ row, session }) => ({
      registrationId: row.id,
      kind: 'thanks' as const,
      startsAt: session.row.startsAt,
      createdAt: session.row.endsAt,
    }));

/** Each with the last decision on it. */
function pointing(booked: SeedRegistration[], inOrder: { id: string; registrationId: string }[]) {
  const last = new Map(inOrder.map(({ id, registrationId }) => [registrationId, id]));
  return booked.map(({ row }) => ({ ...row, decisionId: last.get(row.id)! }));
}

const rowOf = <Row>({ row }: { row: Row }) => row;

function firstSeen(booked: SeedRegistration[], now: Date) {
  const first = new Map<string, Date>();
  for (const { row } of booked) {
    first.set(row.entrepreneurId, earliest(row.createdAt, first.get(row.entrepreneurId) ?? row.createdAt));
  }
  return (person: { id: string }) => first.get(person.id) ?? minutesAfter(now, -90 * 24 * 60);
}

const CHUNK = 500;

async function insert<T extends PgTable>(tx: Tx, table: T, rows: PgInsertValue<T>[]) {
  for (let i = 0; i < rows.length; i += CHUNK) await tx.insert(table).values(rows.slice(i, i + CHUNK));
}
