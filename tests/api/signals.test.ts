import { inWork, system } from '../../api/unit-of-work/work.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { look } from '../../api/steering/signals/look.ts';
import type { signalList } from '../../api/steering/signals/schema.ts';
import { tellSignals } from '../../api/steering/signals/tell.ts';
import { atHour, localDate, plusDays } from '../../api/language/time.ts';
import { problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';
import { rewriting } from '../support/rewriting.ts';

const { db, sql, time, call, signIn, config, deps } = await testApi('empty', { worker: false });
type List = z.output<typeof signalList>;
const start = atHour(new Date(), 0, 12);
const DAY = 24 * HOUR;

let made: ProgrammeFixture;
let municipality: string;
let association: string;
const staffOf = async (role: Parameters<typeof makeStaff>[1][number]) =>
  signIn((await makeStaff(db, [role])).email);
beforeEach(async () => {
  // Cookies live longer than the days that pass in a test.
  time.now = start;
  await sql`update programmes set status = 'archived'`;
  made = await makeProgramme(db, time.now, { requiresOpenAccess: true });
  // Half of the quarter is over; nothing is planned, so a target is short.
  municipality = await staffOf({ municipalityId: made.municipality.id });
  association = await staffOf({ organisationId: made.association.id });
});
const look_ = () => inWork(deps, { actor: system, now: time.now }, (work) => look(work));
const list = async (cookie: string, quarter = '') =>
  (await call('GET', `/programmes/${made.programme.slug}/signals${quarter}`, { cookie })).body as List;
const kinds = async (cookie: string) =>
  (await list(cookie)).items.map(({ kind, closedAt }) => [kind, closedAt !== null]);
const later = (days: number) => (time.now = new Date(start.getTime() + days * DAY));
const plan = (sessions: number) =>
  Promise.all(
    Array.from({ length: sessions }, () =>
      makeSession(db, made, start, { startsAt: new Date(start.getTime() + 30 * DAY) }),
    ),
  );
const answer = (id: string, cookie: string | undefined, text = 'Wij bellen onze buren.') =>
  call('POST', `/signals/${id}/responses`, { body: { text }, ...(cookie && { cookie }) });

describe('a signal', () => {
  it('is seen by the association at once, and by the municipality a week later', async () => {
    await look_();
    const { mayRespond, items } = await list(association);
    expect(mayRespond).toBe(true);
    expect(items).toMatchObject([
      {
        kind: 'target-not-planned',
        subject: 'knowledgeAndCoaching',
        level: 'attention',
        closedAt: null,
        figures: { held: 0, planned: 0, short: 8 },
        threshold: { min: 8 },
        words: { title: 'Nog 8 kennis- en coachingsessies te plannen' },
        responses: [],
      },
    ]);
    expect(items[0]!.words.suggestions.length).toBeGreaterThan(0);
    expect(await list(municipality)).toEqual({ mayRespond: false, items: [] });
    later(6);
    expect(await kinds(municipality)).toEqual([]);
    later(7);
    expect(await kinds(municipality)).toEqual([['target-not-planned', false]]);
    expect(await kinds(await staffOf({ organisationId: made.funder.id }))).toHaveLength(1);
  });

  it('is seen by the municipality as soon as the association answers, with the answer', async () => {
    await look_();
    const [signal] = (await list(association)).items;
    expect((await answer(signal!.id, association, ' ')).status).toBe(400);
    expect((await answer(signal!.id, association)).status).toBe(201);
    expect((await list(municipality)).items).toMatchObject([
      {
        id: signal!.id,
        responses: [{ organisation: made.association.name, text: 'Wij bellen onze buren.' }],
      },
    ]);
  });

  it('is closed when it is true no longer; a short one was for the associations alone', async () => {
    await look_();
    await plan(8);
    later(1);
    await look_();
    expect(await kinds(association)).toEqual([['target-not-planned', true]]);
    later(9);
    expect(await kinds(municipality)).toEqual([]);
  });

  it('that comes back is a new one, and the old one stays', async () => {
    await look_();
    const sessions = await plan(8);
    later(1);
    await look_();
    await sql`update sessions set status = 'cancelled', cancelled_at = now() where id = ${sessions[0]!.id}`;
    later(2);
    await look_();
    expect(await kinds(association)).toEqual([
      ['target-not-planned', false],
      ['target-not-planned', true],
    ]);
    const log = await sql`select action, actor_kind from audit_log
      where subject_id in (select id from signals where programme_id = ${made.programme.id}) order by at, id`;
    expect(log.map((row) => [row.action, row.actor_kind])).toEqual([
      ['signal.opened', 'system'],
      ['signal.closed', 'system'],
      ['signal.opened', 'system'],
    ]);
  });

  it('keeps what it said, each time that was something else', async () => {
    await look_();
    later(1);
    await look_();
    await plan(3);
    later(2);
    await look_();
    const [signal] = (await list(association)).items;
    expect(signal!.history.map(({ figures }) => figures.short)).toEqual([8, 5]);
    expect(signal!.figures).toMatchObject({ planned: 3, short: 5 });
    expect(signal!.since).toBe(start.toISOString());
  });

  it('is looked for once a day, whoever looks', async () => {
    await look_();
    await plan(8);
    await look_();
    expect(await kinds(association)).toEqual([['target-not-planned', false]]);
    const [rows] = await sql`select count(*)::int from signals where programme_id = ${made.programme.id}`;
    expect(rows!.count).toBe(1);
  });

  it('waits as many days for the municipality as its programme says', async () => {
    await sql`insert into programme_desks (programme_id, association_days) values (${made.programme.id}, 0)`;
    await look_();
    expect(await kinds(municipality)).toHaveLength(1);
  });

  it('is for the municipality at once where no association executes the programme', async () => {
    await sql`delete from programme_parties where programme_id = ${made.programme.id}`;
    await look_();
    expect(await kinds(municipality)).toHaveLength(1);
  });

  it('is shown per quarter', async () => {
    await look_();
    expect((await list(association, '?quarter=1')).items).toHaveLength(1);
    expect((await list(association, '?quarter=2')).items).toHaveLength(0);
  });

  it('of a quarter that is over is judged by the thresholds of its last day', async () => {
    await sql`update programme_quarters set ends_on = ${plusDays(localDate(start), -3)} where id = ${made.quarter.id}`;
    await sql`delete from quarter_targets where quarter_id = ${made.quarter.id}`;
    const session = await makeSession(db, made, start, {
      startsAt: new Date(start.getTime() - 20 * DAY),
      capacity: 10,
    });
    await sql`update sessions set capacity = 10 where id = ${session.id}`;
    const read = await call('GET', `/programmes/${made.programme.id}/settings`, { cookie: municipality });
    const { version, settings } = read.body as { version: number; settings: { thresholds: object } };
    const body = {
      version,
      motivation: 'Minder streng',
      settings: { ...settings, thresholds: { ...settings.thresholds, interestPercent: 0 } },
    };
    expect(
      (await call('PUT', `/programmes/${made.programme.id}/settings`, { cookie: municipality, body })).status,
    ).toBe(200);
    const before = new Date(start.getTime() - 90 * DAY);
    await rewriting(
      sql,
      'programme_versions',
      () => sql`update programme_versions set at = ${before} where version = 1`,
    );
    await look_();
    expect(await kinds(association)).toEqual([['low-interest', false]]);
  });
});

describe('who may not', () => {
  it('see the signals of a programme', async () => {
    await look_();
    const other = await makeProgramme(db, time.now);
    const path = `/programmes/${made.programme.slug}/signals`;
    const others: [string | undefined, number][] = [
      [undefined, 401],
      [await staffOf({ municipalityId: other.municipality.id }), 404],
      [await staffOf({ organisationId: other.association.id }), 404],
      [await staffOf({ operator: true }), 403],
    ];
    for (const [cookie, status] of others) {
      expect((await call('GET', path, cookie ? { cookie } : {})).status).toBe(status);
    }
  });

  it('answer a signal', async () => {
    await look_();
    const other = await makeProgramme(db, time.now);
    const { id } = (await list(association)).items[0]!;
    const others: [string | undefined, number][] = [
      [undefined, 401],
      [municipality, 403],
      [await staffOf({ organisationId: other.association.id }), 404],
      [await staffOf({ organisationId: made.funder.id }), 404],
      [await staffOf({ operator: true }), 403],
    ];
    for (const [cookie, status] of others) expect((await answer(id, cookie)).status).toBe(status);
    const unknown = await answer('00000000-0000-7000-8000-000000000000', association);
    expect([unknown.status, problemIn(unknown).code]).toEqual([404, 'not-found']);
    expect((await list(association)).items[0]!.responses).toEqual([]);
  });
});

describe('the mail about a signal', () => {
  const sent: { kind: string; accountId: string }[] = [];
  const tell = () =>
    inWork(
      { ...deps, enqueueMail: async (_, ...jobs) => void sent.push(...(jobs as typeof sent)) },
      { actor: system, now: time.now },
      tellSignals,
    );
  beforeEach(() => void sent.splice(0));

  it('goes once to everyone of the executing associations, by day, and to nobody else', async () => {
    await look_();
    time.now = atHour(start, 0, 7);
    await tell();
    expect(sent).toEqual([]);
    time.now = start;
    await tell();
    await tell();
    const staff = await sql<{ id: string }[]>`select account_id as id from account_roles
      where organisation_id in (${made.association.id}, ${made.otherAssociation.id})`;
    expect(sent.map(({ kind, accountId }) => [kind, accountId])).toEqual(
      staff.map(({ id }) => ['signal', id]),
    );
    later(1);
    await look_();
    await tell();
    expect(sent).toHaveLength(staff.length);
  });

  it('does not go when the signal is over', async () => {
    await look_();
    await sql`update signals set closed_at = opened_at where closed_at is null`;
    await tell();
    expect(sent).toEqual([]);
  });
});

it('keeps its readings: nothing in them is changed', async () => {
  await look_();
  expect(config.publicUrl).toBeTruthy();
  const before = await sql`select * from signal_readings order by id`;
  await plan(2);
  later(1);
  await look_();
  const after = await sql`select * from signal_readings order by id`;
  expect(after.length).toBeGreaterThan(before.length);
  for (const row of before) expect(after).toContainEqual(row);
});
