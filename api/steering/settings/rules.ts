import type { FieldCode } from '../../http/problem.ts';
import { within } from '../../language/time.ts';
import type { Settings, Thresholds } from './schema.ts';

/**
 * From when a figure asks for attention, where a programme says nothing else. The sources give no numbers: these are the
 * portal's own proposal, and never policy.
 */
export const proposedThresholds: Thresholds = {
  interestPercent: 50,
  nonMemberPercent: 20,
  knownVisits: 10,
  noticeDays: 14,
  sessionsPerWeek: 2,
  aheadPoints: 25,
  behindPoints: 25,
  associationDays: 7,
};

/** The thresholds of a programme, with what is proposed where it says nothing. */
export const thresholdsOf = (own: Settings['thresholds'] | null): Thresholds =>
  Object.fromEntries(
    Object.entries(proposedThresholds).map(([name, value]) => [
      name,
      own?.[name as keyof Thresholds] ?? value,
    ]),
  ) as Thresholds;

type Period = { startsOn: string; endsOn: string };
/** A session that counts in a quarter: `date` is its local start date, `label` what people know it by. */
export type DatedSession = { date: string; label: string };
/** What hangs on the quarters that are there, in their order. */
export type QuarterUse = { phaseCents: number | null };
type Fault = { name: string; code: FieldCode; about?: string[] };

const quarterOn = (quarters: Period[], date: string) => quarters.findIndex((one) => within(date, one));
const MOST_NAMED = 5;

/** Everything that is wrong with new settings, all together. */
export function faultsOf(
  before: Settings,
  after: Settings,
  { today, sessions, uses }: { today: string; sessions: DatedSession[]; uses: QuarterUse[] },
): Fault[] {
  const hidesSessions = before.status !== 'draft' && after.status === 'draft' && sessions.length > 0;
  return [
    ...(hidesSessions ? [{ name: 'status', code: 'in-use' as const }] : []),
    ...faultsOfDates(after),
    ...faultsOfTargets(after),
    ...faultsOfPast(before, after, today),
    ...faultsOfMoves(before, after, sessions),
    ...before.quarters.flatMap(({ startsOn, endsOn }, n) => {
      const hasBegun = startsOn <= today && endsOn >= today;
      return (hasBegun || (uses[n]?.phaseCents ?? null) !== null) && !after.quarters[n]
        ? [{ name: 'quarters', code: 'in-use' as const }]
        : [];
    }),
    ...faultsOfParties(after),
    ...faultsOfAuthorised(before, after, uses),
  ];
}

/** What is set apart for the quarters cannot be more than what may be spent. What was wrong before may stay. */
function faultsOfAuthorised(before: Settings, after: Settings, uses: QuarterUse[]): Fault[] {
  const phasesCents = uses.reduce((sum, { phaseCents }) => sum + (phaseCents ?? 0), 0);
  const cents = after.authorised?.cents ?? 0;
  const isLowered = cents < (before.authorised?.cents ?? 0);
  return isLowered && cents < phasesCents ? [{ name: 'authorised', code: 'in-use' }] : [];
}

function faultsOfDates({ startsOn, endsOn, quarters }: Settings): Fault[] {
  const own: Fault[] = startsOn < endsOn ? [] : [{ name: 'endsOn', code: 'before-start' }];
  const ofQuarters = quarters.flatMap((quarter, n): Fault[] => {
    const at = `quarters.${n}`;
    if (quarter.startsOn >= quarter.endsOn) return [{ name: `${at}.endsOn`, code: 'before-start' }];
    const outside: Fault[] = [
      ...(within(quarter.startsOn, { startsOn, endsOn })
        ? []
        : [{ name: `${at}.startsOn`, code: 'outside-programme' as const }]),
      ...(within(quarter.endsOn, { startsOn, endsOn })
        ? []
        : [{ name: `${at}.endsOn`, code: 'outside-programme' as const }]),
    ];
    // They stand in their order, so each must begin after all before it.
    const overlaps = quarters.slice(0, n).some((earlier) => earlier.endsOn >= quarter.startsOn);
    return overlaps ? [...outside, { name: `${at}.startsOn`, code: 'overlaps' }] : outside;
  });
  return [...own, ...ofQuarters];
}

const faultsOfTargets = ({ quarters }: Settings): Fault[] =>
  quarters.flatMap(({ targets }, n) =>
    targets.flatMap(({ group, min, max }, m): Fault[] => {
      const twice = targets.findIndex((one) => one.group === group) < m;
      if (twice) return [{ name: `quarters.${n}.targets.${m}.group`, code: 'invalid' }];
      return min > max ? [{ name: `quarters.${n}.targets.${m}.max`, code: 'too-short' }] : [];
    }),
  );

const targetsAsText = ({ targets }: Settings['quarters'][number]) =>
  targets
    .map(({ group, min, max }) => `${group} ${min}-${max}`)
    .sort()
    .join();

/** What has ended stays as it was: its dates and its targets. Thresholds of then are read from the version of then. */
const faultsOfPast = (before: Settings, after: Settings, today: string): Fault[] =>
  before.quarters.flatMap((was, n): Fault[] => {
    if (was.endsOn >= today) return [];
    const now = after.quarters[n];
    if (!now) return [{ name: 'quarters', code: 'quarter-ended' }];
    return [
      ...(now.startsOn === was.startsOn
        ? []
        : [{ name: `quarters.${n}.startsOn`, code: 'quarter-ended' as const }]),
      ...(now.endsOn === was.endsOn
        ? []
        : [{ name: `quarters.${n}.endsOn`, code: 'quarter-ended' as const }]),
      ...(targetsAsText(now) === targetsAsText(was)
        ? []
        : [{ name: `quarters.${n}.targets`, code: 'quarter-ended' as const }]),
    ];
  });

/** Sessions, and so their money, stay in the quarter where they are; those that were in none may come into one. */
function faultsOfMoves(before: Settings, after: Settings, sessions: DatedSession[]): Fault[] {
  const leaving = new Map<number, string[]>();
  for (const { date, label } of sessions) {
    const [was, is] = [quarterOn(before.quarters, date), quarterOn(after.quarters, date)];
    if (was === -1 || was === is) continue;
    leaving.set(was, [...(leaving.get(was) ?? []), label]);
  }
  return [...leaving].map(([n, labels]) => ({
    name: after.quarters[n] ? `quarters.${n}.startsOn` : 'quarters',
    code: 'sessions-move',
    about: [
      ...labels.slice(0, MOST_NAMED),
      ...(labels.length > MOST_NAMED ? [`+ ${labels.length - MOST_NAMED}`] : []),
    ],
  }));
}

const faultsOfParties = ({ parties }: Settings): Fault[] =>
  parties.flatMap(({ organisationId }, n): Fault[] =>
    parties.findIndex((one) => one.organisationId === organisationId) < n
      ? [{ name: `parties.${n}.organisationId`, code: 'invalid' }]
      : [],
  );
