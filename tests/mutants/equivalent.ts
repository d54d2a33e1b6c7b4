/**
 * Changes that change nothing anyone could see, each with the reason. `file` is the end of the path; `line` the text of the
 * line on which the change begins, needed only where the same change stands more than once in the file.
 */
export type Equivalent = { file: string; line?: string; code: string; becomes: string; because: string };

type Change = [code: string, becomes: string, line?: string];
const all = (file: string, because: string, ...changes: Change[]): Equivalent[] =>
  changes.map(([code, becomes, line]) => ({ file, code, becomes, because, ...(line && { line }) }));

const pad =
  "`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;";

export const equivalents: readonly Equivalent[] = [
  ...all(
    'time.ts',
    'Only how much is remembered changes, and the date that is remembered is the one that would be worked out again.',
    ['1_000', '1001'],
    ['1_000', '999'],
    ['moment.getTime() / 60_000', 'moment.getTime() * 60_000'],
    ['dates.size >= REMEMBERED', 'dates.size > REMEMBERED'],
    ['dates.size >= REMEMBERED', 'dates.size < REMEMBERED'],
    ['dates.clear();', ''],
    ['dates.set(minute, date);', ''],
  ),
  ...all(
    'time.ts',
    'A date without a time is read as midnight, and in Amsterdam every day has one.',
    ["DateTime.fromISO(date, { zone: ZONE }).startOf('day')", 'DateTime.fromISO(date, { zone: ZONE })'],
    [
      "DateTime.fromISO(date, { zone: ZONE }).plus({ days: 1 }).startOf('day')",
      'DateTime.fromISO(date, { zone: ZONE }).plus({ days: 1 })',
    ],
  ),
  ...all(
    'time.ts',
    'A year has four digits here, so that nothing is put before it.',
    ["String(year).padStart(4, '0')", "String(year).padEnd(4, '0')", pad],
    ['4', '3', pad],
  ),
  ...all('time.ts', 'A date has ten characters.', [
    '10',
    '11',
    'return iso(year, month, Math.min(Number(date.slice(8, 10)), last));',
  ]),
  ...all('time.ts', 'Between two midnights lies a whole number of days.', [
    "Math.round(local(moment).startOf('day').diff(local(now).startOf('day'), 'days').days)",
    "Math.floor(local(moment).startOf('day').diff(local(now).startOf('day'), 'days').days)",
  ]),
];
