import type { Facts } from './decide.ts';
import type { SeedRegistration } from './registrations.ts';

type Use = { registration: SeedRegistration; borneCents: number };

/** Whether someone had the place, or held it, at this moment. */
export const hadPlace = ({ row }: SeedRegistration, at: Date) =>
  row.status !== 'waitlisted' && row.status !== 'expired' && !(row.cancelledAt && row.cancelledAt <= at);

/** What the municipality paid so far in programmes that have products, so that their caps and budget can be judged. */
export function usesSoFar() {
  const all: Use[] = [];
  return {
    add: (registration: SeedRegistration, borneCents: number) => all.push({ registration, borneCents }),
    before({ row, session, person }: SeedRegistration): Pick<Facts, 'caps' | 'budgetRoomCents'> {
      const { programme } = session.plan;
      const cap = programme.maxEntrepreneurs ?? null;
      const product = programme.products?.find(({ code }) => code === session.module.product);
      if (!product) {
        return {
          caps: { product: null, people: { used: 0, cap, includesThis: false } },
          budgetRoomCents: null,
        };
      }
      const uses = all.filter(
        ({ registration: one }) => one.session.plan.programme === programme && hadPlace(one, row.createdAt),
      );
      const people = new Set(uses.map(({ registration }) => registration.person.id));
      const ofProduct = uses.filter(
        ({ registration }) => registration.session.module.product === product.code,
      );
      const budget = programme.phaseCents!.reduce((sum, cents) => sum + cents, 0);
      return {
        caps: {
          product: {
            code: product.code,
            used: ofProduct.length,
            cap: product.cap ?? null,
            includesThis: false,
          },
          people: { used: people.size, cap, includesThis: people.has(person.id) },
        },
        budgetRoomCents: budget - uses.reduce((sum, { borneCents }) => sum + borneCents, 0),
      };
    },
  };
}
