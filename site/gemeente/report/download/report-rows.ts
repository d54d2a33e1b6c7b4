import { categoryName } from '../../../show/report/categories.ts';
import type { Report } from '../../../show/programme/programme.ts';
import { localDate } from '../../../../api/language/time.ts';
import type { Locale } from '../../../links.ts';
import { texts } from '../../../texts/index.ts';

type Unit =
  'sessions' | 'places' | 'registrations' | 'visits' | 'persons' | 'share' | 'index' | 'days' | 'euro';
/** One figure of a report. Null is protected, unless nobody can say it. */
export type ReportRow = {
  part: string;
  group: string;
  figure: string;
  value: number | null;
  isProtected: boolean;
  unit: Unit;
};
type Counts = Record<string, [value: number | null, unit: Unit]>;

const known = (part: string, group: string, counts: Counts): ReportRow[] =>
  Object.entries(counts)
    .filter(([, [value]]) => value !== null)
    .map(([figure, [value, unit]]) => ({ part, group, figure, value, isProtected: false, unit }));

const protectable = (part: string, group: string, counts: Counts): ReportRow[] =>
  Object.entries(counts).map(([figure, [value, unit]]) => ({
    part,
    group,
    figure,
    value,
    isProtected: value === null,
    unit,
  }));

const rounded = (value: number | null) => value && Math.round(value * 10_000) / 10_000;

/**
 * The figures of the whole period. What is not known or cannot be worked out has no row. `vatKnown`: money is said to be
 * without VAT only where that is so.
 */
export function figureRows(report: Report, locale: Locale, vatKnown: boolean): ReportRow[] {
  const { exports, municipality, organisation, common, finance, report: words } = texts(locale);
  const { parts, figures } = exports.file;
  const { figures: key } = municipality;
  const { sessions, membership, interest, leadTime, phase } = report;
  const vat = vatKnown ? finance.exVat : finance.vatUnknown;
  const states = (counts: { held: number; planned: number; cancelled: number }): Counts => ({
    [figures.held]: [counts.held, 'sessions'],
    [figures.planned]: [counts.planned, 'sessions'],
    [figures.cancelled]: [counts.cancelled, 'sessions'],
  });
  return [
    ...known(parts.sessions, '', states(sessions)),
    ...report.groups.flatMap(({ group, min, max, ...counts }) =>
      known(parts.targets, organisation.groups[group].title, {
        ...states(counts),
        [figures.min]: [min, 'sessions'],
        [figures.max]: [max, 'sessions'],
      }),
    ),
    ...known(parts.key, '', {
      [figures.places]: [report.places, 'places'],
      [key.registrations]: [report.registrations, 'registrations'],
      [key.waitlisted]: [report.waitlisted, 'registrations'],
      [key.present]: [report.present, 'visits'],
      [figures.walkIns]: [report.walkIns, 'visits'],
      [key.unique]: [report.uniqueEntrepreneurs, 'persons'],
      [key.noShow]: [report.noShow, 'registrations'],
      [key.excused]: [report.excused, 'registrations'],
      [key.unmarked]: [report.unmarked, 'registrations'],
      [figures.interest]: [rounded(interest.registrationsPerPlace), 'share'],
      [figures.leadMedian]: [leadTime.medianDays, 'days'],
      [figures.leadMean]: [rounded(leadTime.meanDays), 'days'],
    }),
    ...protectable(parts.membership, '', {
      [common.membership.member]: [membership.member, 'visits'],
      [common.membership.nonMember]: [membership.notMember, 'visits'],
      [common.membership.unknown]: [membership.unknown, 'visits'],
    }),
    ...report.money.flatMap(({ phase: ordinal, state, cents, vatCents }) => {
      const taxed: Counts = vatKnown
        ? { [`${finance.states[state]}, ${finance.vat}`]: [vatCents / 100, 'euro'] }
        : {};
      return known(parts.money, ordinal === null ? figures.noPhase : figures.phase(ordinal), {
        [`${finance.states[state]}, ${vat}`]: [cents / 100, 'euro'],
        ...taxed,
      });
    }),
    ...(phase
      ? known(parts.money, figures.phase(report.quarter.ordinal ?? 0), {
          [`${finance.budget.ceiling}, ${vat}`]: [phase.ceilingCents / 100, 'euro'],
        })
      : []),
    ...report.kindByMembership.flatMap(({ kind, member, notMember, unknown }) =>
      protectable(words.breakdowns.kindByMembership, texts(locale).kinds.many[kind], {
        [common.membership.member]: [member, 'visits'],
        [common.membership.nonMember]: [notMember, 'visits'],
        [common.membership.unknown]: [unknown, 'visits'],
      }),
    ),
  ];
}

export function breakdownRows(report: Report, locale: Locale): ReportRow[] {
  const t = texts(locale).report.breakdowns;
  return report.breakdowns.flatMap(({ dimension, rows }) =>
    rows.flatMap((row) => {
      const [part, group] = [t.names[dimension], categoryName(dimension, row, locale)];
      return [
        ...known(part, group, { [t.sessions]: [row.sessions, 'sessions'] }),
        ...protectable(part, group, {
          [t.registrations]: [row.registrations, 'registrations'],
          [t.visits]: [row.visits, 'visits'],
          [t.unique]: [row.unique, 'persons'],
        }),
        ...known(part, group, {
          [t.share]: [rounded(row.share), 'share'],
          [t.reference]: [rounded(row.referenceShare), 'share'],
          [t.index]: [rounded(row.index), 'index'],
        }),
      ];
    }),
  );
}

export function sessionRows(report: Report, locale: Locale): ReportRow[] {
  const t = texts(locale).municipality.sessions;
  return report.bySession.flatMap((one) =>
    known(t.title, `${one.title} (${localDate(one.startsAt)})`, {
      [t.places]: [one.places, 'places'],
      [t.registrations]: [one.registrations, 'registrations'],
      [t.present]: [one.present, 'visits'],
      [t.noShow]: [one.noShow, 'registrations'],
      [t.excused]: [one.excused, 'registrations'],
    }),
  );
}
