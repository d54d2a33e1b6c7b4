import { type References, withShares } from './breakdowns.rules.ts';
import type { Report } from './schema.ts';
import { hiddenCells, hiddenRows } from './small-cells.rules.ts';

type Breakdown = Report['breakdowns'][number];

/** Least that is shown of persons with a property: within the municipality, and to everyone. */
export const threshold = { inside: 5, public: 10 } as const;

const columns = ['registrations', 'visits', 'unique'] as const;
const memberships = ['member', 'notMember', 'unknown'] as const;
const ofPersons = new Set(['membership', 'district', 'residence', 'industry', 'age']);

/**
 * The report as it may be shown within the municipality and to the parties. What is known of persons is protected: by
 * membership, district, residence, industry and age, and by kind and membership. What sessions are and how full they were is not. To an
 * organiser membership at its own sessions is shown, because it keeps those lists itself.
 */
export function protect(report: Report, references: References = {}): Report {
  const k = threshold.inside;
  const isOwn = report.organisation !== null;
  const visits = report.breakdowns.find(({ dimension }) => dimension === 'membership')!;
  const table = report.kindByMembership.map((row) => memberships.map((key) => row[key]!));
  const hidden = hiddenIn(visits, k);
  const totals = visits.rows.map((row, n) => hidden === null || (hidden[n]! && row.visits !== 0));
  const protectedCells = isOwn ? null : hiddenCells(table, totals, k);
  const breakdowns = report.breakdowns.map((one) => {
    const isMembership = one.dimension === 'membership';
    const isSafe = !ofPersons.has(one.dimension) || (isOwn && isMembership);
    const shown = isSafe
      ? one
      : hide(one, isMembership && protectedCells?.withoutTotals ? null : hiddenIn(one, k));
    return withShares(shown, report.uniqueEntrepreneurs, references[one.dimension]);
  });
  const [member, notMember, unknown] = breakdowns.find(({ dimension }) => dimension === 'membership')!.rows;
  return {
    ...report,
    smallCells: { threshold: k },
    membership: { member: member!.visits, notMember: notMember!.visits, unknown: unknown!.visits },
    breakdowns,
    kindByMembership: report.kindByMembership.map((row, i) => ({
      ...row,
      ...Object.fromEntries(
        memberships.map((key, j) => [key, protectedCells?.cells[i]![j] ? null : row[key]]),
      ),
    })),
  };
}

/** Breakdowns for everyone, of totals that are large enough themselves; what persons were and what sessions were alike. */
export function publicBreakdowns(report: Report): Breakdown[] {
  const k = threshold.public;
  const [registrations, visits, unique] = [report.registrations, report.present, report.uniqueEntrepreneurs];
  if ([registrations, visits, unique].some((total) => total < k)) return [];
  return report.breakdowns.filter(({ rows }) => rows.length > 1).map((one) => hide(one, hiddenIn(one, k)));
}

const hiddenIn = (breakdown: Breakdown, k: number) =>
  hiddenRows(
    breakdown.rows.map((row) => columns.map((column) => row[column]!)),
    k,
  );

/** Zeros are shown, unless nothing can be. */
function hide(breakdown: Breakdown, hidden: boolean[] | null): Breakdown {
  const rows = breakdown.rows.map((row, i) => {
    const shown = (column: (typeof columns)[number]) =>
      hidden === null || (hidden[i] && row[column] !== 0) ? null : row[column];
    return {
      ...row,
      registrations: shown('registrations'),
      visits: shown('visits'),
      unique: shown('unique'),
    };
  });
  return { ...breakdown, rows, hidden: hidden === null || hidden.some(Boolean) };
}
