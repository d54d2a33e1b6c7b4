import { describe, expect, it } from 'vitest';
import {
  type DatedSession,
  faultsOf,
  proposedThresholds,
  thresholdsOf,
} from '../../api/steering/settings/rules.ts';
import type { Settings } from '../../api/steering/settings/schema.ts';

const first = {
  startsOn: '2026-09-01',
  endsOn: '2026-11-30',
  targets: [] as Settings['quarters'][number]['targets'],
};
const second = { startsOn: '2026-12-01', endsOn: '2027-02-28', targets: first.targets };
const settings = {
  status: 'running',
  startsOn: '2026-09-01',
  endsOn: '2027-08-31',
  quarters: [first, second],
  parties: [{ organisationId: 'vad', role: 'executor' }],
} as Settings;
const today = '2026-12-01';

type Change = Partial<Settings>;
const faults = (
  change: Change,
  {
    before = {},
    sessions = [],
    hasPhase = false,
    on = today,
  }: {
    before?: Change;
    sessions?: DatedSession[];
    hasPhase?: boolean;
    on?: string;
  } = {},
) =>
  faultsOf(
    { ...settings, ...before },
    { ...settings, ...change },
    {
      today: on,
      sessions,
      uses: [{ phaseCents: null }, { phaseCents: hasPhase ? 0 : null }],
    },
  );
const found = (...args: Parameters<typeof faults>) => faults(...args).map(({ name, code }) => [name, code]);
const session = (date: string, label = date) => ({ date, label });
const ofSecond = (change: Partial<typeof second>) => ({ quarters: [first, { ...second, ...change }] });

describe('settings of a programme that cannot be saved', () => {
  it('are none when nothing changes', () => expect(faults({})).toEqual([]));

  it.each<[string, Change, [string, string][]]>([
    ['it ends on the day it begins', { endsOn: '2026-09-01', quarters: [] }, [['endsOn', 'before-start']]],
    ['it lasts two days', { endsOn: '2026-09-02', quarters: [] }, []],
    ['a quarter of one day', ofSecond({ endsOn: '2026-12-01' }), [['quarters.1.endsOn', 'before-start']]],
    [
      'a quarter that ends after the programme',
      ofSecond({ endsOn: '2027-09-01' }),
      [['quarters.1.endsOn', 'outside-programme']],
    ],
    ['a quarter that ends with the programme', ofSecond({ endsOn: '2027-08-31' }), []],
    [
      'a quarter that begins on the last day of the one before',
      ofSecond({ startsOn: '2026-11-30' }),
      [['quarters.1.startsOn', 'overlaps']],
    ],
    [
      'one group twice in a quarter',
      ofSecond({
        targets: [
          { group: 'network', min: 1, max: 1 },
          { group: 'network', min: 2, max: 2 },
        ],
      }),
      [['quarters.1.targets.1.group', 'invalid']],
    ],
    [
      'more at least than at most',
      ofSecond({ targets: [{ group: 'network', min: 2, max: 1 }] }),
      [['quarters.1.targets.0.max', 'too-short']],
    ],
    ['as much at least as at most', ofSecond({ targets: [{ group: 'network', min: 1, max: 1 }] }), []],
    [
      'one party twice',
      { parties: [settings.parties[0]!, settings.parties[0]!] },
      [['parties.1.organisationId', 'invalid']],
    ],
  ])('%s', (_, change, expected) =>
    // Nothing has begun, so that only the new settings count.
    expect(
      found(change, { before: change.quarters?.length === 0 ? { quarters: [] } : {}, on: '2026-08-01' }),
    ).toEqual(expected),
  );

  it('a quarter that begins before the programme', () =>
    expect(found({ startsOn: '2026-09-02' }, { on: '2026-08-01' })).toEqual([
      ['quarters.0.startsOn', 'outside-programme'],
    ]));
});

describe('a programme that has sessions', () => {
  it('does not become a draft again', () => {
    const sessions = [session('2026-10-01')];
    expect(found({ status: 'draft' }, { sessions })).toEqual([['status', 'in-use']]);
    expect(found({ status: 'draft' })).toEqual([]);
    expect(found({ status: 'draft' }, { sessions, before: { status: 'draft' } })).toEqual([]);
    expect(found({ status: 'archived' }, { sessions })).toEqual([]);
  });

  it('keeps them in the quarter where they are, and names five at the most', () => {
    const labels = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const sessions = labels.map((label) => session('2027-02-28', label));
    const shorter = ofSecond({ endsOn: '2027-02-27' });
    const [fault] = faults(shorter, { sessions });
    expect(fault).toEqual({
      name: 'quarters.1.startsOn',
      code: 'sessions-move',
      about: ['a', 'b', 'c', 'd', 'e', '+ 2'],
    });
    expect(faults(shorter, { sessions: sessions.slice(0, 5) })[0]!.about).toEqual(labels.slice(0, 5));
    expect(found(shorter, { sessions: [session('2027-02-27')] })).toEqual([]);
  });

  it('may take those that were in no quarter', () =>
    expect(found(ofSecond({ endsOn: '2027-03-31' }), { sessions: [session('2027-03-15')] })).toEqual([]));

  it('says it of the quarters when theirs is gone', () =>
    expect(found({ quarters: [first] }, { sessions: [session('2027-01-15')], on: '2026-11-30' })).toEqual([
      ['quarters', 'sessions-move'],
    ]));
});

describe('a quarter', () => {
  it.each([
    ['before it begins can go', '2026-11-30', false, []],
    ['on its first day cannot go', '2026-12-01', false, [['quarters', 'in-use']]],
    ['on its last day cannot go', '2027-02-28', false, [['quarters', 'in-use']]],
    ['with a phase cannot go', '2026-11-30', true, [['quarters', 'in-use']]],
    ['that ended cannot go', '2027-03-01', false, [['quarters', 'quarter-ended']]],
  ])('%s', (_, on, hasPhase, expected) =>
    expect(found({ quarters: [first] }, { on, hasPhase })).toEqual(expected),
  );

  it.each<[string, Partial<typeof first>, string]>([
    ['its start', { startsOn: '2026-09-02' }, 'startsOn'],
    ['its end', { endsOn: '2026-11-29' }, 'endsOn'],
    ['its targets', { targets: [{ group: 'network', min: 1, max: 1 }] }, 'targets'],
  ])('that ended keeps %s', (_, change, field) => {
    const quarters = [{ ...first, ...change }, second];
    expect(found({ quarters }, { on: '2026-12-01' })).toEqual([[`quarters.0.${field}`, 'quarter-ended']]);
    expect(found({ quarters }, { on: '2026-11-30' })).toEqual([]);
  });

  it('that ended may have its targets in another order', () => {
    const targets = [
      { group: 'network' as const, min: 1, max: 1 },
      { group: 'inspiration' as const, min: 2, max: 3 },
    ];
    const before = { quarters: [{ ...first, targets }, second] };
    expect(found({ quarters: [{ ...first, targets: targets.toReversed() }, second] }, { before })).toEqual(
      [],
    );
  });
});

describe('thresholds', () => {
  it('are the proposed ones where a programme says nothing', () => {
    expect(thresholdsOf(null)).toEqual(proposedThresholds);
    const own = Object.fromEntries(Object.keys(proposedThresholds).map((name) => [name, null]));
    expect(thresholdsOf({ ...own, interestPercent: 0, noticeDays: 30 } as Settings['thresholds'])).toEqual({
      ...proposedThresholds,
      interestPercent: 0,
      noticeDays: 30,
    });
  });

  it('that are proposed stand in the documents too', () =>
    expect(proposedThresholds).toEqual({
      interestPercent: 50,
      nonMemberPercent: 20,
      knownVisits: 10,
      noticeDays: 14,
      sessionsPerWeek: 2,
      aheadPoints: 25,
      behindPoints: 25,
      associationDays: 7,
    }));
});
