import type { Locale } from '../../language/locale.ts';
import type { Where } from './area.rules.ts';
import { say, wait } from './reason-words.ts';
import type { RuleOf } from './schema.ts';

/** Sentences about where someone is, and what someone declares. */
export function establishedInArea({ basis, places }: RuleOf<'establishedInArea'>, where: Where) {
  // A long list of places says less than none.
  const named = places.length > 0 && places.length <= 3 ? ` (${places.join(', ')})` : '';
  const [nl, en] = [`het gebied van dit programma${named}`, `the area of this programme${named}`];
  const next = {
    nl: 'Vraag uw eigen gemeente wat zij voor u doet. Klopt dit niet? Bel dan de gemeente van dit programma.',
    en: 'Ask your own municipality what it does for you. Is this wrong? Then call the municipality of this programme.',
  };
  if (basis === 'business')
    return {
      inside: () => say(`Uw bedrijf zit in ${nl}.`, `Your business is in ${en}.`),
      outside: () => say(`Uw bedrijf zit niet in ${nl}.`, `Your business is not in ${en}.`, next),
      unknown: () =>
        say(
          `Wij weten nog niet of uw bedrijf in ${nl} zit.`,
          `We do not know yet whether your business is in ${en}.`,
          wait,
        ),
    }[where]();
  return {
    inside: () => say(`U woont in ${nl}.`, `You live in ${en}.`),
    outside: () => say(`U woont niet in ${nl}.`, `You do not live in ${en}.`, next),
    unknown: () =>
      say(`Wij weten nog niet of u in ${nl} woont.`, `We do not know yet whether you live in ${en}.`, {
        nl: 'Bel de gemeente en geef uw woonplaats door. Uw plaats blijft zolang van u.',
        en: 'Call the municipality and tell them where you live. Your place stays yours.',
      }),
  }[where]();
}

type Item = RuleOf<'declarations'>['items'][number];
const quote = (items: Item[], locale: Locale) =>
  items.map((item) => `‘${item[locale].replace(/\.$/, '')}’`).join(', ');

export const declarations = {
  passed: say(
    'U hebt verklaard wat voor dit programma nodig is.',
    'You have declared what this programme needs to know.',
  ),
  failed: (items: Item[]) =>
    say(
      `U gaf aan dat dit niet voor u geldt: ${quote(items, 'nl')}.`,
      `You said that this is not true for you: ${quote(items, 'en')}.`,
      {
        nl: 'Vulde u het verkeerd in? Bel dan de gemeente.',
        en: 'Did you fill it in wrongly? Then call the municipality.',
      },
    ),
  unknown: (items: Item[]) =>
    say(
      `Wij weten nog niet of dit voor u geldt: ${quote(items, 'nl')}.`,
      `We do not know yet whether this is true for you: ${quote(items, 'en')}.`,
      {
        nl: 'Beantwoord de vragen bij uw aanmelding. Uw plaats blijft zolang van u.',
        en: 'Answer the questions at your booking. Your place stays yours.',
      },
    ),
};
