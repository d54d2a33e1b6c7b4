import type { Report } from '../../api/steering/reports/schema.ts';
import { none, reportOf } from './report-facts.ts';

type Breakdown = Report['breakdowns'][number];
export type Numbers = [registrations: number, visits: number, unique: number];

/** Each category with its bookings, visits and persons. */
export const breakdown = (dimension: Breakdown['dimension'], rows: Record<string, Numbers>): Breakdown => ({
  dimension,
  rows: Object.entries(rows).map(([category, [registrations, visits, unique]]) => ({
    ...none,
    category,
    registrations,
    visits,
    unique,
  })),
  hidden: false,
  reference: null,
});
export const numbersOf = ({ rows }: Breakdown) =>
  Object.fromEntries(
    rows.map(({ category, registrations, visits, unique }) => [category, [registrations, visits, unique]]),
  );
export const hidden = [null, null, null];
export const large: Numbers = [20, 20, 20];
export const memberships = (member: Numbers, notMember: Numbers, unknown: Numbers) =>
  breakdown('membership', { member, 'not-member': notMember, unknown });
export const kind = (
  name: Report['kindByMembership'][number]['kind'],
  [member, notMember, unknown]: Numbers,
) => ({
  kind: name,
  member,
  notMember,
  unknown,
  total: member + notMember + unknown,
});
/** A report of which nothing is small, but for what is said. */
export const report = (change: Partial<Report>): Report => ({
  ...reportOf([]),
  uniqueEntrepreneurs: 60,
  breakdowns: [memberships(large, large, large)],
  kindByMembership: [kind('workshop', large)],
  ...change,
});
export const breakdownOf = ({ breakdowns }: Report, dimension: Breakdown['dimension']) =>
  breakdowns.find((one) => one.dimension === dimension)!;
