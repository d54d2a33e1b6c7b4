import { describe, expect, it } from 'vitest';
import { dueSnapshots } from '../../api/steering/reports/due.ts';
import {
  calendarQuarter,
  calendarQuarters,
  programmeQuarter,
} from '../../api/steering/reports/periods.rules.ts';

describe('the quarters of the calendar', () => {
  it.each([
    ['2026-q1', '2026-01-01', '2026-03-31'],
    ['2026-q2', '2026-04-01', '2026-06-30'],
    ['2026-q3', '2026-07-01', '2026-09-30'],
    ['2026-q4', '2026-10-01', '2026-12-31'],
  ])('%s goes from %s until %s', (key, startsOn, endsOn) =>
    expect(calendarQuarter(key)).toEqual({ kind: 'calendar', key, ordinal: null, startsOn, endsOn }),
  );

  it.each([
    ['2026-03-31', '2026-03-31', ['2026-q1']],
    ['2026-03-31', '2026-04-01', ['2026-q1', '2026-q2']],
    ['2026-11-19', '2027-08-18', ['2026-q4', '2027-q1', '2027-q2', '2027-q3']],
  ])('a time from %s until %s touches %j', (from, until, keys) =>
    expect(calendarQuarters(from, until).map(({ key }) => key)).toEqual(keys),
  );
});

describe('snapshots that are due', () => {
  const quarter = { ordinal: 1, startsOn: '2026-11-19', endsOn: '2027-02-18' };
  const programme = { startsOn: '2026-11-19', endsOn: '2027-02-18', quarters: [quarter] };
  const due = (now: string) =>
    dueSnapshots(programme, '2026-W50', new Date(now))
      .filter(({ period }) => period.kind === 'programme')
      .map(({ moment }) => moment);

  it('are of the quarters of the programme and of those of the calendar', () => {
    expect(programmeQuarter(quarter)).toEqual({ kind: 'programme', key: 'q1', ...quarter });
    const keys = dueSnapshots(programme, '2026-W53', new Date('2027-01-02T12:00:00+01:00')).map(
      ({ period, moment }) => [period.key, moment],
    );
    expect(keys).toEqual([
      ['q1', '2026-W53'],
      ['2026-q4', '2026-W53'],
      ['2026-q4', 'end'],
      ['2027-q1', '2026-W53'],
    ]);
  });

  it.each([
    ['before it begins', '2026-11-18T12:00:00+01:00', []],
    ['on its first day', '2026-11-19T12:00:00+01:00', ['2026-W50']],
    ['on a Monday before three in the morning', '2026-12-07T02:59:59+01:00', []],
    ['on a Monday at three in the morning', '2026-12-07T03:00:00+01:00', ['2026-W50']],
    ['on a Sunday night', '2026-12-06T23:59:59+01:00', ['2026-W50']],
    ['on its last day', '2027-02-18T12:00:00+01:00', ['2026-W50']],
    ['on the day after', '2027-02-19T12:00:00+01:00', ['2026-W50', 'end']],
    ['28 days after, while presence may be marked late', '2027-03-18T12:00:00+01:00', ['2026-W50', 'end']],
    ['29 days after', '2027-03-19T12:00:00+01:00', ['end']],
    ['92 days after, when it was missed', '2027-05-21T12:00:00+02:00', ['end']],
    ['93 days after', '2027-05-22T12:00:00+02:00', []],
  ])('%s', (_, now, moments) => expect(due(now)).toEqual(moments));
});
