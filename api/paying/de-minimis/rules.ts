import { plusMonths } from '../../language/time.ts';
import { plusWorkingDays } from '../../language/working-days.ts';

/** The ceiling for one undertaking: (EU) 2023/2831 art. 3(2). In cents, gross, ex VAT. */
export const CEILING_CENTS = 300_000_00;
/** The period over which aid is added up, from day to day. */
export const CEILING_YEARS = 3;
/** Working days within which a grant is entered in the central register: (EU) 2023/2831 art. 6. */
const REGISTER_WITHIN = 20;

/** Aid that was granted. The date is when the right to it arose, not when it was paid. */
export type Grant = { cents: number; on: string };

/** The first local date of the period that ends with `today`. The same day `years` ago still counts: the safe side. */
export const windowStart = (today: string, years = CEILING_YEARS) => plusMonths(today, -12 * years);

/** What was granted in the period up to and with `today`, in cents. Grants of a later date count too. */
export function grantedInWindow(grants: readonly Grant[], today: string, years = CEILING_YEARS): number {
  const from = windowStart(today, years);
  let cents = 0;
  for (const grant of grants) if (grant.on >= from) cents += grant.cents;
  return cents;
}

/**
 * Whether new aid stays within the ceiling. One cent too many and all of it is refused: an award is never cut to fit
 * (art. 3(7)). `unknown` while nothing was declared and our own grants leave room.
 */
export function roomForAid(
  { declaredCents, grantedCents }: { declaredCents: number | null; grantedCents: number },
  aidCents: number,
  ceilingCents = CEILING_CENTS,
): 'room' | 'exceeds' | 'unknown' {
  if (aidCents === 0) return 'room';
  if (grantedCents + (declaredCents ?? 0) + aidCents > ceilingCents) return 'exceeds';
  return declaredCents === null ? 'unknown' : 'room';
}

/** The last local date on which a grant can be entered in the register in time. */
export const registerBefore = (grantedOn: string) => plusWorkingDays(grantedOn, REGISTER_WITHIN);

/**
 * What a place grants, in cents ex VAT: what the municipality bears for it, once it is certain and decided. Whoever stays
 * away was granted it all the same. Nothing as long as someone still has to judge.
 */
export const grantOf = (
  { status }: { status: string },
  decided: { outcome: string; borneExVatCents: number },
): number => (status === 'confirmed' && decided.outcome === 'eligible' ? decided.borneExVatCents : 0);

type Entry = { registeredOn: string | null; registerBefore: string; withdrawnOn: string | null };

/** Where a grant stands on `today`. On the last day it can still be entered in time. */
export function stateOf(
  { registeredOn, registerBefore: before, withdrawnOn }: Entry,
  today: string,
): 'overdue' | 'open' | 'registered' | 'withdrawn' {
  if (withdrawnOn !== null) return 'withdrawn';
  if (registeredOn !== null) return 'registered';
  return before < today ? 'overdue' : 'open';
}
