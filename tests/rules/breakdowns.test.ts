import { describe, expect, it } from 'vitest';
import { byAge, byMembership, byPersons, bySessions } from '../../api/steering/reports/breakdowns.rules.ts';
import type { Counted } from '../../api/steering/reports/count.ts';
import type { Report } from '../../api/steering/reports/schema.ts';
import { none, session } from './report-facts.ts';

type Breakdown = Report['breakdowns'][number];

const plain = { hidden: false, reference: null };

describe('by what the sessions are', () => {
  const sessions = [
    session({ kind: 'coaching', topic: 'sales', places: 8, registrations: 7, present: 5 }),
    session({ kind: 'workshop', topic: 'sales', places: 20, registrations: 15, present: 16 }),
    session({ kind: 'coaching', topic: 'marketing', organiserId: 'b', organiser: 'Stichting B', places: 3 }),
  ];

  it('adds up the sessions, places, bookings and visits of each kind; who came twice is one person', () => {
    const kinds = ['coaching', 'knowledge', 'workshop'];
    expect(bySessions('kind', sessions, kinds, { coaching: 4, workshop: 16 })).toEqual({
      dimension: 'kind',
      rows: [
        { ...none, category: 'coaching', sessions: 2, places: 11, registrations: 7, visits: 5, unique: 4 },
        { ...none, category: 'workshop', sessions: 1, places: 20, registrations: 15, visits: 16, unique: 16 },
      ],
      ...plain,
    });
  });

  it('follows the order that is asked for, and a topic to which nobody came has no persons', () => {
    const { rows } = bySessions('topic', sessions, ['marketing', 'sales'], { sales: 20 });
    expect(rows.map(({ category, sessions: held, unique }) => [category, held, unique])).toEqual([
      ['marketing', 1, 0],
      ['sales', 2, 20],
    ]);
  });

  it('names the organiser', () => {
    const { rows } = bySessions('organiser', sessions, ['a', 'b'], {});
    expect(rows.map(({ category, label, sessions: held }) => [category, label, held])).toEqual([
      ['a', 'Stichting A', 2],
      ['b', 'Stichting B', 1],
    ]);
  });
});

it('by membership gives bookings and visits of all sessions, with what is not known apart', () => {
  const sessions = [
    session({
      bookedMember: 10,
      bookedNotMember: 20,
      bookedUnknown: 30,
      member: 1,
      notMember: 2,
      unknown: 3,
    }),
    session({ bookedMember: 1, bookedNotMember: 1, bookedUnknown: 1, member: 7, notMember: 7, unknown: 7 }),
  ];
  expect(byMembership(sessions, { member: 6, unknown: 9 })).toEqual({
    dimension: 'membership',
    rows: [
      { ...none, category: 'member', registrations: 11, visits: 8, unique: 6 },
      { ...none, category: 'not-member', registrations: 21, visits: 9, unique: 0 },
      { ...none, category: 'unknown', registrations: 31, visits: 10, unique: 9 },
    ],
    ...plain,
  });
});

describe('by a property of persons', () => {
  const persons = (name: string | null, booked: number, visits: number, unique: number) => ({
    name,
    booked,
    visits,
    unique,
  });
  const order = ({ rows }: Breakdown) => rows.map(({ category }) => category);

  it('puts the most visits first and what is not known last, however much that is', () => {
    const found = byPersons('district', [
      persons(null, 90, 80, 70),
      persons('Bovenkerk', 4, 2, 2),
      persons('Noord', 9, 7, 5),
    ]);
    expect(found).toEqual({
      dimension: 'district',
      rows: [
        { ...none, category: 'Noord', registrations: 9, visits: 7, unique: 5 },
        { ...none, category: 'Bovenkerk', registrations: 4, visits: 2, unique: 2 },
        { ...none, category: 'unknown', registrations: 90, visits: 80, unique: 70 },
      ],
      ...plain,
    });
  });

  it('goes by the alphabet where as many came', () => {
    const as = ['Zuid', 'Noord', 'Oost', 'Bovenkerk'].map((name) => persons(name, 3, 3, 3));
    expect(order(byPersons('industry', as))).toEqual(['Bovenkerk', 'Noord', 'Oost', 'Zuid', 'unknown']);
  });

  it('has a row for what is not known when all is known, with nobody in it', () => {
    expect(byPersons('industry', []).rows).toEqual([
      { ...none, category: 'unknown', registrations: 0, visits: 0, unique: 0 },
    ]);
  });
});

describe('by age', () => {
  const rowsOf = (ages: Counted['ages'], agesOfPersons: Counted['agesOfPersons']) =>
    byAge({ ages, agesOfPersons }).rows.map((row) => [
      row.category,
      row.registrations,
      row.visits,
      row.unique,
    ]);
  const empty = ['18-25', '26-30', '31-35', '36-40', '41-45', '46-50', '51-55', '56-67', 'unknown'];

  it('has every band in order, also those in which nobody is', () => {
    expect(byAge({ ages: [], agesOfPersons: [] })).toEqual({
      dimension: 'age',
      rows: empty.map((category) => ({ ...none, category, registrations: 0, visits: 0, unique: 0 })),
      ...plain,
    });
  });

  it('adds up the years of a band, and tells outside the bands only when someone is there', () => {
    const ages = [
      { age: 26, booked: 4, visits: 1 },
      { age: 30, booked: 5, visits: 2 },
      { age: 17, booked: 1, visits: 1 },
      { age: 16, booked: 2, visits: 0 },
      { age: 70, booked: 3, visits: 0 },
      { age: null, booked: 6, visits: 5 },
    ];
    const found = rowsOf(ages, [{ ages: [71], unique: 2 }]);
    expect(found.filter(([, booked, visits, unique]) => [booked, visits, unique].some(Boolean))).toEqual([
      ['under-18', 3, 1, 0],
      ['26-30', 9, 3, 0],
      ['over-67', 3, 0, 2],
      ['unknown', 6, 5, 0],
    ]);
    expect(found.map(([band]) => band)).toEqual(['under-18', ...empty.slice(0, -1), 'over-67', 'unknown']);
  });

  it('counts a person once in each band it was in: two on New Year’s Day, or one', () => {
    const found = rowsOf(
      [],
      [
        { ages: [25, 26], unique: 3 },
        { ages: [27, 28], unique: 10 },
      ],
    );
    expect(found.slice(0, 2)).toEqual([
      ['18-25', 0, 0, 3],
      ['26-30', 0, 0, 13],
    ]);
  });
});
