import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node';
import type { Report } from '../../../show/programme/programme.ts';
import type { Cell } from '../../../csv.ts';
import { type DemoMark, marked } from '../../../demo-mark.ts';
import { longDateTime, plainDate } from '../../../../api/language/dates.ts';
import { count } from '../../../../api/language/numbers.ts';
import { localDate } from '../../../../api/language/time.ts';
import type { Locale } from '../../../links.ts';
import { breakdownRows, figureRows, type ReportRow, sessionRows } from './report-rows.ts';
import { texts } from '../../../texts/index.ts';

/** The heading and the cells of figures in a row each: what it is, its value or that it is protected, unit and peildatum. */
export function figureTable(rows: ReportRow[], asOf: string, locale: Locale) {
  const t = texts(locale).exports.file;
  const cells = rows.map(({ part, group, figure, value, isProtected, unit }): Cell[] => [
    part,
    group,
    figure,
    isProtected ? texts(locale).report.protected : value,
    t.units[unit],
    localDate(asOf),
  ]);
  return { head: Object.values(t.columns), cells };
}

export const allRows = (report: Report, locale: Locale, vatKnown: boolean) => [
  ...figureRows(report, locale, vatKnown),
  ...breakdownRows(report, locale),
  ...sessionRows(report, locale),
];

type About = { creditLine: string; mark: DemoMark; vatKnown: boolean };

/** What one must know to read the figures, a line each. */
function notesOf(report: Report, { creditLine, mark }: About, locale: Locale): [string, string][] {
  const { exports, report: words } = texts(locale);
  const t = exports.file.notes;
  const { programme, quarter, asOf, smallCells, breakdowns } = report;
  return [
    ...(mark ? [[mark.label, mark.sentence] as [string, string]] : []),
    [t.programme, `${programme.name}, ${programme.municipality}`],
    [t.period, t.fromUntil(plainDate(quarter.startsOn, locale), plainDate(quarter.endsOn, locale))],
    [t.asOf, longDateTime(asOf, locale)],
    [t.units, t.unitsText],
    [words.protected, words.protectedNote(count(smallCells.threshold, locale))],
    [t.unknown, t.unknownText],
    ...breakdowns.flatMap(({ dimension, reference }): [string, string][] =>
      reference
        ? [
            [
              words.breakdowns.names[dimension],
              words.breakdowns.referenceNote(reference.source, plainDate(reference.asOf, locale)),
            ],
          ]
        : [],
    ),
    ...(creditLine ? [[t.credit, creditLine] as [string, string]] : []),
  ];
}

const widths = (all: number[]) => all.map((width) => ({ width }));
const heading = (words: string[]): Row =>
  words.map((value) => ({ value, type: String, fontWeight: 'bold', bottomBorderStyle: 'thin' }));
/** Texts are always written as texts, so that none becomes a formula. */
const cell = (value: Cell) =>
  typeof value === 'number' ? { value, type: Number } : { value: String(value ?? ''), type: String };

/** The report as a workbook: figures, breakdowns, sessions, and what one must know to read them. */
export function workbook(report: Report, about: About, locale: Locale): Promise<Buffer> {
  const { exports, municipality, kinds } = texts(locale);
  const { sheets, columns, units } = exports.file;
  const ofSessions = municipality.sessions;
  const sheetOf = (names: string[], rows: Cell[][]): Row[] => {
    const [head, cells] = marked(names, rows, about.mark);
    return [heading(head), ...cells.map((row) => row.map(cell))];
  };
  const table = (rows: ReportRow[]): Row[] => {
    const { head, cells } = figureTable(rows, report.asOf, locale);
    return sheetOf(head, cells);
  };
  const withUnit = (name: string, unit: keyof typeof units) => `${name} (${units[unit]})`;
  const sessions = sheetOf(
    [
      ofSessions.session,
      exports.file.kind,
      ofSessions.date,
      ofSessions.status,
      withUnit(ofSessions.places, 'places'),
      withUnit(ofSessions.registrations, 'registrations'),
      withUnit(ofSessions.present, 'visits'),
      withUnit(ofSessions.noShow, 'registrations'),
      withUnit(ofSessions.excused, 'registrations'),
      columns.asOf,
    ],
    report.bySession.map((one) => [
      one.title,
      kinds.one[one.kind],
      localDate(one.startsAt),
      ofSessions.states[one.status],
      one.places,
      one.registrations,
      one.present,
      one.noShow,
      one.excused,
      localDate(report.asOf),
    ]),
  );
  const notes: Row[] = notesOf(report, about, locale).map(([what, words]) => [
    { value: what, type: String, fontWeight: 'bold', alignVertical: 'top' },
    { value: words, type: String, wrap: true },
  ]);
  const figures = widths([26, 34, 34, 14, 22, 14]);
  const all: Sheet<Buffer>[] = [
    {
      sheet: sheets.figures,
      data: table(figureRows(report, locale, about.vatKnown)),
      columns: figures,
      stickyRowsCount: 1,
    },
    {
      sheet: sheets.breakdowns,
      data: table(breakdownRows(report, locale)),
      columns: figures,
      stickyRowsCount: 1,
    },
    {
      sheet: sheets.sessions,
      data: sessions,
      columns: widths([48, 20, 14, 16, 18, 26, 20, 28, 26, 14]),
      stickyRowsCount: 1,
    },
    { sheet: sheets.notes, data: notes, columns: widths([26, 100]) },
  ];
  return writeXlsxFile(all).toBuffer();
}
