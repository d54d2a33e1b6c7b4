import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposedThresholds } from '../../api/steering/settings/rules.ts';
import {
  isChanged,
  isForMunicipality,
  isLookedAt,
  isTimeToTell,
  news,
} from '../../api/steering/signals/life.rules.ts';
import {
  elapsedShare,
  type QuarterFacts,
  readingsOf,
  stillPossible,
} from '../../api/steering/signals/rules.ts';
import { wordsOf } from '../../api/steering/signals/words.ts';
import { plusDays } from '../../api/language/time.ts';

const quiet: QuarterFacts = {
  startsOn: '2021-11-19',
  endsOn: '2022-02-18',
  today: '2022-01-10',
  requiresOpenAccess: true,
  places: 100,
  taken: 80,
  member: 60,
  notMember: 20,
  unknown: 5,
  unmarked: 0,
  groups: [{ group: 'knowledgeAndCoaching', held: 6, planned: 4, min: 8, max: 12 }],
  phase: { ceilingCents: 60_000_00, committedCents: 20_000_00, realisedCents: 15_000_00 },
};
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

  it('in every week that begins in time two sessions can still be held', () => {
    const possible = (today: string) => stillPossible({ ...quiet, today }, proposedThresholds);
    // Fourteen days later it is the last day, with weeks of seven days before it.
    expect(['2022-02-04', '2022-01-29', '2022-01-28', '2022-01-22', '2022-01-21'].map(possible)).toEqual([
      2, 2, 4, 4, 6,
    ]);
    expect(['2022-02-05', '2022-02-13'].map(possible)).toEqual([0, 0]);
  });

  it('today counts as over', () => {
    expect(elapsedShare({ ...quiet, ...halfway })).toBe(0.5);
    expect(elapsedShare({ ...quiet, today: quiet.startsOn })).toBeCloseTo(1 / 92, 10);
  });
});

const figure = fc.nat({ max: 400 });
type Facts = Record<'day' | 'held' | 'planned' | 'committedCents', number>;
const facts = fc.record({
  day: fc.integer({ min: -5, max: 120 }),
  places: figure,
  taken: figure,
  member: figure,
  notMember: figure,
  unknown: figure,
  unmarked: fc.nat({ max: 3 }),
  held: fc.nat({ max: 15 }),
  planned: fc.nat({ max: 15 }),
  committedCents: fc.nat({ max: 60_000_00 }),
});
const of = ({ day, held, planned, committedCents, ...rest }: Facts): QuarterFacts => ({
  ...quiet,
  ...(rest as object),
  today: plusDays(quiet.startsOn, day),
  groups: [{ group: 'knowledgeAndCoaching', held, planned, min: 8, max: 12 }],
  phase: { ceilingCents: 60_000_00, committedCents, realisedCents: 0 },
});

describe('always', () => {
  const always = (property: (made: QuarterFacts) => void) =>
    fc.assert(fc.property(facts, (made) => property(of(made as never))));

  it('at most one signal of each kind and subject, with words in both languages', () =>
    always((made) => {
      const readings = readingsOf(made, proposedThresholds);
      const keys = readings.map(({ kind, subject }) => `${kind} ${subject}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const reading of readings) {
        for (const locale of ['nl', 'en'] as const) {
          expect(JSON.stringify(wordsOf(reading, locale))).not.toMatch(/undefined|NaN|null|Infinity/);
        }
      }
    }));

  it('unknown membership never makes or takes away a signal about members', () =>
    always((made) => {
      const about = (facts: QuarterFacts) =>
        readingsOf(facts, proposedThresholds)
          .map(({ kind }) => kind)
          .filter((kind) => kind === 'members-only' || kind === 'few-non-members');
      expect(about({ ...made, unknown: 0 })).toEqual(about(made));
    }));

  it('with fewer than ten known nothing is said of members', () =>
    always((made) => {
      const little = { ...made, member: made.member % 6, notMember: made.notMember % 4 };
      const kinds = readingsOf(little, proposedThresholds).map(({ kind }) => kind);
      expect(kinds).not.toContain('members-only');
      expect(kinds).not.toContain('few-non-members');
    }));

  it('one more place taken, non-member or session never makes that signal worse', () =>
    always((made) => {
      const rank = (facts: QuarterFacts, ...kinds: string[]) => {
        const found = readingsOf(facts, proposedThresholds).find(({ kind }) => kinds.includes(kind));
        return found === undefined ? 0 : found.level === 'attention' ? 1 : 2;
      };
      expect(rank({ ...made, taken: made.taken + 1 }, 'low-interest')).toBeLessThanOrEqual(
        rank(made, 'low-interest'),
      );
      const group = made.groups[0]!;
      const more = { ...made, groups: [{ ...group, planned: group.planned + 1 }] };
      const short = ['target-not-planned', 'target-unreachable'];
      expect(rank(more, ...short)).toBeLessThanOrEqual(rank(made, ...short));
    }));

  it('as days pass, less is possible and more is over', () => {
    fc.assert(
      fc.property(fc.nat({ max: 120 }), (day) => {
        const at = (days: number) => ({ ...quiet, today: plusDays(quiet.startsOn, days) });
        expect(stillPossible(at(day + 1), proposedThresholds)).toBeLessThanOrEqual(
          stillPossible(at(day), proposedThresholds),
        );
        expect(elapsedShare(at(day + 1))).toBeGreaterThanOrEqual(elapsedShare(at(day)));
      }),
    );
    expect(elapsedShare({ ...quiet, today: quiet.endsOn })).toBe(1);
    expect(elapsedShare({ ...quiet, today: plusDays(quiet.startsOn, -1) })).toBe(0);
  });
});

describe('the life of a signal', () => {
  const day = (n: number) => new Date(Date.UTC(2022, 0, n));

  it('is for the municipality from its day on, unless it was over before that', () => {
    const from = day(8);
    expect(isForMunicipality({ municipalityFrom: from, closedAt: null }, day(7))).toBe(false);
    expect(isForMunicipality({ municipalityFrom: from, closedAt: null }, day(8))).toBe(true);
    expect(isForMunicipality({ municipalityFrom: from, closedAt: day(7) }, day(20))).toBe(false);
    expect(isForMunicipality({ municipalityFrom: from, closedAt: day(8) }, day(20))).toBe(true);
    expect(isForMunicipality({ municipalityFrom: from, closedAt: day(9) }, day(20))).toBe(true);
  });

  it('is looked at from the start of the quarter until a month after it', () => {
    const looked = (today: string) => isLookedAt(quiet, today);
    expect(['2021-11-18', '2021-11-19', '2022-03-20', '2022-03-21'].map(looked)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('has news when a figure is another, not when a day passed', () => {
    const reading = (short: number, daysLeft: number) => ({
      level: 'attention' as const,
      figures: { short, daysLeft },
      threshold: {},
    });
    expect(news([reading(2, 9), reading(2, 8), reading(1, 7), reading(1, 6)])).toEqual([
      reading(2, 9),
      reading(1, 7),
    ]);
  });

  it('is told by day: from eight until eight in the evening, on the clock of here', () => {
    const told = (time: string) => isTimeToTell(new Date(`2022-01-10T${time}+01:00`));
    expect(['07:59:59', '08:00:00', '19:59:59', '20:00:00'].map(told)).toEqual([false, true, true, false]);
    expect(isTimeToTell(new Date('2022-07-10T08:00:00+02:00'))).toBe(true);
  });

  it('is changed when a figure, a threshold or the level is another, in whatever order they stand', () => {
    const said = { level: 'attention' as const, figures: { held: 1, planned: 0 }, threshold: { min: 2 } };
    expect(isChanged(undefined, said)).toBe(true);
    expect(isChanged(said, { ...said, figures: { planned: 0, held: 1 } })).toBe(false);
    expect(isChanged(said, { ...said, figures: { held: 0, planned: 1 } })).toBe(true);
    expect(isChanged(said, { ...said, threshold: { min: 1 } })).toBe(true);
    expect(isChanged(said, { ...said, level: 'action' })).toBe(true);
    const days = (daysLeft: number) => ({ ...said, figures: { held: 1, daysLeft } });
    expect(isChanged(days(3), days(2))).toBe(true);
  });

  it.each(['daysLeft', 'possible', 'elapsedPercent'])('has no news when only %s is another', (name) => {
    const said = (value: number) => ({
      level: 'attention' as const,
      figures: { short: 1, [name]: value },
      threshold: {},
    });
    expect(news([said(1), said(2)])).toEqual([said(1)]);
  });
});
