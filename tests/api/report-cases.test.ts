import { describe, expect, it } from 'vitest';
import { entrepreneurs, registrations } from '../../db/schema/registrations.ts';
import { programmeQuarters } from '../../db/schema/programmes.ts';
import { findProgramme } from '../../api/programmes/programmes/queries.ts';
import { findPeriod, wholeReport } from '../../api/steering/reports/queries.ts';
import type { Report } from '../../api/steering/reports/schema.ts';
import { testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff } from '../support/fixtures.ts';

const { db, sql, time, call, signIn } = await testApi();
time.now = new Date('2022-12-01T12:00:00Z');

/** Back on Track as it was: four quarters of its own from 19 November, over five of the calendar. */
const made = await makeProgramme(db, time.now, { startsOn: '2021-11-19', endsOn: '2022-11-18' });
await sql`delete from programme_quarters where programme_id = ${made.programme.id}`;
const starts = ['2021-11-19', '2022-02-19', '2022-05-19', '2022-08-19'];
const ends = ['2022-02-18', '2022-05-18', '2022-08-18', '2022-11-18'];
await db.insert(programmeQuarters).values(
  starts.map((startsOn, n) => ({
    programmeId: made.programme.id,
    ordinal: n + 1,
    startsOn,
    endsOn: ends[n]!,
  })),
);
const staff = await signIn((await makeStaff(db, [{ municipalityId: made.municipality.id }])).email);
const path = `/programmes/${made.programme.slug}`;
const read = async (which: string, cookie = staff) => {
  const answer = await call('GET', `${path}/${which}/report`, { cookie });
  expect(answer.status).toBe(200);
  return answer.body as Report;
};
const calendar = ['2021-q4', '2022-q1', '2022-q2', '2022-q3', '2022-q4'];

const person = async (change: Partial<typeof entrepreneurs.$inferInsert> = {}) =>
  (
    await db
      .insert(entrepreneurs)
      .values({ name: 'Iemand', ...change })
      .returning()
  )[0]!;
const visit = (
  session: { id: string; startsAt: Date },
  entrepreneurId: string,
  change: Partial<typeof registrations.$inferInsert> = {},
) =>
  db.insert(registrations).values({
    sessionId: session.id,
    entrepreneurId,
    name: 'Iemand',
    status: 'confirmed',
    confirmedAt: session.startsAt,
    createdAt: new Date(session.startsAt.getTime() - 10 * 24 * HOUR),
    attendance: 'present',
    attendanceMarkedAt: session.startsAt,
    ...change,
  });
const session = (startsAt: string, change: Parameters<typeof makeSession>[3] = {}) =>
  makeSession(db, made, time.now, { startsAt: new Date(startsAt), capacity: 10, ...change });

/** The figures as they are kept, without the protection. */
async function whole(ordinal: number) {
  const period = await findPeriod(db, made.programme.id, { ordinal });
  return wholeReport(db, await findProgramme(db, made.programme.slug), period, time.now);
}
const uniqueIn = (report: Report, dimension: string, category: string) =>
  report.breakdowns.find((one) => one.dimension === dimension)!.rows.find((row) => row.category === category)
    ?.unique ?? 0;

describe('which quarter a session belongs to', () => {
  it('1 January 00:30 in Amsterdam is 31 December in UTC, and the new year', async () => {
    await visit(await session('2021-12-31T23:30:00Z'), (await person({ birthYear: 1996 })).id);
    expect((await read('calendar-quarters/2021-q4')).present).toBe(0);
    const report = await read('calendar-quarters/2022-q1');
    expect(report.present).toBe(1);
    expect(report.quarter).toMatchObject({ kind: 'calendar', startsOn: '2022-01-01', endsOn: '2022-03-31' });
    expect(uniqueIn(await whole(1), 'age', '26-30')).toBe(1);
    expect(uniqueIn(await whole(1), 'age', '18-25')).toBe(0);
  });

  it('five quarters of the calendar and four of the programme hold the same sessions', async () => {
    for (const day of [
      '2021-11-19T08:00:00Z',
      '2022-02-18T22:59:00Z',
      '2022-02-18T23:01:00Z',
      '2022-05-01T10:00:00Z',
    ])
      await visit(await session(day), (await person()).id);
    await visit(await session('2022-11-18T20:00:00Z'), (await person()).id);
    const own = await Promise.all([1, 2, 3, 4].map((n) => read(`quarters/${n}`)));
    const others = await Promise.all(calendar.map((quarter) => read(`calendar-quarters/${quarter}`)));
    expect(own.map(({ present }) => present)).toEqual([3, 2, 0, 1]);
    expect(others.map(({ present }) => present)).toEqual([1, 3, 1, 0, 1]);
    const outside = await read('calendar-quarters/2021-q3');
    expect(outside).toMatchObject({ present: 0, places: 0, breakdowns: expect.any(Array) });
    expect(others.every(({ groups }) => groups.every(({ min, max }) => min === null && max === null))).toBe(
      true,
    );
  });

  it('a session that is put off moves with its new date, and counts once', async () => {
    const moved = await session('2022-08-18T10:00:00Z');
    await visit(moved, (await person()).id);
    const before = await Promise.all([read('quarters/3'), read('quarters/4')]);
    await sql`update sessions set starts_at = '2022-08-19T10:00:00Z', ends_at = '2022-08-19T12:00:00Z',
      previous_starts_at = starts_at where id = ${moved.id}`;
    const after = await Promise.all([read('quarters/3'), read('quarters/4')]);
    const sums = (reports: Report[]) => reports.map(({ present, sessions }) => [present, sessions.held]);
    expect(sums(before)).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(sums(after)).toEqual([
      [0, 0],
      [2, 2],
    ]);
  });
});

describe('what counts', () => {
  it('a session that was called off counts as that, and for nothing else; a draft for nothing', async () => {
    const off = await session('2022-03-01T10:00:00Z', { capacity: 40 });
    await visit(off, (await person()).id, {
      status: 'cancelled',
      cancelledAt: off.startsAt,
      cancelledBy: 'organiser',
      attendance: null,
      attendanceMarkedAt: null,
    });
    const before = await read('quarters/2');
    await sql`update sessions set status = 'cancelled', cancelled_at = now() where id = ${off.id}`;
    const after = await read('quarters/2');
    expect(after.sessions.cancelled).toBe(before.sessions.cancelled + 1);
    expect(after.places).toBe(before.places - 40);
    await sql`update sessions set status = 'draft', cancelled_at = null where id = ${off.id}`;
    expect((await read('quarters/2')).sessions.cancelled).toBe(before.sessions.cancelled);
  });

  it('who was there in both years is one person, in the age band of each', async () => {
    const before = await whole(1);
    const { id } = await person({ birthYear: 1991, district: 'Noord' });
    await visit(await session('2021-12-20T10:00:00Z'), id);
    await visit(await session('2022-01-20T10:00:00Z'), id);
    const after = await whole(1);
    expect(after.uniqueEntrepreneurs).toBe(before.uniqueEntrepreneurs + 1);
    expect(after.present).toBe(before.present + 2);
    expect(uniqueIn(after, 'district', 'Noord')).toBe(1);
    expect(uniqueIn(after, 'age', '26-30')).toBe(uniqueIn(before, 'age', '26-30') + 1);
    expect(uniqueIn(after, 'age', '31-35')).toBe(1);
  });

  it('two of one business are two; two that turn out to be one person are one, with as many visits', async () => {
    const [business] = await sql<
      { id: string }[]
    >`insert into businesses (kvk_number) values ('69599084') returning id`;
    const [a, b] = [await person({ businessId: business!.id }), await person({ businessId: business!.id })];
    const before = await read('quarters/2');
    await visit(await session('2022-04-01T10:00:00Z'), a.id);
    await visit(await session('2022-04-02T10:00:00Z'), b.id);
    const apart = await read('quarters/2');
    expect(apart.uniqueEntrepreneurs - before.uniqueEntrepreneurs).toBe(2);
    await sql`update registrations set entrepreneur_id = ${a.id} where entrepreneur_id = ${b.id}`;
    const merged = await read('quarters/2');
    expect(merged.uniqueEntrepreneurs - before.uniqueEntrepreneurs).toBe(1);
    expect(merged.present).toBe(apart.present);
  });

  it('interest and lead time, without an average of fewer than ten', async () => {
    const before = await read('quarters/3');
    expect(before.leadTime.meanDays).toBeNull();
    const held = await session('2022-06-01T10:00:00Z', { capacity: 20 });
    for (let n = 0; n < 12; n += 1)
      await visit(held, (await person()).id, {
        createdAt: new Date(held.startsAt.getTime() - (n < 6 ? 4 : n === 6 ? 5 : 30) * 24 * HOUR),
        source: 'booking',
      });
    await visit(held, (await person()).id, { source: 'walkIn' });
    const report = await read('quarters/3');
    expect(report.walkIns).toBe(1);
    expect(report.interest.registrationsPerPlace).toBeCloseTo(report.registrations / report.places);
    expect(report.leadTime).toMatchObject({ cases: 12, open: 0, medianDays: 4.5 });
    expect(report.leadTime.meanDays).toBeCloseTo((6 * 4 + 5 + 5 * 30) / 12);
  });
});
