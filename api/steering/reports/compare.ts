import type { z } from '@hono/zod-openapi';
import type { comparison, Report } from './schema.ts';

type Unit = z.output<typeof comparison>['figures'][number]['unit'];
export type Figure = { key: string; unit: Unit; value: number | null };

/**
 * Every figure of a report by name, with its unit; null where it is protected or there is none. For comparing, and for
 * tables of any kind.
 */
export function figuresOf(report: Report): Figure[] {
  const some = (unit: Unit, values: Record<string, number | null>, under = ''): Figure[] =>
    Object.entries(values).map(([key, value]) => ({ key: under + key, unit, value }));
  const { sessions, membership, interest, leadTime } = report;
  return [
    ...some('sessions', sessions, 'sessions/'),
    ...report.groups.flatMap(({ group, held, planned, cancelled }) =>
      some('sessions', { held, planned, cancelled }, `group/${group}/`),
    ),
    ...some('places', { places: report.places }),
    ...some('registrations', {
      registrations: report.registrations,
      waitlisted: report.waitlisted,
      noShow: report.noShow,
      excused: report.excused,
      unmarked: report.unmarked,
    }),
    ...some('visits', { present: report.present, walkIns: report.walkIns }),
    ...some('persons', { uniqueEntrepreneurs: report.uniqueEntrepreneurs }),
    ...some('visits', membership, 'membership/'),
    ...some('ratio', { registrationsPerPlace: interest.registrationsPerPlace }),
    ...some('registrations', { cases: leadTime.cases, open: leadTime.open }, 'leadTime/'),
    ...some('days', { mean: leadTime.meanDays, median: leadTime.medianDays }, 'leadTime/'),
    ...report.breakdowns.flatMap(({ dimension, rows }) =>
      rows.flatMap(({ category, registrations, visits, unique }) => {
        const under = `${dimension}/${category}/`;
        return [
          ...some('registrations', { registrations }, under),
          ...some('visits', { visits }, under),
          ...some('persons', { unique }, under),
        ];
      }),
    ),
    ...report.kindByMembership.flatMap(({ kind, member, notMember, unknown }) =>
      some('visits', { member, notMember, unknown }, `kindByMembership/${kind}/`),
    ),
    ...report.money.flatMap(({ phase, state, cents }) =>
      some('cents', { [state]: cents }, `money/${phase}/`),
    ),
  ];
}

/** A figure that one of the two does not have is null there. */
export function compare(from: Report, to: Report) {
  const [before, after] = [from, to].map(
    (report) => new Map(figuresOf(report).map((figure) => [figure.key, figure])),
  ) as [Map<string, Figure>, Map<string, Figure>];
  return [...new Map([...before, ...after]).values()].map(({ key, unit }) => {
    const [a, b] = [before.get(key)?.value ?? null, after.get(key)?.value ?? null];
    return { key, unit, from: a, to: b, difference: a === null || b === null ? null : b - a };
  });
}
