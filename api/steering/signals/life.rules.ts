import { hourOf, plusDays } from '../../language/time.ts';
import type { Reading } from './rules.ts';

type Said = Pick<Reading, 'level' | 'figures' | 'threshold'>;
/** These follow from the day alone. */
const OF_THE_CLOCK = new Set(['daysLeft', 'possible', 'elapsedPercent']);

/** Whether a signal says something else than it last did. */
export const isChanged = (before: Said | undefined, after: Said) =>
  before === undefined || asText(before, new Set()) !== asText(after, new Set());

/** The readings that tell something new, and not just that another day passed. */
export const news = <One extends Said>(readings: One[]) =>
  readings.filter(
    (one, n) => n === 0 || asText(one, OF_THE_CLOCK) !== asText(readings[n - 1]!, OF_THE_CLOCK),
  );

const asText = ({ level, figures, threshold }: Said, without: Set<string>) =>
  [figures, threshold]
    .map((numbers) =>
      Object.entries(numbers)
        .filter(([name]) => !without.has(name))
        .map(([name, value]) => `${name}=${value}`)
        .sort()
        .join(),
    )
    .concat(level)
    .join(';');

const LAST_LOOK_DAYS = 30;

/** Whether a quarter is looked at on a day: from its start until a month after its end, when attendance is complete. */
export const isLookedAt = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }, today: string) =>
  startsOn <= today && today <= plusDays(endsOn, LAST_LOOK_DAYS);

/**
 * Whether the municipality sees a signal: from its day on, or from when an association answered. One that was over before
 * that was for the associations alone.
 */
export const isForMunicipality = (
  { municipalityFrom, closedAt }: { municipalityFrom: Date; closedAt: Date | null },
  now: Date,
) => municipalityFrom <= now && (closedAt === null || municipalityFrom <= closedAt);

const TELL_HOURS = { from: 8, until: 20 };

/** Mails about signals go out by day. */
export const isTimeToTell = (now: Date) => TELL_HOURS.from <= hourOf(now) && hourOf(now) < TELL_HOURS.until;
