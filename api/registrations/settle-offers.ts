import type { Tx } from '../../db/open.ts';
import type { registrations } from '../../db/schema/registrations.ts';
import { decideRegistration } from '../eligibility/decide.ts';
import { isPaidPerPlace, type Paying } from '../eligibility/queries.ts';
import { lockedPaying } from '../money/lock.ts';
import { settle } from '../money/settle.ts';
import type { LockedSession } from './places.ts';
import { latestDecision } from './queries.ts';

type Registration = typeof registrations.$inferSelect;

/**
 * Puts the money of offered places in the ledger. Who waited was judged when there was money: where there is not enough for
 * all of them now, or the contribution is paused, they are judged again in turn, so that the offer says what is true.
 */
export async function settleOffers(tx: Tx, session: LockedSession, offered: Registration[], now: Date) {
  const paying = await lockedPaying(tx, session, now);
  const ids = offered.map(({ id }) => id);
  if (hasMoneyFor(paying, offered.length)) return settle(tx, session, ids, now);
  for (const { id, entrepreneurId, kvkNumber } of offered) {
    const earlier = await latestDecision(tx, id);
    if (earlier.cost.payer === 'municipality') {
      await decideRegistration(tx, { id, entrepreneurId, kvkNumber, proved: false }, session, now);
    }
    await settle(tx, session, [id], now);
  }
}

function hasMoneyFor(paying: Paying, places: number) {
  const { phase, paused, module } = paying;
  if (!isPaidPerPlace(paying)) return true;
  if (paused) return false;
  if (!phase) return true;
  const room = phase.ceilingCents - phase.reservedCents - phase.committedCents - phase.realisedCents;
  return places * module.priceExVatCents <= room;
}
