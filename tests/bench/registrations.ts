import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { openDb } from '../../db/open.ts';
import { budgetPhases } from '../../db/schema/programmes.ts';
import { makeProgramme, makeSession } from '../support/fixtures.ts';
import { fill } from './fill.ts';
import { bareDriver, record, replayer } from './floor.ts';
import { load, type Measured, rounds } from './load.ts';
import type { Result } from './run.ts';
import type { Place } from './server.ts';

const MEASURE_MS = 8_000;
const CAPACITY = 5_000;

const pick = <T>(list: T[]) => list[Math.floor(Math.random() * list.length)]!;
const asking = (sessions: string[]) => () => ({
  path: `/api/v1/sessions/${pick(sessions)}/registrations`,
  body: JSON.stringify({ name: 'Noor de Vries', email: `${randomUUID()}@voorbeeld.example` }),
  headers: { 'idempotency-key': randomUUID() },
});

export const hot = (place: Place) => measure(place, 'hot', 1);
export const spread = (place: Place) => measure(place, 'spread', 1_000);

/** Registrations over HTTP, and the floor: the statements of the same registrations sent by the bare driver. */
async function measure(place: Place, name: string, sessionCount: number): Promise<Result[]> {
  const { url, sql } = await place.database(name);
  const sessions = await makeSessions(url, sessionCount);
  const portal = await place.portal(url);
  const { perSecond, p50, p99, statuses } = await load(portal, MEASURE_MS, asking(sessions));
  if (statuses.size !== 1 || !statuses.has(201)) throw new Error(`Not only 201: ${[...statuses].join('; ')}`);
  const oversold = await seatsOversold(sql);
  const floorSessions = await makeSessions(url, sessionCount);
  const floor = await floorOf(url, floorSessions);
  return [
    { name: `registrations-${name}`, value: perSecond, unit: '/s', floor, ratio: perSecond / floor },
    { name: `registrations-${name}-p50`, value: p50, unit: 'ms', floor: null, ratio: null },
    { name: `registrations-${name}-p99`, value: p99, unit: 'ms', floor: null, ratio: null },
    { name: `registrations-${name}-oversold`, value: oversold, unit: 'seats', floor: 0, ratio: null },
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

const PRICE = 250_00;

/**
 * One session where the municipality pays each place out of a phase, and one that costs nothing, in turns: what a decision
 * and the ledger cost a rush. Its floor is the session that costs nothing.
 */
export async function paid(place: Place): Promise<Result[]> {
  const [free, priced] = await Promise.all([place.database('free'), place.database('priced')]);
  const sides = [free, priced].map(({ url }) => ({
    url,
    portal: place.portal(url),
    measured: [] as Measured[],
  }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { url, portal, measured } of sides) {
      const sessions = await makeSessions(url, 1, url === priced.url);
      const one = await load(await portal, MEASURE_MS / 2, asking(sessions));
      if (one.statuses.size !== 1 || !one.statuses.has(201)) throw new Error('Not only 201');
      measured.push(one);
    }
  }
  const [floor, value] = sides.map(
    ({ measured }) => measured.sort((a, b) => a.perSecond - b.perSecond)[Math.floor(ROUNDS / 2)]!,
  );
  const [{ above, wrong, entries }] = await priced.sql<[{ above: number; wrong: number; entries: number }]>`
    select (select count(*)::int from budget_phases where reserved_cents + committed_cents + realised_cents > ceiling_cents) as above,
      (select count(*)::int from budget_phases b where reserved_cents <>
        (select coalesce(sum(cents), 0) from ledger_entries where phase_id = b.id)) as wrong,
      (select count(*)::int from ledger_entries) as entries`;
  if (entries === 0 || wrong > 0) throw new Error(`The ledger does not agree with the phases: ${entries}, ${wrong}`);
  const oversold = await seatsOversold(priced.sql);
  const figure = (name: string, amount: number, unit: string, least: number | null) => ({
    name: `registrations-paid${name}`,
    value: amount,
    unit,
    floor: least,
    ratio: null,
  });
  const ratio = value!.perSecond / floor!.perSecond;
  return [
    { ...figure('', value!.perSecond, '/s', floor!.perSecond), ratio },
    figure('-p50', value!.p50, 'ms', floor!.p50),
    figure('-p99', value!.p99, 'ms', floor!.p99),
    figure('-oversold', oversold, 'seats', 0),
    figure('-above-ceiling', above, 'phases', 0),
  ];
}

async function makeSessions(url: string, count: number, isPaid = false) {
  const { db, close } = openDb(url, { connections: 4 });
  const now = new Date();
  const programme = await makeProgramme(db, now, { funding: isPaid ? 'perParticipant' : 'perSession' });
  if (isPaid) {
    const phase = {
      quarterId: programme.quarter.id,
      ceilingCents: CAPACITY * PRICE,
      state: 'approved',
    } as const;
    await db.insert(budgetPhases).values(phase);
  }
  const module = { priceExVatCents: isPaid ? PRICE : 0 };
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
