import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type postgres from 'postgres';
import { openDb } from '../../db/open.ts';
import { budgetPhases, ruleSets } from '../../db/schema/programmes.ts';
import { makeProgramme, makeSession } from '../support/fixtures.ts';
import { recount } from '../support/recount-money.ts';
import { fill } from './fill.ts';
import { bareDriver, record, replayer } from './floor.ts';
import { load, rounds } from './load.ts';
import type { Result } from './run.ts';
import type { Place } from './server.ts';

const MEASURE_MS = 8_000;
const CAPACITY = 5_000;
const PRICE = 250_00;
/** So many places can be paid; who comes after them pays. */
const PAID = CAPACITY / 2;

const paidRules = [
  { kind: 'programmeRunning' },
  { kind: 'kvkNumber', required: false },
  { kind: 'peopleCap', max: 2 * CAPACITY, scope: 'programme' },
  { kind: 'budgetRoom' },
];

const pick = <T>(list: T[]) => list[Math.floor(Math.random() * list.length)]!;
const asking = (sessions: string[]) => () => ({
  path: `/api/v1/sessions/${pick(sessions)}/registrations`,
  body: JSON.stringify({ name: 'Noor de Vries', email: `${randomUUID()}@voorbeeld.example` }),
  headers: { 'idempotency-key': randomUUID() },
});

export const hot = (place: Place) => measure(place, 'hot', 1);
export const spread = (place: Place) => measure(place, 'spread', 1_000);
/** As hot, where the municipality pays each place out of a phase, under a cap. */
export const paid = (place: Place) => measure(place, 'paid', 1, true);

/** Registrations over HTTP, and the floor: the statements of the same registrations sent by the bare driver. */
async function measure(place: Place, name: string, sessionCount: number, isPaid = false): Promise<Result[]> {
  const { url, sql } = await place.database(name);
  const sessions = await makeSessions(url, sessionCount, isPaid);
  const portal = await place.portal(url);
  const { perSecond, p50, p99, statuses } = await load(portal, MEASURE_MS, asking(sessions));
  if (statuses.size !== 1 || !statuses.has(201)) throw new Error(`Not only 201: ${[...statuses].join('; ')}`);
  const oversold = await seatsOversold(sql);
  const money = isPaid ? await moneyOf(sql) : null;
  const floorSessions = await makeSessions(url, sessionCount, isPaid);
  const floor = await floorOf(url, floorSessions);
  return [
    { name: `registrations-${name}`, value: perSecond, unit: '/s', floor, ratio: perSecond / floor },
    { name: `registrations-${name}-p50`, value: p50, unit: 'ms', floor: null, ratio: null },
    { name: `registrations-${name}-p99`, value: p99, unit: 'ms', floor: null, ratio: null },
    { name: `registrations-${name}-oversold`, value: oversold, unit: 'seats', floor: 0, ratio: null },
    ...(money === null
      ? []
      : [{ name: `registrations-${name}-places`, value: money, unit: 'paid', floor: null, ratio: null }]),
  ];
}

const PAST = 1_000_000;
const ROUNDS = 3;

/** The same rush with a million registrations in the database and with none, in turns. */
export async function atOneMillion(place: Place): Promise<Result[]> {
  const [none, full] = await Promise.all([place.database('none'), place.database('full')]);
  await makeSessions(full.url, 1_000);
  await fill(full.sql, PAST);
  const [{ existing }] = await full.sql<
    [{ existing: number }]
  >`select count(*)::int as existing from registrations`;
  const sides = [none, full].map(({ url }) => ({ url, portal: place.portal(url), rates: [] as number[] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { url, portal, rates } of sides) {
      const sessions = await makeSessions(url, 1);
      rates.push((await load(await portal, MEASURE_MS / 2, asking(sessions))).perSecond);
    }
  }
  const [floor, value] = sides.map(({ rates }) => rates.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!);
  const oversold = (await seatsOversold(none.sql)) + (await seatsOversold(full.sql));
  return [
    { name: 'registrations-at-1m', value: value!, unit: '/s', floor: floor!, ratio: value! / floor! },
    {
      name: 'registrations-at-1m-existing',
      value: existing,
      unit: 'registrations',
      floor: null,
      ratio: null,
    },
    { name: 'registrations-at-1m-oversold', value: oversold, unit: 'seats', floor: 0, ratio: null },
  ];
}

/** How many places have money in the ledger, once the recount agrees with it. */
async function moneyOf(sql: postgres.Sql) {
  const wrong = await recount(sql);
  if (wrong.length > 0) throw new Error(`The ledger is wrong: ${JSON.stringify(wrong.slice(0, 5))}`);
  const [row] = await sql<[{ places: number }]>`
    select count(distinct registration_id)::int as places from ledger_entries where to_state = 'reserved'`;
  return row.places;
}

async function makeSessions(url: string, count: number, isPaid = false) {
  const { db, close } = openDb(url, { connections: 4 });
  const now = new Date();
  const programme = await makeProgramme(db, now, { funding: isPaid ? 'perParticipant' : 'perSession' });
  const module = { priceExVatCents: isPaid ? PRICE : 0 };
  if (isPaid) {
    const { id: programmeId } = programme.programme;
    const phase = { quarterId: programme.quarter.id, ceilingCents: PAID * PRICE };
    await db.insert(budgetPhases).values({ ...phase, state: 'approved' });
    await db.update(ruleSets).set({ rules: paidRules }).where(eq(ruleSets.programmeId, programmeId));
  }
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    ids.push((await makeSession(db, programme, now, { capacity: CAPACITY, module })).id);
  }
  await close();
  return ids;
}

async function floorOf(url: string, sessions: string[]) {
  const recording = await record(url, sessions[0]!);
  const client = bareDriver(url);
  const replay = replayer(client, recording);
  const once = () => replay(pick(sessions));
  await rounds(once, 1_000);
  const { perSecond } = await rounds(once, MEASURE_MS);
  await client.end();
  return perSecond;
}

async function seatsOversold(sql: postgres.Sql) {
  const [row] = await sql<[{ oversold: number }]>`
    select coalesce(sum(greatest(0, taken - capacity)), 0)::int as oversold from (
      select s.capacity, count(r.id) filter (where r.status in ('held', 'offered', 'confirmed')) as taken
      from sessions s left join registrations r on r.session_id = s.id group by s.id) as counted`;
  return row.oversold;
}
