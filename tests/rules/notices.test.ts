import { describe, expect, test } from 'vitest';
import {
  digestDue,
  isThanksDue,
  noticeStillTrue,
  reminderDue,
  type remindersOf,
  reminderWindows,
} from '../../api/mail/notices/rules.ts';

const long = new Date('2020-01-01T00:00:00Z');
const due = (kind: keyof typeof remindersOf, startsAt: string, now: string, confirmedAt = long) =>
  reminderDue({ kind, startsAt: new Date(startsAt), confirmedAt }, new Date(now));

describe('reminders', () => {
  // 2 February 2027, 19.30 in Amsterdam.
  const start = '2027-02-02T18:30:00Z';
  test.each([
    ['a minute before a week', '2027-01-26T18:29:00Z', null],
    ['a week before, to the minute', '2027-01-26T18:30:00Z', 'week'],
    ['still in the evening after', '2027-01-27T00:29:00Z', 'week'],
    ['later than that it is left out', '2027-01-27T00:30:00Z', null],
    ['a day before', '2027-02-01T18:30:00Z', 'day'],
    ['two hours and a minute before', '2027-02-02T16:29:00Z', null],
    ['two hours before', '2027-02-02T16:30:00Z', 'hours'],
    ['a minute before the start', '2027-02-02T18:29:59Z', 'hours'],
    ['at the start', '2027-02-02T18:30:00Z', null],
    ['after the start', '2027-02-02T19:00:00Z', null],
  ])('%s', (_, now, expected) => expect(due('coaching', start, now)).toBe(expected));

  test.each([
    ['coaching', ['week', 'day', 'hours']],
    ['oneOnOne', ['week', 'day', 'hours']],
    ['workshop', ['week', 'day', null]],
    ['knowledge', ['week', 'day', null]],
    ['inspiration', ['week', 'day', null]],
    ['network', [null, 'day', null]],
  ] as const)('which ones depends on the kind of session: %s', (kind, expected) => {
    const moments = ['2027-01-26T18:30:00Z', '2027-02-01T18:30:00Z', '2027-02-02T16:30:00Z'];
    expect(moments.map((now) => due(kind, start, now))).toEqual(expected);
  });

  test('who booked after the moment of a reminder does not get it', () => {
    const now = '2027-02-01T18:40:00Z';
    expect(due('workshop', start, now, new Date('2027-02-01T18:29:59Z'))).toBe('day');
    expect(due('workshop', start, now, new Date('2027-02-01T18:30:00Z'))).toBeNull();
  });

  // The clocks go forward on 28 March 2027 and back on 31 October 2027, both at 1.00 UTC.
  test.each([
    ['a week over the spring change', '2027-03-30T17:30:00Z', '2027-03-23T18:30:00Z', 'week'],
    ['a day over the spring change', '2027-03-28T07:00:00Z', '2027-03-27T08:00:00Z', 'day'],
    ['not an hour early', '2027-03-28T07:00:00Z', '2027-03-27T07:59:59Z', null],
    ['a week over the autumn change', '2027-11-02T18:30:00Z', '2027-10-26T17:30:00Z', 'week'],
    ['a day over the autumn change', '2027-10-31T09:00:00Z', '2027-10-30T08:00:00Z', 'day'],
    [
      'two hours are two hours, over the spring change',
      '2027-03-28T01:30:00Z',
      '2027-03-27T23:30:00Z',
      'hours',
    ],
    [
      'two hours are two hours, over the autumn change',
      '2027-10-31T01:30:00Z',
      '2027-10-30T23:30:00Z',
      'hours',
    ],
  ])('at the same time on the clock: %s', (_, startsAt, now, expected) =>
    expect(due('coaching', startsAt, now)).toBe(expected),
  );

  test('starts are looked for that lie two hours, a day and a week ahead, up to six hours late and the clocks an hour off', () => {
    const hours = (moment: Date) => (moment.getTime() - long.getTime()) / 3_600_000;
    const windows = reminderWindows(long).map(({ from, until }) => [hours(from), hours(until)]);
    expect(windows).toEqual([
      [0, 2],
      [24 - 7, 24 + 1],
      [168 - 7, 168 + 1],
    ]);
  });

  test('no start is missed by the windows that are looked in', () => {
    for (const day of [
      '2027-02-02',
      '2027-03-28',
      '2027-03-29',
      '2027-04-03',
      '2027-10-31',
      '2027-11-01',
      '2027-11-06',
    ]) {
      for (let hour = 0; hour < 24; hour += 4) {
        const startsAt = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
        for (let minutes = -8 * 24 * 60; minutes < 0; minutes += 60) {
          const now = new Date(startsAt.getTime() + minutes * 60_000);
          if (!reminderDue({ kind: 'coaching', startsAt, confirmedAt: long }, now)) continue;
          const seen = reminderWindows(now).some(({ from, until }) => from < startsAt && startsAt <= until);
          expect(seen, `${startsAt.toISOString()} at ${now.toISOString()}`).toBe(true);
        }
      }
    }
  });
});

test.each([
  ['the same evening', '2027-02-02T21:00:00Z', false],
  ['the next morning at 9.59', '2027-02-03T08:59:00Z', false],
  ['the next morning at 10.00', '2027-02-03T09:00:00Z', true],
  ['a week later, for who is marked late', '2027-02-10T08:59:00Z', true],
  ['longer after', '2027-02-10T09:00:00Z', false],
])('thanks: %s', (_, now, expected) => {
  expect(isThanksDue(new Date('2027-02-02T20:30:00Z'), new Date(now))).toBe(expected);
});

test.each([
  ['Sunday night', '2027-01-31T22:59:00Z', null],
  ['Monday 6.59', '2027-02-01T05:59:00Z', null],
  ['Monday 7.00', '2027-02-01T06:00:00Z', '2027-02-01'],
  ['Monday 7.00 in summer', '2027-07-05T05:00:00Z', '2027-07-05'],
  ['Monday 7.00, the day after the clocks went forward', '2027-03-29T05:00:00Z', '2027-03-29'],
  ['Monday at noon, after an outage', '2027-02-01T11:59:00Z', '2027-02-01'],
  ['Monday 13.00', '2027-02-01T12:00:00Z', null],
  ['Tuesday 7.00', '2027-02-02T06:00:00Z', null],
])('the overview of a week: %s', (_, now, expected) => expect(digestDue(new Date(now))).toBe(expected));

describe('when its turn comes', () => {
  const startsAt = new Date('2027-02-02T18:30:00Z');
  const session = { status: 'scheduled', startsAt, endsAt: new Date('2027-02-02T20:30:00Z') };
  const confirmed = { status: 'confirmed', attendance: null };
  const job = { kind: 'reminder', startsAt: startsAt.toISOString() } as const;
  const before = new Date('2027-02-01T18:30:00Z');
  const facts = { registration: confirmed, session, reminders: true };

  test.each([
    ['a place', facts, true],
    [
      'a place that was cancelled meanwhile',
      { ...facts, registration: { ...confirmed, status: 'cancelled' } },
      false,
    ],
    [
      'a session that was cancelled meanwhile',
      { ...facts, session: { ...session, status: 'cancelled' } },
      false,
    ],
    [
      'a session that was moved',
      { ...facts, session: { ...session, startsAt: new Date('2027-02-03T18:30:00Z') } },
      false,
    ],
    ['someone who turned reminders off', { ...facts, reminders: false }, false],
  ])('a reminder of %s', (_, given, expected) => expect(noticeStillTrue(job, given, before)).toBe(expected));

  test('no reminder after the start', () => expect(noticeStillTrue(job, facts, startsAt)).toBe(false));

  test('thanks only for who came', () => {
    const after = new Date('2027-02-03T09:00:00Z');
    const came = { ...facts, registration: { ...confirmed, attendance: 'present' } };
    const absent = { ...facts, registration: { ...confirmed, attendance: 'absent' } };
    expect(noticeStillTrue({ kind: 'thanks' }, came, after)).toBe(true);
    expect(noticeStillTrue({ kind: 'thanks' }, absent, after)).toBe(false);
    expect(noticeStillTrue({ kind: 'thanks' }, came, session.endsAt)).toBe(true);
    expect(noticeStillTrue({ kind: 'thanks' }, came, new Date('2027-02-02T20:29:59Z'))).toBe(false);
    expect(noticeStillTrue({ kind: 'thanks' }, { ...came, reminders: false }, after)).toBe(false);
  });

  test('a lapsed offer is told to everyone, as long as the session can be booked', () => {
    const lapsed = { session, reminders: false, registration: { status: 'expired', attendance: null } };
    expect(noticeStillTrue({ kind: 'offerExpired' }, lapsed, before)).toBe(true);
    expect(noticeStillTrue({ kind: 'offerExpired' }, lapsed, startsAt)).toBe(false);
    const taken = { ...lapsed, registration: confirmed };
    expect(noticeStillTrue({ kind: 'offerExpired' }, taken, before)).toBe(false);
  });
});
