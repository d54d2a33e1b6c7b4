import { describe, expect, it } from 'vitest';
import { proposedThresholds } from '../../api/steering/settings/rules.ts';
import { type QuarterFacts, readingsOf } from '../../api/steering/signals/rules.ts';
import { quiet } from './signals-facts.ts';

const kindsOf = (change: Partial<QuarterFacts>, thresholds = proposedThresholds) =>
  readingsOf({ ...quiet, ...change }, thresholds).map(({ kind, level }) => `${kind} ${level}`);
const network = (held: number, planned: number) => ({
  groups: [{ group: 'network', held, planned, min: 1, max: 1 }],
});

describe('what asks for attention', () => {
  it('is nothing in a quarter that goes well', () => expect(kindsOf({})).toEqual([]));

  it.each([
    ['exactly half of the places', { taken: 50 }, []],
    ['just under half of the places', { taken: 49 }, ['low-interest attention']],
    ['under a quarter of the places', { taken: 24 }, ['low-interest action']],
    ['few places held yet', { places: 19, taken: 0 }, []],
    ['no session held', { places: 0, taken: 0 }, []],
    ['no non-member at all', { notMember: 0 }, ['members-only action']],
    ['under a fifth non-members', { member: 81, notMember: 19 }, ['few-non-members attention']],
    ['exactly a fifth non-members', { member: 80, notMember: 20 }, []],
    [
      'only members, of whom few are known',
      { member: 9, notMember: 0, unknown: 90 },
      ['membership-little-known attention'],
    ],
    ['hardly any visits', { member: 3, notMember: 0, unknown: 2 }, []],
    ['only members where that is no condition', { notMember: 0, requiresOpenAccess: false }, []],
    ['attendance that is not marked', { unmarked: 3 }, ['attendance-unmarked attention']],
    ['a network meeting to plan, with time left', network(0, 0), ['target-not-planned attention']],
    ['the same in the first half', { ...network(0, 0), today: '2021-12-01' }, ['budget-ahead attention']],
    [
      'the same when it cannot be announced in time',
      { ...network(0, 0), today: '2022-02-06' },
      ['target-unreachable action', 'budget-behind attention'],
    ],
    ['more than agreed', network(1, 1), ['target-exceeded attention']],
    ['held and planned together exactly the most that was agreed', network(0, 1), []],
    [
      'money behind',
      { phase: { ...quiet.phase!, committedCents: 0, realisedCents: 0 } },
      ['budget-behind action'],
    ],
    ['no phase', { phase: null }, []],
  ] as const)('%s', (_, change, expected) =>
    expect(kindsOf(change as Partial<QuarterFacts>)).toEqual(expected),
  );

  it('asks for action when the quarter is over', () => {
    const over = { today: '2022-02-19', taken: 49, member: 90, notMember: 10, unmarked: 1, ...network(0, 0) };
    expect(kindsOf(over)).toEqual([
      'low-interest action',
      'few-non-members action',
      'target-unreachable action',
      'attendance-unmarked action',
      'budget-behind attention',
    ]);
  });

  it('is judged by the thresholds of the programme', () => {
    const own = { ...proposedThresholds, interestPercent: 30, nonMemberPercent: 5, noticeDays: 60 };
    expect(kindsOf({ taken: 31, member: 94, notMember: 6 }, own)).toEqual([]);
    expect(kindsOf(network(0, 0), own)).toEqual(['target-unreachable action']);
  });
});

describe('to the place, the visit, the day and the cent', () => {
  // Of the 92 days of the quarter, 46 are over on 3 January.
  const halfway = { today: '2022-01-03' };
  const over = { today: '2022-02-19', phase: null };
  const lastDay = { today: '2022-02-18', phase: null };
  const spent = (committedCents: number, ceilingCents = 100_00) => ({
    ...halfway,
    phase: { ceilingCents, committedCents, realisedCents: 0 },
  });
  const plan = (min: number | null, max: number | null, held: number, planned: number) => ({
    groups: [{ group: 'network', held, planned, min, max }],
  });

  it.each<[string, Partial<QuarterFacts>, string[]]>([
    ['exactly a quarter of the places', { taken: 25 }, ['low-interest attention']],
    ['a little under a quarter', { taken: 99, places: 397 }, ['low-interest action']],
    ['a little under half', { taken: 99, places: 199 }, ['low-interest attention']],
    ['twenty places held', { taken: 0, places: 20 }, ['low-interest action']],
    ['one place held when the quarter is over', { ...over, taken: 0, places: 1 }, ['low-interest action']],
    ['no place held when the quarter is over', { ...over, taken: 0, places: 0 }, []],
    ['low interest on the last day', { ...lastDay, taken: 49 }, ['low-interest attention']],
    ['ten known, all members', { member: 10, notMember: 0 }, ['members-only action']],
    [
      'nine known of ten visits',
      { member: 9, notMember: 0, unknown: 1 },
      ['membership-little-known attention'],
    ],
    ['a little under a fifth', { member: 397, notMember: 99 }, ['few-non-members attention']],
    ['a target that is not set', plan(null, null, 1, 1), []],
    ['a target at its half', { ...halfway, ...network(0, 0) }, ['target-not-planned attention']],
    ['a target the day before its half', { today: '2022-01-02', ...network(0, 0) }, []],
    [
      'just as many short as can still be held',
      { ...lastDay, today: '2022-01-30', ...plan(2, 2, 0, 0) },
      ['target-not-planned attention'],
    ],
    ['exactly 25 points ahead', spent(75_00), []],
    ['a cent more ahead', spent(75_01), ['budget-ahead attention']],
    ['exactly 50 points ahead', spent(100_00), ['budget-ahead attention']],
    ['more than 50 points ahead', spent(100_01), ['budget-ahead action']],
    ['exactly 25 points behind', spent(25_00), []],
    ['a cent more behind', spent(24_99), ['budget-behind attention']],
    ['exactly 50 points behind', spent(0), ['budget-behind attention']],
    ['money without a phase to spend it', spent(1, 0), []],
    ['all of one cent', spent(1, 1), ['budget-ahead attention']],
  ])('%s', (_, change, expected) => expect(kindsOf(change)).toEqual(expected));

  const readings = (change: Partial<QuarterFacts>) => readingsOf({ ...quiet, ...change }, proposedThresholds);
  const plain = { subject: '', level: 'attention' };

  it.each<[string, Partial<QuarterFacts>, object]>([
    [
      'interest',
      { taken: 34, places: 70 },
      { kind: 'low-interest', figures: { taken: 34, places: 70, percent: 49 }, threshold: { percent: 50 } },
    ],
    [
      'interest, rounded down',
      { taken: 44, places: 95 },
      { kind: 'low-interest', figures: { taken: 44, places: 95, percent: 46 }, threshold: { percent: 50 } },
    ],
    [
      'little known',
      { member: 9, notMember: 0, unknown: 1 },
      {
        kind: 'membership-little-known',
        figures: { member: 9, notMember: 0, unknown: 1 },
        threshold: { known: 10 },
      },
    ],
    [
      'members only',
      { member: 10, notMember: 0, unknown: 1 },
      {
        kind: 'members-only',
        level: 'action',
        figures: { member: 10, notMember: 0, unknown: 1 },
        threshold: { percent: 20 },
      },
    ],
    [
      'few non-members',
      { member: 57, notMember: 14, unknown: 0 },
      {
        kind: 'few-non-members',
        figures: { member: 57, notMember: 14, unknown: 0, percent: 20 },
        threshold: { percent: 20 },
      },
    ],
    ['attendance', { unmarked: 3 }, { kind: 'attendance-unmarked', figures: { unmarked: 3 }, threshold: {} }],
    [
      'a target',
      { ...plan(3, 3, 1, 0) },
      {
        kind: 'target-not-planned',
        subject: 'network',
        figures: { held: 1, planned: 0, short: 2, possible: 8, daysLeft: 39 },
        threshold: { min: 3 },
      },
    ],
    [
      'money',
      { phase: { ceilingCents: 100_00, committedCents: 90_00, realisedCents: 60 } },
      {
        kind: 'budget-ahead',
        figures: { spentCents: 90_60, ceilingCents: 100_00, percent: 91, elapsedPercent: 58 },
        threshold: { points: 25 },
      },
    ],
  ])('says its figures: %s', (_, change, expected) =>
    expect(readings(change)).toEqual([{ ...plain, ...expected }]),
  );
});
