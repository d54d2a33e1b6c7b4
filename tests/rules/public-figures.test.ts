import fc from 'fast-check';
import { expect, it } from 'vitest';
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

it('the attacker can do it: with only what is small hidden, numbers are known', () => {
  const found = fc.sample(rowsOf, 200).filter((visits) => {
    const isSmall = (value: number) => value > 0 && value < LEAST;
    const published = Object.fromEntries(visits.map((value, n) => [`${n}`, isSmall(value) ? null : value]));
    const sums = [{ parts: Object.keys(published), total: total(visits) }];
    return attack(published, sums, () => 1, 60).size > 0;
  });
  expect(found.length).toBeGreaterThan(10);
});
