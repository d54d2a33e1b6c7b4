import { daysBefore } from '../../language/time.ts';
import { needsLooking } from './rules.ts';

export const ASK_AGAIN_DAYS = 7;

type Case = Parameters<typeof needsLooking>[0] & {
  kvkNumber: string | null;
  /** Whether the place is of someone with an address, and not of who was written down at the door. */
  reachable: boolean;
  lastAskedAt: Date | null;
};

/** What becomes of asking for a KVK number: only of who gave none, while a person has to look, and not every day. */
export function judgeAsking(one: Case, now: Date) {
  if (!needsLooking(one) || one.outcome === 'eligible') return 'not-open' as const;
  if (one.kvkNumber !== null) return 'number-known' as const;
  if (!one.reachable) return 'unreachable' as const;
  const tooSoon = one.lastAskedAt !== null && one.lastAskedAt > daysBefore(now, ASK_AGAIN_DAYS);
  return tooSoon ? ('asked-before' as const) : ('asked' as const);
}
