import { all, type Change, type Equivalent } from './equivalent-entries.ts';
import { ofPaying } from './equivalent-paying.ts';

const DAYS = '(Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`))';

export const equivalents: readonly Equivalent[] = [
  ...ofPaying,
  ...all(
    'time.ts',
    'Only how much is remembered changes, and the offset that is remembered is the one that would be found again.',
    ['REMEMBERED = 10_000', 'REMEMBERED = 10001'],
    ['REMEMBERED = 10_000', 'REMEMBERED = 9999'],
    ['time / 60_000', 'time * 60_000'],
    ['offsets.size >= REMEMBERED', 'offsets.size > REMEMBERED'],
    ['offsets.size >= REMEMBERED', 'offsets.size < REMEMBERED'],
    ['offsets.clear();', ''],
    ['offsets.set(minute, offset);', ''],
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
    ["String(year).padStart(4, '0')", "String(year).padEnd(4, '0')"],
    ["String(year).padStart(4, '0')", "String(year).padStart(3, '0')"],
    ["String(year).padStart(4, '0')", "String(year).padStart(4, '')"],
  ),
  ...all('time.ts', 'A date has ten characters.', ['date.slice(8, 10)', 'date.slice(8, 11)']),
  ...all('time.ts', 'Between two midnights lies a whole number of days.', [
    "Math.round(local(moment).startOf('day').diff(local(now).startOf('day'), 'days').days)",
    "Math.floor(local(moment).startOf('day').diff(local(now).startOf('day'), 'days').days)",
  ]),
  ...all('reports/periods.rules.ts', 'The second day of a quarter is in it as well.', [
    'plusDays(one.endsOn, 1)',
    'plusDays(one.endsOn, 2)',
  ]),
  ...all(
    'signals/rules.ts',
    'Days are whole, and a quarter has too few of them for a thousandth of a second to count.',
    ...['86400001', '86399999'].map((becomes): Change => [`${DAYS} / 86_400_000`, `${DAYS} / ${becomes}`]),
    [
      'Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)',
      'Math.floor((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)',
    ],
  ),
  ...all('signals/rules.ts', 'Nothing taken of no places is enough: that gives no signal either.', [
    'places === 0 || (places < FEWEST_PLACES && !isOver(facts))',
    '(places < FEWEST_PLACES && !isOver(facts))',
  ]),
  ...all(
    'signals/rules.ts',
    'Without a minimum nothing is short, and what is over the maximum is more than nothing.',
    ['min ?? 0', 'min'],
    ['min ?? 0', 'min ?? 1'],
    ['min === null || about.figures.short === 0', 'about.figures.short === 0'],
  ),
  ...all('signals/rules.ts', 'After the end nothing is possible by the days that are left.', [
    'isOver(facts) ? 0 : stillPossible(facts, thresholds)',
    'stillPossible(facts, thresholds)',
  ]),
  ...all(
    'breakdowns.rules.ts',
    'No two rows of a breakdown have the same name, and a sort asks only whether one comes before the other.',
    ['a.category < b.category', 'a.category <= b.category'],
    ['-1', '-2'],
    ['a.category < b.category ? -1 : 1', 'a.category < b.category ? -1 : 2'],
    ['a.category < b.category ? -1 : 1', 'a.category < b.category ? -1 : 0'],
    ['persons.find(({ name }) => name === null)', 'persons.findLast(({ name }) => name === null)'],
  ),
  ...all('figures.rules.ts', 'A group of sessions has one target in a quarter.', [
    'targets.find(({ targetGroup }) => targetGroup === group)',
    'targets.findLast(({ targetGroup }) => targetGroup === group)',
  ]),
  ...all('figures.rules.ts', 'The middle is the same counted from either end.', [
    'ordered.find((one) => (passed += one.cases) >= rank)',
    'ordered.findLast((one) => (passed += one.cases) >= rank)',
  ]),
  ...all(
    'protect.rules.ts',
    'A report has one breakdown by membership.',
    [
      "report.breakdowns.find(({ dimension }) => dimension === 'membership')",
      "report.breakdowns.findLast(({ dimension }) => dimension === 'membership')",
    ],
    [
      "breakdowns.find(({ dimension }) => dimension === 'membership')",
      "breakdowns.findLast(({ dimension }) => dimension === 'membership')",
    ],
  ),
  ...all('calendar/rules.ts', 'Where there is no id, there is no host either.', [
    'id && at === host.toLowerCase()',
    'at === host.toLowerCase()',
  ]),
  ...all('letters/rules.ts', 'Null is not later than now.', [
    'registration.expiresAt !== null && registration.expiresAt > now',
    'registration.expiresAt > now',
  ]),
  ...all('notices/rules.ts', 'The hours in which reminders are due lie far apart, so that two never are.', [
    'remindersOf[kind].find(isDue)',
    'remindersOf[kind].findLast(isDue)',
  ]),
  ...all('phases/rules.ts', 'Null comes before no date.', [
    'base.pausedFrom !== null && base.pausedFrom <= date',
    'base.pausedFrom <= date',
  ]),
  ...all('publishing/sessions/rules.ts', 'Null is not later than a moment.', [
    'session.memberBookingOpensAt && session.memberBookingOpensAt >= session.bookingOpensAt',
    'session.memberBookingOpensAt >= session.bookingOpensAt',
  ]),
  ...all('time.ts', 'A year has too few days for a thousandth of a second to count.', [
    '(Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / 86_400_000',
    '(Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / 86399999',
  ]),
  ...all(
    'amounts.ts',
    'After the comma stand digits or dashes, and never both.',
    ['/^\\d/.test', '/\\d/.test'],
    ["found[2] ?? ''", 'found[2]'],
    ["found[2] ?? ''", "found[2] ?? 'x'"],
  ),
  ...all(
    'amounts.ts',
    'What stands in a form is never below zero, so that the sign of the euro comes first.',
    [
      "(locale === 'nl' ? money : exactMoney)(cents, locale).replace(/^€\\s?/, '')",
      "(locale === 'nl' ? money : exactMoney)(cents, locale).replace(/€\\s?/, '')",
    ],
  ),
  ...all('numbers.ts', 'A number that ends in its point is the same number.', [
    "decimals = '0'",
    "decimals = ''",
  ]),
  ...all(
    'working-days.ts',
    'In no year is the sum so near the next month that one more or less counts (looked up for all 5.700.000 of a cycle).',
    ['7 * m', '8 * m', 'const month = Math.floor((h + l - 7 * m + 90) / 25);'],
    ['7 * m', '6 * m', 'const month = Math.floor((h + l - 7 * m + 90) / 25);'],
  ),
  ...all('time.ts', 'A Date has no length.', [
    "typeof moment === 'string' && moment.length === 'yyyy-mm-dd'.length",
    "moment.length === 'yyyy-mm-dd'.length",
  ]),
  ...all('signals/rules.ts', 'In no days no session is held, however they are rounded.', [
    'left <= 0',
    'left < 0',
  ]),
  ...all('history/rules.ts', 'No figure has null for its code, so that it is the whole of nothing.', [
    'figures.filter(({ partOf }) => partOf !== null)',
    'figures',
  ]),
  ...all('history/rules.ts', 'What is compared is of one dataset, and there are at least two of it.', [
    'same[0]',
    'same[1]',
  ]),
  ...all(
    'small-cells.rules.ts',
    'What is not hidden is not small: a number above zero is `k` or more, of a breakdown and of its rows.',
    ['value > 0', 'value > 1', 'const least = Math.min(...values.filter((value) => value > 0));'],
    ['value > 0', 'value > 1', '.filter(({ i, j, value }) => value > 0 && !cells[i]![j])'],
    ['loss(corners) > 0', 'loss(corners) > 1'],
    ['sums[j]! > 0', 'sums[j]! > 1'],
  ),
  ...all('small-cells.rules.ts', 'One alone is known already.', ['values.length > 0', 'values.length > 1']),
  ...all(
    'small-cells.rules.ts',
    'Only the sign of a change counts, and both are tried.',
    ['i === table.length', 'i !== table.length', 'const own = i === table.length ? -change : change;'],
    ['own > 0', 'own >= 0'],
    ['own > 0', 'own <= 0'],
    ['moves(1)', 'moves(2)'],
    ['-1', '-2', 'if (isSmall(values[i]![j]!, k) && !moves(1) && !moves(-1)) return { i, j };'],
  ),
];
