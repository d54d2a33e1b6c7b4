import type { Locale } from '../../language/locale.ts';
import { list } from '../../language/lists.ts';
import type { Lack, Missing } from './opening.rules.ts';

type Words = Record<Lack, (quarters: string) => string>;

const nl: Words = {
  quarters: () => 'Er is geen kwartaal dat loopt of nog komt.',
  parties: () => 'Er is nog geen partij die de sessies uitvoert.',
  authorised: () => 'Er staat niet hoeveel geld het besluit toestaat.',
  phases: (quarters) => `Er is geen geld voor kwartaal ${quarters}.`,
  rules: () => 'Er staat niet voor wie de gemeente betaalt. De regels vragen alleen of het programma loopt.',
  contributions: () => 'Er staat niet wat de gemeente voor een sessie betaalt.',
  targets: (quarters) => `Er is geen aantal sessies afgesproken voor kwartaal ${quarters}.`,
  modules: () => 'Er is nog geen aanbod gepubliceerd.',
  agreement: () => 'Er staat niet wanneer de overeenkomst is getekend.',
  lead: () => 'Er staat niet wie het programma trekt.',
};

const en: Words = {
  quarters: () => 'There is no quarter that runs or is still to come.',
  parties: () => 'There is no party yet that gives the sessions.',
  authorised: () => 'It does not say how much money the decision allows.',
  phases: (quarters) => `There is no money for quarter ${quarters}.`,
  rules: () =>
    'It does not say for whom the municipality pays. The rules only ask whether the programme runs.',
  contributions: () => 'It does not say what the municipality pays for a session.',
  targets: (quarters) => `No number of sessions was agreed for quarter ${quarters}.`,
  modules: () => 'Nothing that can be booked has been published yet.',
  agreement: () => 'It does not say when the agreement was signed.',
  lead: () => 'It does not say who leads the programme.',
};

/** What is missing, in a sentence for the municipality's desk. */
export const missingWords = ({ what, quarters }: Missing, locale: Locale) =>
  (locale === 'nl' ? nl : en)[what](list(quarters.map(String), locale));
