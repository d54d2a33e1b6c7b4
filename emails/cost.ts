import type { CostFacts, Locale } from './facts.ts';
import { capital, money, municipalityName, uncapital } from './words.ts';

const words = {
  nl: {
    municipality: 'de gemeente',
    free: 'Gratis.',
    freeForYou: (who: string, total: string) => `Gratis voor u. ${who} betaalt de hele prijs: ${total}.`,
    part: (own: string, who: string, rest: string) => `U betaalt ${own}. ${who} betaalt de rest: ${rest}.`,
    self: (total: string) => `U betaalt ${total}, inclusief btw.`,
    provisional: 'Voorlopig',
  },
  en: {
    municipality: 'the municipality',
    free: 'Free.',
    freeForYou: (who: string, total: string) => `Free for you. ${who} pays the full price: ${total}.`,
    part: (own: string, who: string, rest: string) => `You pay ${own}. ${who} pays the rest: ${rest}.`,
    self: (total: string) => `You pay ${total}, including VAT.`,
    provisional: 'For now',
  },
};

/** What it costs the reader and who pays the rest in one line, then why. */
export function costLines(cost: CostFacts, municipality: string | null, locale: Locale) {
  const t = words[locale];
  const who = capital(municipality ? municipalityName(municipality, locale) : t.municipality);
  const total = cost.exVatCents + cost.vatCents;
  const own = cost.ownContributionCents;
  return [cost.provisional ? `${t.provisional}: ${uncapital(headline())}` : headline(), ...cost.reasons];

  function headline() {
    if (total === 0) return t.free;
    if (cost.payer === 'entrepreneur') return t.self(money(total, locale));
    if (own === 0) return t.freeForYou(who, money(total, locale));
    return t.part(money(own, locale), who, money(total - own, locale));
  }
}
