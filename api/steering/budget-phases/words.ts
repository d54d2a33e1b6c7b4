import { money } from '../../language/amounts.ts';
import type { Locale } from '../../language/locale.ts';
import type { PhaseFault } from './rules.ts';

/** Why a phase cannot hold an amount, for the municipality's desk. */
export function phaseWords(fault: PhaseFault, locale: Locale): string {
  const isDutch = locale === 'nl';
  switch (fault.code) {
    case 'not-authorised':
      return isDutch
        ? 'Er staat nog niet in de instellingen hoeveel het besluit toestaat. Vul dat eerst in.'
        : 'The settings do not say yet how much the decision allows. Fill that in first.';
    case 'above-authorised': {
      const room = money(fault.roomCents, locale);
      return isDutch
        ? `Dit is meer dan het besluit toestaat: voor dit kwartaal is er nog ${room}.`
        : `This is more than the decision allows: there is ${room} left for this quarter.`;
    }
    case 'below-promised': {
      const promised = money(fault.promisedCents, locale);
      return isDutch
        ? `Dit is te laag: in dit kwartaal is al ${promised} toegezegd.`
        : `This is too low: ${promised} was promised in this quarter already.`;
    }
  }
}
