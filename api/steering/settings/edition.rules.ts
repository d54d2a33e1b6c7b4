import { plusDays, plusMonths } from '../../language/time.ts';

export type Period = { startsOn: string; endsOn: string };
const MONTHS = 3;
const SHORTEST_DAYS = 31;
const MOST = 20;

/**
 * Quarters of three months from the first day on. What is left over at the end is a quarter of its own when it is longer
 * than a month; else the last one is that much longer.
 */
export function proposedQuarters({ startsOn, endsOn }: Period): Period[] {
  const starts = [startsOn];
  for (let n = 1; n < MOST; n++) {
    const next = plusMonths(startsOn, MONTHS * n);
    if (plusDays(next, SHORTEST_DAYS) > endsOn) break;
    starts.push(next);
  }
  return starts.map((start, n) => ({
    startsOn: start,
    endsOn: starts[n + 1] ? plusDays(starts[n + 1]!, -1) : endsOn,
  }));
}

/** The quarters of an earlier edition, as long after the new first day as they were after the old one, up to the last day. */
export function shiftedQuarters<Q extends Period>(quarters: readonly Q[], from: string, to: Period): Q[] {
  const shift = shifting(from, to.startsOn);
  return quarters.flatMap((quarter) => {
    const startsOn = shift(quarter.startsOn);
    // The day after the last one, so that the end of a month stays one.
    const until = plusDays(shift(plusDays(quarter.endsOn, 1)), -1);
    const endsOn = until < to.endsOn ? until : to.endsOn;
    return startsOn < endsOn ? [{ ...quarter, startsOn, endsOn }] : [];
  });
}

/** By whole months where both begin on the same day of one, else by days. */
function shifting(from: string, to: string) {
  if (from.slice(8) === to.slice(8)) {
    const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
    const months = monthOf(to) - monthOf(from);
    return (date: string) => plusMonths(date, months);
  }
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return (date: string) => plusDays(date, days);
}

/** A next edition begins the day after the last one of this, and is as long. */
export function nextEdition({ startsOn, endsOn }: Period): Period {
  const start = plusDays(endsOn, 1);
  const until = plusDays(shifting(startsOn, start)(plusDays(endsOn, 1)), -1);
  return { startsOn: start, endsOn: until };
}
