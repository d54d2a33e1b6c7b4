import { describe, expect, it } from 'vitest';
import { attack, type Published, type Sum } from '../rules/small-cells-attacker.ts';
import { problemIn, testApi } from '../support/api.ts';

const { sql, call } = await testApi('demo');
const LEAST = 10;

type Row = { category: string; label: string | null; visits: number | null };
type Quarter = {
  ordinal: number;
  asOf: string;
  registrations: number | null;
  visits: number | null;
  persons: number | null;
  breakdowns: { dimension: string; rows: Row[] }[];
};
type Figures = { programme: { slug: string }; modified: string | null; quarters: Quarter[] };
const figuresOf = async (slug: string) =>
  (await call('GET', `/programmes/${slug}/public-figures`)).body as Figures;
const slugs = (await sql<{ slug: string }[]>`select slug from programmes order by slug`).map((it) => it.slug);
const all = await Promise.all(slugs.map(figuresOf));
const quarters = all.flatMap((one) => one.quarters.map((quarter) => ({ slug: one.programme.slug, quarter })));

describe('who reads everything that is public', () => {
  it('has something to read, and something is hidden', () => {
    const rows = quarters.flatMap(({ quarter }) => quarter.breakdowns.flatMap((one) => one.rows));
    expect(quarters.length).toBeGreaterThan(4);
    expect(rows.filter(({ visits }) => visits === null).length).toBeGreaterThan(10);
    expect(rows.filter(({ visits }) => visits !== null && visits >= LEAST).length).toBeGreaterThan(10);
  });

  it('sees no number of persons below ten', () => {
    for (const { quarter } of quarters) {
      const { registrations, visits, persons } = quarter;
      const numbers = quarter.breakdowns.flatMap((one) => one.rows.map((row) => row.visits));
      for (const number of [registrations, visits, persons, ...numbers])
        if (number !== null && number > 0) expect(number).toBeGreaterThanOrEqual(LEAST);
    }
  });

  it.each(quarters)(
    'cannot find one by subtracting either: $slug, quarter $quarter.ordinal',
    ({ quarter }) => {
      const published: Published = {};
      const sums: Sum[] = [];
      for (const { dimension, rows } of quarter.breakdowns) {
        for (const row of rows) published[`${dimension}/${row.category}`] = row.visits;
        sums.push({ parts: rows.map((row) => `${dimension}/${row.category}`), total: quarter.visits! });
        // Nothing is hidden alone: the rest of the total would be that number.
        expect(rows.filter(({ visits }) => visits === null).length, dimension).not.toBe(1);
      }
      const known = attack(published, sums, () => 1, quarter.visits ?? 0);
      expect([...known].filter(([, value]) => value > 0 && value < LEAST)).toEqual([]);
    },
  );

  it('learns nothing from what is not there: each group has its visits and no second number', () => {
    for (const { quarter } of quarters)
      for (const { rows } of quarter.breakdowns)
        for (const row of rows) expect(Object.keys(row).sort()).toEqual(['category', 'label', 'visits']);
    const text = JSON.stringify(all);
    for (const word of ['cents', 'noShow', 'excused', 'unique', 'share', 'bySession'])
      expect(text).not.toContain(word);
  });

  it('gets the same file later, whatever was put right since', async () => {
    const before = await figuresOf('back-on-track-2021-2022');
    const changed = await sql`update registrations r set attendance = 'absent' from sessions s
      join modules m on m.id = s.module_id join programmes p on p.id = m.programme_id
      where s.id = r.session_id and p.slug = 'back-on-track-2021-2022' and r.attendance = 'present'`;
    expect(changed.count).toBeGreaterThan(0);
    expect(await figuresOf('back-on-track-2021-2022')).toEqual(before);
  });

  it('finds the figures that were kept, and no quarter that runs', async () => {
    for (const { programme, quarters: own } of all) {
      const over =
        await sql`select q.ordinal from programme_quarters q join programmes p on p.id = q.programme_id
        where p.slug = ${programme.slug} and q.ends_on < (now() at time zone 'Europe/Amsterdam')::date
        order by q.ordinal`;
      expect(own.map(({ ordinal }) => ordinal)).toEqual(over.map(({ ordinal }) => ordinal as number));
    }
    const [kept] = await sql`select figures from report_snapshots r join programmes p on p.id = r.programme_id
      where p.slug = 'back-on-track-2021-2022' and period = 'q2' and moment = 'end'`;
    const whole = kept!.figures as { present: number; registrations: number; uniqueEntrepreneurs: number };
    const second = (await figuresOf('back-on-track-2021-2022')).quarters[1]!;
    expect([second.visits, second.registrations, second.persons]).toEqual([
      whole.present,
      whole.registrations,
      whole.uniqueEntrepreneurs,
    ]);
  });
});

describe('who may read it', () => {
  it('everyone, also a page of somebody else, and nobody needs to sign in', async () => {
    const headers = { origin: 'https://example.org' };
    const answer = await call('GET', '/programmes/back-on-track/public-figures', { headers });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('no other answer is open to pages of others', async () => {
    const headers = { origin: 'https://example.org' };
    for (const path of ['/me', '/programmes/back-on-track/quarters/1/report'])
      expect((await call('GET', path, { headers })).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('nothing is shown of a draft, or of what does not exist', async () => {
    await sql`update programmes set status = 'draft' where slug = 'onderneemvaardig'`;
    for (const slug of ['onderneemvaardig', 'bestaat-niet'])
      expect(problemIn(await call('GET', `/programmes/${slug}/public-figures`)).code).toBe('not-found');
  });
});
