import { beforeAll, describe, expect, it } from 'vitest';
import { problemIn, testApi } from '../support/api.ts';
import { makeSession } from '../support/fixtures.ts';
import { bookers, makeSteered, priced, type Steered, strangers } from '../support/steering.ts';

const api = await testApi();
const { db, sql, time, call } = api;
const { book } = bookers(api, 'evaluatie');
let programme: Steered;
beforeAll(async () => void (programme = await makeSteered(api)));
const others = strangers(api, () => programme);

type List = {
  items: {
    decision: string;
    text: string;
    decidedBy: string;
    figures: { registrations: number; asOf: string; bySession?: unknown };
  }[];
};
const list = (ordinal: number, cookie?: string) =>
  programme.get<List>(`/quarters/${ordinal}/evaluations`, cookie);

/** A place in the quarter that is over. */
async function bookedLongAgo() {
  const { id } = await makeSession(db, programme, time.now, priced);
  await book(id);
  await sql`update sessions set starts_at = starts_at - interval '60 days', ends_at = ends_at - interval '60 days'
    where id = ${id}`;
}

describe('an evaluation of a quarter', () => {
  it('keeps the figures as they were, and a later one counts instead', async () => {
    await bookedLongAgo();
    expect((await programme.evaluate(1, 'scaleDown')).status).toBe(201);
    const firstAt = time.now.toISOString();
    time.now = new Date(time.now.getTime() + 60_000);
    await bookedLongAgo();
    expect((await programme.evaluate(1, 'continue')).status).toBe(201);
    const { items } = await list(1);
    expect(items).toMatchObject([
      {
        decision: 'continue',
        decidedBy: 'Medewerker',
        text: 'Het liep goed.',
        figures: { registrations: 2 },
      },
      { decision: 'scaleDown', figures: { registrations: 1, asOf: firstAt } },
    ]);
    expect(items[0]!.figures).not.toHaveProperty('bySession');
    const audit = await sql`select details from audit_log where action = 'quarter.evaluated' and
      subject_id in (select id from programme_quarters where programme_id = ${programme.programme.id} and ordinal = 1)
      order by id`;
    expect(audit.map(({ details }) => details.decision)).toEqual(['scaleDown', 'continue']);
  });

  it('is for the day after its last day, and not before', async () => {
    for (const ordinal of [2, 3]) {
      expect(problemIn(await programme.evaluate(ordinal, 'continue'))).toMatchObject({
        status: 409,
        code: 'quarter-not-over',
      });
    }
    const until = (days: number) =>
      sql`update programme_quarters set ends_on = ${programme.day(days)} where id = ${programme.quarter.id}`;
    await until(0);
    expect((await programme.evaluate(2, 'continue')).status).toBe(409);
    await until(-1);
    expect((await programme.evaluate(2, 'continue')).status).toBe(201);
    await until(40);
    expect((await programme.evaluate(9, 'continue')).status).toBe(404);
  });

  it('keeps its lines, and has nothing in it that cannot be read', async () => {
    const text = 'Eerste regel.\r\n\r\nTweede regel: café, “goed”.';
    const path = '/quarters/1/evaluations';
    expect((await programme.post(path, { decision: 'continue', text })).status).toBe(201);
    expect((await list(1)).items[0]!.text).toBe(text);
    const bad = [
      [{ text: 'x' }, 'decision'],
      [{ decision: 'perhaps', text: 'x' }, 'decision'],
      [{ decision: 'stop' }, 'text'],
      [{ decision: 'stop', text: '  ' }, 'text'],
      [{ decision: 'stop', text: 'a\u0000' }, 'text'],
      [{ decision: 'stop', text: 'a'.repeat(4001) }, 'text'],
    ] as const;
    for (const [body, field] of bad) {
      const answer = await programme.post(path, body);
      expect(answer.status).toBe(400);
      expect(problemIn(answer).invalidParams).toMatchObject([{ name: field }]);
    }
  });

  it('is written by the municipality alone, and read by the parties', async () => {
    const before = (await list(1)).items.length;
    for (const [who, status, cookie] of others) {
      const path = `${programme.path}/quarters/1/evaluations`;
      const body = { decision: 'stop', text: 'x' };
      const answer = await call('POST', path, { body, ...(cookie && { cookie }) });
      expect([who, answer.status]).toEqual([who, status]);
      const read = await call('GET', path, cookie ? { cookie } : {});
      expect([who, read.status]).toEqual([who, who === 'an association' ? 200 : status]);
    }
    expect((await list(1)).items).toHaveLength(before);
  });
});
