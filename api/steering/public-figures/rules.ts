import { publicBreakdowns, threshold } from '../reports/protect.rules.ts';
import type { Report } from '../reports/schema.ts';
import type { PublicQuarter } from './schema.ts';

/** Least that everyone may see of persons. */
export const LEAST = threshold.public;

/**
 * What everyone may see of the report of a quarter that is over. Of each group only one number, its visits: bookings or
 * persons beside it would tell by subtraction how many stayed away or came twice. Absence and money are left out.
 */
export function publicQuarter(report: Report): PublicQuarter {
  const totals = [report.registrations, report.present, report.uniqueEntrepreneurs];
  const isSmall = totals.some((total) => total > 0 && total < LEAST);
  const [registrations, visits, persons] = totals.map((total) => (isSmall ? null : total));
  return {
    ordinal: report.quarter.ordinal!,
    startsOn: report.quarter.startsOn,
    endsOn: report.quarter.endsOn,
    asOf: report.asOf,
    sessions: { held: report.sessions.held, cancelled: report.sessions.cancelled },
    groups: report.groups.map(({ group, held, min, max }) => ({ group, held, min, max })),
    places: report.places,
    registrations: registrations!,
    visits: visits!,
    persons: persons!,
    breakdowns: publicBreakdowns(report).map(({ dimension, rows }) => ({
      dimension,
      rows: rows.map((row) => ({ category: row.category, label: row.label, visits: row.visits })),
    })),
  };
}
