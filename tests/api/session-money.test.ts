import { afterEach, describe, expect, it } from 'vitest';
import { tidySessions } from '../../api/mail/jobs/tidy-sessions.ts';
import { testApi } from '../support/api.ts';
import { HOUR, makeSession } from '../support/fixtures.ts';
import { DAY, withMoney } from '../support/money.ts';
import { entriesOf, recount } from '../support/recount-money.ts';

const api = await testApi();
const { db, sql, time, deps } = api;
const start = time.now;
afterEach(() => void (time.now = start));

describe('a session whose own money does not fit', () => {
  const contributed = { contributionCents: 1_500_00, contributionVatCents: 315_00, capacity: 3 };
  const poor = () => withMoney(api, { funding: 'perSession' }, [{ ceilingCents: 1_000_00 }]);

  it('refuses nobody: not who books, confirms, moves, leaves or comes', async () => {
    const money = await poor();
    const startsAt = new Date(start.getTime() + 2 * HOUR);
    const { id, moduleId } = await makeSession(db, money, start, { ...contributed, startsAt });
    const other = await makeSession(db, money, start, contributed);
    await sql`update sessions set module_id = ${moduleId} where id = ${other.id}`;
    const [one, two] = [await money.hold(id), await money.hold(id)];
    expect((await money.confirm(one)).status).toBe(200);
    expect((await money.confirm(two)).status).toBe(200);
    expect((await money.swap(two, other.id)).status).toBe(200);
    expect((await money.cancel(two)).status).toBe(200);
    const lapsing = await money.hold(id);
    time.now = new Date(start.getTime() + 1.5 * HOUR);
    await tidySessions(deps);
    expect(await sql`select status from registrations where id = ${lapsing}`).toEqual([
      { status: 'expired' },
    ]);
    expect((await money.walkIn(id)).status).toBe(201);
    expect((await money.mark(id, [[one, 'present']])).status).toBe(200);
    expect((await money.phasesNow()).flat()).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('keeps what it was promised before, and is still realised', async () => {
    const money = await withMoney(api, { funding: 'perSession' }, [{ ceilingCents: 2_000_00 }]);
    const startsAt = new Date(start.getTime() + HOUR / 2);
    const { id } = await makeSession(db, money, start, { ...contributed, startsAt });
    const place = await money.book(id);
    await sql`update sessions set contribution_cents = 2500_00 where id = ${id}`;
    expect((await money.mark(id, [[place, 'present']])).status).toBe(200);
    expect(await entriesOf(sql, id)).toEqual(['free > committed 1500', 'committed > realised 1500']);
  });

  it('gets it as soon as there is room', async () => {
    const money = await withMoney(api, { funding: 'perSession' }, [{ ceilingCents: 2_000_00 }]);
    const first = await makeSession(db, money, start, contributed);
    const second = await makeSession(db, money, start, contributed);
    await money.book(first.id);
    const place = await money.book(second.id);
    expect(await entriesOf(sql, second.id)).toEqual([]);
    await money.cancelSession(first.id);
    await money.cancel(place);
    expect(await entriesOf(sql, second.id)).toEqual(['free > committed 1500']);
    expect(
      (await recount(sql)).filter(({ session_id }) => [first.id, second.id].includes(session_id as string)),
    ).toEqual([]);
  });

  it('is refused to the organiser who moves it to a period without money', async () => {
    const money = await withMoney(api, { funding: 'perSession' }, [{}, { ceilingCents: 1_000_00 }]);
    const { id } = await makeSession(db, money, start, contributed);
    await money.book(id);
    const startsAt = new Date(start.getTime() + 60 * DAY).toISOString();
    expect(await money.change(id, { startsAt })).toMatchObject({
      status: 409,
      body: { code: 'budget-full' },
    });
    expect(await entriesOf(sql, id)).toEqual(['free > committed 1500']);
  });
});
