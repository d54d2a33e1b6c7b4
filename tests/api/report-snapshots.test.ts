import { beforeAll, describe, expect, it } from 'vitest';
import { takeSnapshots } from '../../api/mail/jobs/take-snapshots.ts';
import type { Report } from '../../api/steering/reports/schema.ts';
import { problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff } from '../support/fixtures.ts';

const { db, sql, time, deps, call, signIn } = await testApi('demo');
type Snapshot = { id: string; period: string; reason: string; week: string | null; asOf: string };
type Comparison = {
  figures: { key: string; unit: string; from: number | null; to: number | null; difference: number | null }[];
};

const amstelveen = await signIn('gemeente@opkoers.example');
const vad = await signIn('vad@opkoers.example');
const program = '/programmes/back-on-track';
const listed = async (which: string) => {
  const answer = await call('GET', `${program}/${which}/report-snapshots`, { cookie: amstelveen });
  expect(answer.status).toBe(200);
  return (answer.body as { items: Snapshot[] }).items;
};
const [quarter] = await sql<{ ordinal: number; ends_on: string }[]>`
  select q.ordinal, q.ends_on::text from programme_quarters q join programmes p on p.id = q.programme_id
  where p.slug = 'back-on-track' and q.starts_on <= current_date order by ordinal desc limit 1`;
const current = `quarters/${quarter!.ordinal}`;
const runJob = () => takeSnapshots({ db: deps.db, clock: () => time.now });
const monday = (week: number) => {
  const day = new Date(time.now);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7) + 7 * week);
  day.setUTCHours(2, 30, 0, 0);
  return day;
};
const start = time.now;

describe('a snapshot', () => {
  beforeAll(runJob);

  it('is taken once a week, whoever asks how often', async () => {
    expect(await listed(current)).toHaveLength(1);
    await Promise.all([runJob(), runJob()]);
    expect(await listed(current)).toHaveLength(1);
    time.now = new Date(monday(1).getTime() - 2 * HOUR);
    await runJob();
    expect(await listed(current)).toHaveLength(1);
    time.now = monday(1);
    await runJob();
    const snapshots = await listed(current);
    expect(snapshots.map(({ reason }) => reason)).toEqual(['weekly', 'weekly']);
    expect(new Set(snapshots.map(({ week }) => week)).size).toBe(2);
    time.now = start;
  });

  it('stays what it was when the past is changed', async () => {
    const [, first] = await listed(current);
    const before = await call('GET', `${program}/report-snapshots/${first!.id}`, { cookie: amstelveen });
    const live = async () =>
      (await call('GET', `${program}/${current}/report`, { cookie: amstelveen })).body as Report;
    const was = await live();
    expect((before.body as Report).present).toBe(was.present);
    await sql`update registrations set attendance = null, attendance_marked_at = null`;
    await runJob();
    expect((await live()).present).toBe(0);
    const after = await call('GET', `${program}/report-snapshots/${first!.id}`, { cookie: amstelveen });
    expect(after.body).toEqual(before.body);
  });

  it('can be compared with another, figure by figure', async () => {
    const [to, from] = await listed(current);
    const answer = await call('GET', `${program}/report-comparison?from=${from!.id}&to=${to!.id}`, {
      cookie: amstelveen,
    });
    expect(answer.status).toBe(200);
    const { figures } = answer.body as Comparison;
    const held = figures.find(({ key }) => key === 'sessions/held')!;
    expect(held).toMatchObject({ unit: 'sessions', difference: held.to! - held.from! });
    expect(
      figures.filter(({ from: a, to: b, difference }) => (a === null || b === null) && difference !== null),
    ).toEqual([]);
    expect(new Set(figures.map(({ key }) => key)).size).toBe(figures.length);
    expect(figures.length).toBeGreaterThan(50);
  });

  it('is kept as well when the quarter is over, also when that night was missed', async () => {
    time.now = new Date(new Date(`${quarter!.ends_on}T12:00:00Z`).getTime() + 10 * 24 * HOUR);
    await runJob();
    await runJob();
    const ends = (await listed(current)).filter(({ reason }) => reason === 'period-end');
    expect(ends).toEqual([expect.objectContaining({ week: null, asOf: time.now.toISOString() })]);
    time.now = start;
  });

  it('answers for a quarter of the calendar too', async () => {
    const month = start.getUTCMonth();
    const key = `${start.getUTCFullYear()}-q${Math.floor(month / 3) + 1}`;
    const [one] = await listed(`calendar-quarters/${key}`);
    expect(one).toMatchObject({ period: key });
  });
});

describe('who may read', () => {
  it('nobody but the municipality and the parties', async () => {
    const [one] = await listed(current);
    const elsewhere = await makeProgramme(db, time.now);
    const cookies = {
      amsterdam: await signIn('gemeente-amsterdam@opkoers.example'),
      association: await signIn((await makeStaff(db, [{ organisationId: elsewhere.association.id }])).email),
      entrepreneur: await signIn('ondernemer@opkoers.example'),
    };
    for (const path of [
      `${program}/${current}/report`,
      `${program}/calendar-quarters/2026-q4/report`,
      `${program}/${current}/report-snapshots`,
      `${program}/calendar-quarters/2026-q4/report-snapshots`,
      `${program}/report-snapshots/${one!.id}`,
      `${program}/report-comparison?from=${one!.id}&to=${one!.id}`,
    ]) {
      expect((await call('GET', path, { cookie: amstelveen })).status).toBe(200);
      expect((await call('GET', path, { cookie: vad })).status).toBe(200);
      expect((await call('GET', path, { cookie: cookies.amsterdam })).status).toBe(404);
      expect((await call('GET', path, { cookie: cookies.association })).status).toBe(404);
      expect(problemIn(await call('GET', path, { cookie: cookies.entrepreneur })).code).toBe('not-allowed');
      expect(problemIn(await call('GET', path)).code).toBe('not-signed-in');
    }
  });

  it('nobody reads a snapshot by way of another programme', async () => {
    const [one] = await listed(current);
    const path = `/programmes/back-on-track-2021-2022/report-snapshots/${one!.id}`;
    expect((await call('GET', path, { cookie: amstelveen })).status).toBe(404);
  });

  it('an organiser sees its own sessions apart, and nobody else sees them so', async () => {
    const roles = (await call('GET', '/me', { cookie: vad })).body as {
      roles: { organisation: { id: string } | null }[];
    };
    const own = roles.roles[0]!.organisation!.id;
    const path = `${program}/quarters/1/report?organisation=${own}`;
    const answer = await call('GET', path, { cookie: vad });
    expect(answer.status).toBe(200);
    const report = answer.body as Report;
    const all = (await call('GET', `${program}/quarters/1/report`, { cookie: vad })).body as Report;
    expect(report.organisation?.id).toBe(own);
    expect(report.bySession.length).toBeGreaterThan(0);
    expect(report.bySession.length).toBeLessThan(all.bySession.length);
    expect(Object.values(report.membership)).not.toContain(null);
    expect((await call('GET', path, { cookie: amstelveen })).status).toBe(404);
    expect((await call('GET', path, { cookie: await signIn('oa@opkoers.example') })).status).toBe(404);
  });
});

describe('a reference population', () => {
  const body = {
    source: 'Tozo, gemeente Amsterdam',
    asOf: '2021-09-13',
    shares: [
      { category: '26-30', share: 0.2 },
      { category: '31-35', share: 0.25 },
    ],
  };
  const path = (slug: string) => `/programmes/${slug}/reference-distributions/age`;

  it('gives an index of what is shown; unknown is left out of the shares', async () => {
    const made = await makeProgramme(db, time.now);
    const cookie = await signIn((await makeStaff(db, [{ municipalityId: made.municipality.id }])).email);
    const session = await makeSession(db, made, time.now, {
      startsAt: new Date(time.now.getTime() - 24 * HOUR),
      capacity: 60,
    });
    const year = time.now.getFullYear();
    const births = [
      ...Array<number>(10).fill(year - 28),
      ...Array<number>(30).fill(year - 33),
      ...Array<null>(8).fill(null),
    ];
    for (const birth of births) {
      const [one] = await sql<{ id: string }[]>`
        insert into entrepreneurs (name, birth_year) values ('Iemand', ${birth}) returning id`;
      await sql`insert into registrations (session_id, entrepreneur_id, status, name, confirmed_at, attendance, attendance_marked_at)
        values (${session.id}, ${one!.id}, 'confirmed', 'Iemand', now(), 'present', now())`;
    }
    expect((await call('PUT', path(made.programme.slug), { cookie, body })).status).toBe(200);
    const report = (await call('GET', `/programmes/${made.programme.slug}/quarters/1/report`, { cookie }))
      .body as Report;
    const age = report.breakdowns.find(({ dimension }) => dimension === 'age')!;
    const row = (category: string) => age.rows.find((one) => one.category === category)!;
    expect(age.reference).toEqual({ source: body.source, asOf: body.asOf });
    expect(row('26-30')).toMatchObject({ unique: 10, share: 0.25, referenceShare: 0.2, index: 1.25 });
    expect(row('31-35')).toMatchObject({ unique: 30, share: 0.75, index: 3 });
    expect(row('unknown')).toMatchObject({ unique: 8, share: null, index: null });
  });

  it('is given by the municipality, and is at most everyone once', async () => {
    const put = (cookie: string | undefined, given: unknown) =>
      call('PUT', path('back-on-track'), { body: given, ...(cookie && { cookie }) });
    const double = { ...body, shares: [...body.shares, ...body.shares] };
    expect((await put(amstelveen, double)).status).toBe(400);
    expect((await put(amstelveen, { ...body, shares: [{ category: 'x', share: 1.2 }] })).status).toBe(400);
    expect((await put(vad, body)).status).toBe(404);
    expect((await put(await signIn('gemeente-amsterdam@opkoers.example'), body)).status).toBe(404);
    expect((await put(await signIn('ondernemer@opkoers.example'), body)).status).toBe(403);
    expect((await put(undefined, body)).status).toBe(401);
  });
});
