import type { Facts } from './facts.ts';
import type { Decision } from './rules.ts';

/** What those before in the same turn took of what all share. */
export type Taken = { cents: number; uses: number; people: number };
export const nothingTaken: Taken = { cents: 0, uses: 0, people: 0 };

/** What the next one sees: less money, fuller caps. */
export const after = (facts: Facts, taken: Taken): Facts => ({
  ...facts,
  budgetRoomCents: facts.budgetRoomCents === null ? null : facts.budgetRoomCents - taken.cents,
  caps: {
    product: facts.caps.product && { ...facts.caps.product, used: facts.caps.product.used + taken.uses },
    people: { ...facts.caps.people, used: facts.caps.people.used + taken.people },
  },
});

/** With what this one takes, who got a place. */
export const take = (taken: Taken, facts: Facts, { cost, borneExVatCents }: Decision): Taken =>
  cost.payer === 'entrepreneur'
    ? taken
    : {
        cents: taken.cents + borneExVatCents,
        uses: taken.uses + 1,
        people: taken.people + (facts.caps.people.includesThis ? 0 : 1),
      };
