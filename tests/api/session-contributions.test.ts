import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { settingsAnswer } from '../../api/steering/settings/schema.ts';
import { problemIn, testApi } from '../support/api.ts';
import { makeSession, makeStaff } from '../support/fixtures.ts';
import { DAY, withMoney } from '../support/money.ts';
import { entriesOf, recount } from '../support/recount-money.ts';

const api = await testApi('empty', { worker: false });
const { db, sql, time, call, signIn } = api;
type Settings = z.output<typeof settingsAnswer>['settings'];
type Own = { session: { id: string }; contribution: { exVatCents: number; vatCents: number } | null };

let money: Awaited<ReturnType<typeof withMoney>>;
let municipality: string;
let moduleId: string;
let venueId: string;
beforeEach(async () => {
  money = await withMoney(api, { funding: 'perSession' }, [{ ceilingCents: 4_000_00 }]);
  municipality = await signIn((await makeStaff(db, [{ municipalityId: money.municipality.id }])).email);
  const session = await makeSession(db, money, time.now, { module: { kind: 'network' } });
  [moduleId, venueId] = [session.moduleId, session.venueId!];
});
afterEach(async () => expect(await recount(sql)).toEqual([]));

const inDays = (days: number) => new Date(time.now.getTime() + days * DAY).toISOString();
const path = (slug = money.programme.slug) => `/programmes/${slug}/settings`;
const read = async (slug?: string) =>
  (await call('GET', path(slug), { cookie: municipality })).body as z.output<typeof settingsAnswer>;
async function save(contributions: Settings['contributions'], as = municipality) {
  const { version, settings } = await read();
  const body = { version, motivation: 'Afgesproken', settings: { ...settings, contributions } };
  return call('PUT', path(), { cookie: as, body });
}
const network = (cents: number, vatRate: '21' | '9' | '0' | 'exempt' = '21') => [
  { group: 'network' as const, cents, vatRate },
];
const make = (more: object = {}) =>
  call('POST', '/me/sessions', {
    cookie: money.organiser,
    body: { moduleId, startsAt: inDays(20), deliveryMode: 'onLocation', venueId, capacity: 12, ...more },
  });
const made = async (more?: object) => ((await make(more)).body as Own).session.id;
const publish = (id: string) => call('POST', `/me/sessions/${id}/publication`, { cookie: money.organiser });
const own = async (id: string) =>
  (await call('GET', `/me/sessions/${id}`, { cookie: money.organiser })).body as Own;

describe('what the municipality pays for a session', () => {
  it('is in the settings of the programme, in versions', async () => {
    const contributions = [...network(2_500_00), { group: 'inspiration', cents: 2_000_00, vatRate: '9' }];
    expect((await save(contributions as Settings['contributions'])).body).toEqual({ version: 2 });
    const { settings, versions } = await read();
    // In the order of the groups.
    expect(settings.contributions).toEqual(contributions.toReversed());
    expect(versions.map((one) => one.settings.contributions.length)).toEqual([2, 0]);
    await save([]);
    expect((await read()).settings.contributions).toEqual([]);
  });

  it('is shown to who makes a session, and never set by them', async () => {
    await save(network(2_500_00));
    const modules = (await call('GET', '/me/modules', { cookie: money.organiser })).body as {
      items: { contribution: unknown }[];
    };
    expect(modules.items.map(({ contribution }) => contribution)).toEqual([
      { exVatCents: 2_500_00, vatCents: 525_00 },
    ]);
    const wish = { contributionCents: 9_000_00, contributionVatCents: 0, contribution: { exVatCents: 9 } };
    const id = await made(wish);
    expect((await own(id)).contribution).toEqual({ exVatCents: 2_500_00, vatCents: 525_00, promised: false });
    expect((await money.change(id, { capacity: 13, ...wish })).status).toBe(200);
    await publish(id);
    await money.change(id, { capacity: 14, ...wish });
    expect((await own(id)).contribution).toEqual({ exVatCents: 2_500_00, vatCents: 525_00, promised: true });
    expect(await entriesOf(sql, id)).toEqual(['free > committed 2500']);
  });

  it('is that of the day of publishing, and stays so', async () => {
    await save(network(1_000_00, '9'));
    const [early, late] = [await made(), await made()];
    expect(await entriesOf(sql, early)).toEqual([]);
    await publish(early);
    await save(network(1_500_00, 'exempt'));
    await publish(late);
    await publish(late);
    expect([(await own(early)).contribution, (await own(late)).contribution]).toEqual([
      { exVatCents: 1_000_00, vatCents: 90_00, promised: true },
      { exVatCents: 1_500_00, vatCents: 0, promised: true },
    ]);
    await money.book(early);
    expect(await money.phasesNow()).toEqual([
      [0, 2500, 0],
      [0, 0, 0],
    ]);
  });

  it('is for the group of the session alone', async () => {
    await save([{ group: 'inspiration', cents: 1_000_00, vatRate: '21' }]);
    const id = await made();
    await publish(id);
    expect((await own(id)).contribution).toBeNull();
    expect(await entriesOf(sql, id)).toEqual([]);
  });

  it('is not taken over by a copy when it is no longer paid', async () => {
    await save(network(1_000_00));
    const id = await made();
    await publish(id);
    await save([]);
    const copied = await call('POST', `/sessions/${id}/copies`, {
      cookie: money.organiser,
      body: { startsAt: inDays(25) },
    });
    const copy = copied.body as Own;
    expect(copy.contribution).toBeNull();
    await publish(copy.session.id);
    expect(await entriesOf(sql, copy.session.id)).toEqual([]);
    expect(await entriesOf(sql, id)).toEqual(['free > committed 1000']);
  });

  it('is not promised while the phase is paused, and the organiser sees that', async () => {
    await save(network(1_000_00));
    await sql`update budget_phases set state = 'paused' where id = ${money.phases.now.id}`;
    const id = await made();
    expect((await publish(id)).status).toBe(200);
    expect((await own(id)).contribution).toEqual({ exVatCents: 1_000_00, vatCents: 210_00, promised: false });
    expect(await entriesOf(sql, id)).toEqual([]);
  });

  it('must fit when the session is published, and else it stays a draft', async () => {
    await save(network(3_000_00));
    const [one, two] = [await made(), await made()];
    expect((await publish(one)).status).toBe(200);
    const answer = await publish(two);
    expect([answer.status, problemIn(answer).code]).toEqual([409, 'budget-full']);
    expect(await own(two)).toMatchObject({ status: 'draft', contribution: { exVatCents: 3_000_00 } });
    expect((await money.cancelSession(one)).status).toBe(200);
    expect((await publish(two)).status).toBe(200);
  });
});

describe('who may not', () => {
  it('set it: an association, or another municipality', async () => {
    const other = await withMoney(api, { funding: 'perSession' });
    const stranger = await signIn((await makeStaff(db, [{ municipalityId: other.municipality.id }])).email);
    expect((await save(network(1), money.organiser)).status).toBe(404);
    expect((await save(network(1), stranger)).status).toBe(404);
    expect((await read()).settings.contributions).toEqual([]);
  });

  it('twice for a group, below nothing, or where places are paid', async () => {
    const faults = async (answer: Awaited<ReturnType<typeof save>>) =>
      problemIn(answer).invalidParams?.map(({ name, code }) => `${name} ${code}`);
    expect(await faults(await save([...network(1), ...network(2)]))).toEqual([
      'settings.contributions.1.group invalid',
    ]);
    expect(await faults(await save(network(-1)))).toEqual(['settings.contributions.0.cents too-short']);
    await sql`update programmes set funding = 'perParticipant' where id = ${money.programme.id}`;
    expect(await faults(await save(network(1)))).toEqual(['settings.contributions.0.group invalid']);
  });
});
