import type { Thresholds } from '../settings/schema.ts';
import { plusDays } from '../../language/time.ts';

export type SignalKind =
  | 'low-interest'
  | 'members-only'
  | 'few-non-members'
  | 'membership-little-known'
  | 'target-not-planned'
  | 'target-unreachable'
  | 'target-exceeded'
  | 'attendance-unmarked'
  | 'budget-ahead'
  | 'budget-behind';
type Level = 'attention' | 'action';

/** The figures of one quarter on a local day; money in cents ex VAT. */
export type QuarterFacts = {
  startsOn: string;
  endsOn: string;
  today: string;
  requiresOpenAccess: boolean;
  /** Of the sessions that were held: places, and how many of them were taken by who booked. */
  places: number;
  taken: number;
  /** Visits, by membership of an association. */
  member: number;
  notMember: number;
  unknown: number;
  /** Certain places of sessions that were over a week ago, of which it is not marked who came. */
  unmarked: number;
  groups: { group: string; held: number; planned: number; min: number | null; max: number | null }[];
  phase: { ceilingCents: number; committedCents: number; realisedCents: number } | null;
};

/** `subject` is the group of a target, else empty. Percentages are whole numbers, for people to read. */
export type Reading = {
  kind: SignalKind;
  subject: string;
  level: Level;
  figures: Record<string, number>;
  threshold: Record<string, number>;
};

/** With fewer places held nothing can be said of interest, while the quarter runs. */
const FEWEST_PLACES = 20;

const percentOf = (part: number, whole: number) => Math.round((100 * part) / whole);
const days = (from: string, until: string) =>
  Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

const isOver = ({ endsOn, today }: QuarterFacts) => endsOn < today;

/** How much of the quarter is over, as a share of its days: today counts. */
export function elapsedShare({
  startsOn,
  endsOn,
  today,
}: Pick<QuarterFacts, 'startsOn' | 'endsOn' | 'today'>) {
  const whole = days(startsOn, endsOn) + 1;
  return Math.min(1, Math.max(0, (days(startsOn, today) + 1) / whole));
}

/** How many sessions can still be announced in time and held before the quarter ends. */
export function stillPossible(
  { endsOn, today }: Pick<QuarterFacts, 'endsOn' | 'today'>,
  { noticeDays, sessionsPerWeek }: Pick<Thresholds, 'noticeDays' | 'sessionsPerWeek'>,
) {
  const left = days(plusDays(today, noticeDays), endsOn) + 1;
  return left <= 0 ? 0 : Math.ceil(left / 7) * sessionsPerWeek;
}

/** Every signal that these figures give, at most one of each kind and subject. */
export function readingsOf(facts: QuarterFacts, thresholds: Thresholds): Reading[] {
  return [
    ...interest(facts, thresholds),
    ...membership(facts, thresholds),
    ...facts.groups.flatMap((group) => target(facts, group, thresholds)),
    ...unmarked(facts),
    ...budget(facts, thresholds),
  ];
}

function interest(facts: QuarterFacts, { interestPercent }: Thresholds): Reading[] {
  const { places, taken } = facts;
  if (places === 0 || (places < FEWEST_PLACES && !isOver(facts))) return [];
  if (taken * 100 >= interestPercent * places) return [];
  const isVeryLow = taken * 200 < interestPercent * places;
  return [
    {
      kind: 'low-interest',
      subject: '',
      level: isVeryLow || isOver(facts) ? 'action' : 'attention',
      figures: { taken, places, percent: percentOf(taken, places) },
      threshold: { percent: interestPercent },
    },
  ];
}

/** Unknown is no non-member: it is left out, and where little is known nothing is said but that. */
function membership(facts: QuarterFacts, { nonMemberPercent, knownVisits }: Thresholds): Reading[] {
  if (!facts.requiresOpenAccess) return [];
  const { member, notMember, unknown } = facts;
  const known = member + notMember;
  const figures = { member, notMember, unknown };
  if (known < knownVisits) {
    if (known + unknown < knownVisits) return [];
    const threshold = { known: knownVisits };
    return [{ kind: 'membership-little-known', subject: '', level: 'attention', figures, threshold }];
  }
  const threshold = { percent: nonMemberPercent };
  if (notMember === 0) return [{ kind: 'members-only', subject: '', level: 'action', figures, threshold }];
  if (notMember * 100 >= nonMemberPercent * known) return [];
  return [
    {
      kind: 'few-non-members',
      subject: '',
      level: isOver(facts) ? 'action' : 'attention',
      figures: { ...figures, percent: percentOf(notMember, known) },
      threshold,
    },
  ];
}

function target(
  facts: QuarterFacts,
  { group, held, planned, min, max }: QuarterFacts['groups'][number],
  thresholds: Thresholds,
): Reading[] {
  const about = {
    subject: group,
    figures: { held, planned, short: Math.max(0, (min ?? 0) - held - planned) },
  };
  if (max !== null && held + planned > max) {
    return [{ ...about, kind: 'target-exceeded', level: 'attention', threshold: { max } }];
  }
  if (min === null || about.figures.short === 0) return [];
  const possible = isOver(facts) ? 0 : stillPossible(facts, thresholds);
  const figures = { ...about.figures, possible, daysLeft: Math.max(0, days(facts.today, facts.endsOn)) };
  if (about.figures.short > possible) {
    return [{ ...about, figures, kind: 'target-unreachable', level: 'action', threshold: { min } }];
  }
  // In its first half a quarter is still being planned.
  if (elapsedShare(facts) < 0.5) return [];
  return [{ ...about, figures, kind: 'target-not-planned', level: 'attention', threshold: { min } }];
}

function unmarked(facts: QuarterFacts): Reading[] {
  if (facts.unmarked === 0) return [];
  return [
    {
      kind: 'attendance-unmarked',
      subject: '',
      level: isOver(facts) ? 'action' : 'attention',
      figures: { unmarked: facts.unmarked },
      threshold: {},
    },
  ];
}

/** What is promised and paid, as a share of the phase, against how much of the quarter is over. */
function budget(facts: QuarterFacts, { aheadPoints, behindPoints }: Thresholds): Reading[] {
  const { phase } = facts;
  if (!phase || phase.ceilingCents === 0) return [];
  const spent = phase.committedCents + phase.realisedCents;
  const used = (100 * spent) / phase.ceilingCents;
  const elapsed = 100 * elapsedShare(facts);
  const figures = {
    spentCents: spent,
    ceilingCents: phase.ceilingCents,
    percent: Math.round(used),
    elapsedPercent: Math.round(elapsed),
  };
  const gap = used - elapsed;
  const [kind, points] =
    gap > aheadPoints
      ? (['budget-ahead', aheadPoints] as const)
      : -gap > behindPoints
        ? (['budget-behind', behindPoints] as const)
        : [];
  if (!kind) return [];
  const level = Math.abs(gap) > 2 * points ? 'action' : 'attention';
  return [{ kind, subject: '', level, figures, threshold: { points } }];
}
