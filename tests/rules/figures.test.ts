import { describe, expect, it } from 'vitest';
import { about, type CountedSession, nobody, published, reportOf, session } from './report-facts.ts';

const ahead = { startsAt: new Date('2027-01-04T09:00:00Z'), endsAt: new Date('2027-01-04T11:00:00Z') };

const held = session({
  id: 'held',
  places: 10,
  registrations: 8,
  waitlisted: 3,
  walkIns: 2,
  present: 6,
  noShow: 1,
  excused: 2,
  unmarked: 1,
  bookedMember: 4,
  bookedNotMember: 2,
  bookedUnknown: 2,
  member: 3,
  notMember: 1,
  unknown: 2,
});
const planned = session({
  ...held,
  ...ahead,
  id: 'planned',
  kind: 'network',
  registrations: 7,
  unmarked: 7,
  present: 0,
  member: 0,
  notMember: 0,
  unknown: 0,
});
const cancelled = session({ ...held, id: 'cancelled', status: 'cancelled' });

describe('the figures of a period', () => {
  const report = () => reportOf([held, planned, cancelled], { unique: { ...nobody.unique, all: 5 } });

  it('add up the sessions that were not called off', () => {
    expect(report()).toMatchObject({
      asOf: '2026-12-31T23:00:00.000Z',
      smallCells: { threshold: 1 },
      sessions: { held: 1, planned: 1, cancelled: 1 },
      places: 20,
      registrations: 15,
      waitlisted: 6,
      walkIns: 4,
      present: 6,
      noShow: 2,
      excused: 4,
      uniqueEntrepreneurs: 5,
      membership: { member: 3, notMember: 1, unknown: 2 },
      interest: { registrationsPerPlace: 0.75, waitlisted: 6 },
    });
    expect(report()).toMatchObject(about);
  });

  it('call nobody unmarked before the session was held, and call its bookings open', () => {
    const { unmarked, leadTime } = report();
    expect([unmarked, leadTime.open]).toEqual([1, 7]);
  });

  it('tell of every session what became of it, also of one that was called off', () => {
    const same = { title: 'Sessie', places: 10, registrations: 8, noShow: 1, excused: 2 };
    expect(report().bySession).toEqual([
      {
        ...same,
        id: 'held',
        kind: 'workshop',
        status: 'held',
        startsAt: '2026-10-05T08:00:00.000Z',
        present: 6,
      },
      {
        ...same,
        id: 'planned',
        kind: 'network',
        status: 'planned',
        startsAt: '2027-01-04T09:00:00.000Z',
        registrations: 7,
        present: 0,
      },
      {
        ...same,
        id: 'cancelled',
        kind: 'workshop',
        status: 'cancelled',
        startsAt: '2026-10-05T08:00:00.000Z',
        present: 6,
      },
    ]);
  });

  it('give kinds by membership where there were visits', () => {
    expect(report().kindByMembership).toEqual([
      { kind: 'workshop', member: 3, notMember: 1, unknown: 2, total: 6 },
    ]);
    const one = session({ ...held, present: 1, member: 1, notMember: 0, unknown: 0 });
    expect(reportOf([one]).kindByMembership).toEqual([
      { kind: 'workshop', member: 1, notMember: 0, unknown: 0, total: 1 },
    ]);
  });

  it('are zero, and nothing per place, in a period without sessions', () => {
    expect(reportOf([])).toMatchObject({
      places: 0,
      registrations: 0,
      interest: { registrationsPerPlace: null },
    });
    expect(reportOf([session({ places: 1 })]).interest.registrationsPerPlace).toBe(0);
  });

  it('are zero for a session for which nobody registered', () => {
    const report = reportOf([], {}, { found: [published] });
    const { registrations, waitlisted, walkIns, present, noShow, excused, unmarked } = report;
    expect([registrations, waitlisted, walkIns, present, noShow, excused, unmarked]).toEqual(
      Array(7).fill(0),
    );
    const membership = report.breakdowns.find(({ dimension }) => dimension === 'membership')!;
    expect(membership.rows.map((row) => [row.registrations, row.visits])).toEqual(Array(3).fill([0, 0]));
  });
});

it('the breakdowns are of what sessions and of what persons are, called off not counted', () => {
  const person = (name: string) => ({ name, booked: 2, visits: 2, unique: 2 });
  const { breakdowns } = reportOf(
    [session({ ...held, topic: 'marketing' }), cancelled],
    {
      unique: {
        all: 5,
        kinds: { workshop: 4 },
        topics: { marketing: 3 },
        organisers: { a: 2 },
        memberships: { member: 1 },
      },
      districts: [person('Noord')],
      residences: [person('elsewhere')],
      industries: [person('Horeca')],
      ages: [{ age: 17, booked: 2, visits: 2 }],
      agesOfPersons: [{ ages: [17], unique: 2 }],
    },
    { organisers: ['b', 'a'] },
  );
  expect(breakdowns.map(({ dimension, rows }) => [dimension, rows[0]!.category, rows[0]!.unique])).toEqual([
    ['organiser', 'a', 2],
    ['topic', 'marketing', 3],
    ['kind', 'workshop', 4],
    ['membership', 'member', 1],
    ['district', 'Noord', 2],
    ['residence', 'elsewhere', 2],
    ['industry', 'Horeca', 2],
    ['age', 'under-18', 2],
  ]);
});

describe('sessions against their targets', () => {
  const target = { targetGroup: 'knowledgeAndCoaching', minSessions: 8, maxSessions: 12 };
  const none = { held: 0, planned: 0, cancelled: 0, min: null, max: null };
  const groupsOf = (...sessions: CountedSession[]) => reportOf(sessions, {}, { targets: [target] }).groups;

  it('count a workshop with the knowledge and coaching sessions, and tell of groups without a target', () => {
    expect(groupsOf(held, planned, cancelled)).toEqual([
      { group: 'knowledgeAndCoaching', held: 1, planned: 0, cancelled: 1, min: 8, max: 12 },
      { ...none, group: 'inspiration' },
      { ...none, group: 'network', planned: 1 },
    ]);
  });

  it('name other sessions only when there are any', () => {
    const excursion = session({ kind: 'excursion' as CountedSession['kind'] });
    expect(groupsOf(excursion).slice(2)).toEqual([
      { ...none, group: 'network' },
      { ...none, group: 'other', held: 1 },
    ]);
  });
});
