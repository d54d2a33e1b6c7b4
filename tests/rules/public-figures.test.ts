import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicQuarter } from '../../api/steering/public-figures/rules.ts';
import type { Report } from '../../api/steering/reports/schema.ts';
import { attack, type Published, type Sum } from './small-cells-attacker.ts';

const LEAST = 10;
const number = fc.oneof({ weight: 3, arbitrary: fc.nat(12) }, { weight: 1, arbitrary: fc.nat(25) });
const rowsOf = fc.array(number, { minLength: 2, maxLength: 4 });
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

type Dimension = Report['breakdowns'][number]['dimension'];
const none = { label: null, sessions: null, places: null, share: null, referenceShare: null, index: null };
const breakdown = (dimension: Dimension, visits: number[]) => ({
  dimension,
  rows: visits.map((value, n) => ({
    ...none,
    category: `${n}`,
    registrations: value + (n % 3),
    visits: value,
    unique: value - Math.floor(value / 4),
  })),
  hidden: false,
  reference: null,
});
const report = (breakdowns: Report['breakdowns'], visits: number) =>
  ({
    quarter: { kind: 'programme', key: 'q1', ordinal: 1, startsOn: '2026-01-01', endsOn: '2026-03-31' },
    asOf: '2026-04-01T01:00:00.000Z',
    sessions: { held: 1, planned: 0, cancelled: 0 },
    groups: [],
    places: 100,
    registrations: visits,
    present: visits,
    uniqueEntrepreneurs: visits,
    breakdowns,
  }) as unknown as Report;

it('two breakdowns of the same visits give no number below ten to who subtracts', () => {
  fc.assert(
    fc.property(rowsOf, rowsOf, (one, other) => {
      const missing = total(one) - total(other);
      const second = missing >= 0 ? [other[0]! + missing, ...other.slice(1)] : other;
      const first = missing < 0 ? [one[0]! - missing, ...one.slice(1)] : one;
      const visits = total(first);
      const made = publicQuarter(
        report([breakdown('district', first), breakdown('industry', second)], visits),
      );
      const published: Published = {};
      const sums: Sum[] = made.breakdowns.map(({ dimension, rows }) => {
        for (const row of rows) published[`${dimension}/${row.category}`] = row.visits;
        return { parts: rows.map((row) => `${dimension}/${row.category}`), total: visits };
      });
      const isAll = made.breakdowns.map(({ rows }) => rows.every((row) => row.visits === null));
      const least = (name: string) => (isAll[name.startsWith('district') ? 0 : 1] ? 0 : 1);
      const known = attack(published, sums, least, visits);
      expect([...known].filter(([, value]) => value > 0 && value < LEAST)).toEqual([]);
      const shown = Object.values(published).filter((value) => value !== null && value > 0);
      for (const value of shown) expect(value).toBeGreaterThanOrEqual(LEAST);
    }),
    { numRuns: 150 },
  );
});

it('a quarter with fewer than ten in all gives its sessions and no persons', () => {
  const made = publicQuarter(report([breakdown('district', [4, 5])], 9));
  expect([made.sessions.held, made.registrations, made.visits, made.persons, made.breakdowns]).toEqual([
    1,
    null,
    null,
    null,
    [],
  ]);
});

describe('of a quarter with ten or more everyone sees', () => {
  const districts = breakdown('district', [14, 15, 20]);

  it('the sessions against their targets, the totals, and visits by group', () => {
    const group = { group: 'network' as const, held: 1, planned: 2, cancelled: 3, min: 1, max: 2 };
    expect(publicQuarter({ ...report([districts], 49), groups: [group], places: 60 })).toEqual({
      ordinal: 1,
      startsOn: '2026-01-01',
      endsOn: '2026-03-31',
      asOf: '2026-04-01T01:00:00.000Z',
      sessions: { held: 1, cancelled: 0 },
      groups: [{ group: 'network', held: 1, min: 1, max: 2 }],
      places: 60,
      registrations: 49,
      visits: 49,
      persons: 49,
      breakdowns: [
        {
          dimension: 'district',
          rows: [
            { category: '0', label: null, visits: 14 },
            { category: '1', label: null, visits: 15 },
            { category: '2', label: null, visits: 20 },
          ],
        },
      ],
    });
  });

  it.each<[string, [registrations: number, present: number, uniqueEntrepreneurs: number], boolean]>([
    ['ten of each', [10, 10, 10], true],
    ['nine bookings', [9, 20, 20], false],
    ['nine visits', [20, 9, 20], false],
    ['nine persons', [20, 20, 9], false],
    ['one person who came often', [20, 20, 1], false],
  ])('with %s', (_, [registrations, present, uniqueEntrepreneurs], isShown) => {
    const made = publicQuarter({ ...report([districts], 0), registrations, present, uniqueEntrepreneurs });
    const all = { registrations, visits: present, persons: uniqueEntrepreneurs };
    expect(made).toMatchObject(isShown ? all : { registrations: null, visits: null, persons: null });
    expect(made.breakdowns.length).toBe(isShown ? 1 : 0);
  });

  it('that nobody came, which says nothing of anyone', () => {
    const made = publicQuarter({ ...report([districts], 0), registrations: 30 });
    expect(made).toMatchObject({ registrations: 30, visits: 0, persons: 0, breakdowns: [] });
  });

  it('a breakdown only of two groups or more: one alone is the total again', () => {
    const made = publicQuarter(
      report([breakdown('organiser', [47]), breakdown('topic', [17, 30]), breakdown('kind', [])], 47),
    );
    expect(made.breakdowns.map(({ dimension }) => dimension)).toEqual(['topic']);
  });

  it('ten, and not nine, with the smallest other by which nine could be computed', () => {
    const made = publicQuarter(
      report([breakdown('district', [9, 30, 14]), breakdown('topic', [14, 39])], 53),
    );
    expect(made.breakdowns.map(({ rows }) => rows.map(({ visits }) => visits))).toEqual([
      [null, 30, null],
      [14, 39],
    ]);
  });
});

it('the attacker can do it: with only what is small hidden, numbers are known', () => {
  const found = fc.sample(rowsOf, 200).filter((visits) => {
    const isSmall = (value: number) => value > 0 && value < LEAST;
    const published = Object.fromEntries(visits.map((value, n) => [`${n}`, isSmall(value) ? null : value]));
    const sums = [{ parts: Object.keys(published), total: total(visits) }];
    return attack(published, sums, () => 1, 60).size > 0;
  });
  expect(found.length).toBeGreaterThan(10);
});
