import type { z } from 'zod';
import type { registration } from '../../api/places/registrations/schema.ts';

export type Registration = z.output<typeof registration>;

/** A person's registrations by what there is to do with them. They come, and stay, in order of start. */
export function arrange(all: Registration[], now: string) {
  const isAhead = ({ session }: Registration) => session.status === 'scheduled' && now < session.endsAt;
  const coming = all.filter((one) => one.status === 'confirmed' && isAhead(one));
  const isOpen = ({ status, expiresAt }: Registration) =>
    status === 'held' || status === 'offered' || (status === 'waitlisted' && expiresAt !== null);
  const toConfirm = all.filter((one) => isOpen(one) && isAhead(one));
  const queued = all.filter((one) => one.status === 'waitlisted' && !isOpen(one) && isAhead(one));
  const shown = new Set([...coming, ...toConfirm, ...queued]);
  const earlier = all.filter((one) => !shown.has(one)).reverse();
  const been = earlier.filter(
    (one) => one.status === 'confirmed' && one.attendance !== 'absent' && one.attendance !== 'excused',
  );
  return { coming, toConfirm, queued, earlier, paid: { been: paidFor(been), coming: paidFor(coming) } };
}

/** What the municipality pays, including VAT, and for how many sessions. Sessions it pays as a whole have no price a head. */
function paidFor(registrations: Registration[]) {
  const costs = registrations.flatMap(({ decision }) =>
    decision?.cost.payer === 'municipality' ? [decision.cost] : [],
  );
  const amounts = costs.map((cost) => cost.exVatCents + cost.vatCents - cost.ownContributionCents);
  const priced = amounts.filter((cents) => cents > 0);
  return {
    cents: priced.reduce((total, cents) => total + cents, 0),
    sessions: priced.length,
    unpriced: amounts.length - priced.length,
  };
}
