import type { Locale } from '../../language/locale.ts';
import type { Where } from './area.rules.ts';
import { type Reason, say, tellKvk, wait } from './reason-words.ts';
import type { RuleOf } from './schema.ts';

/** Sentences about where someone is, and what someone declares. */
export function establishedInArea(
  { basis, places, outside }: RuleOf<'establishedInArea'>,
  where: Where,
  gaveNumber = true,
) {
  // A long list of places says less than none.
  const named = places.length > 0 && places.length <= 3 ? ` (${places.join(', ')})` : '';
  const [nl, en] = [`het gebied van dit programma${named}`, `the area of this programme${named}`];
  const beyond = outside === 'review' ? wait : payAnyway;
  const words = {
    business: {
      inside: say(`Uw bedrijf zit in ${nl}.`, `Your business is in ${en}.`),
      outside: say(`Uw bedrijf zit niet in ${nl}.`, `Your business is not in ${en}.`, beyond),
      unknown: say(
        `Wij weten nog niet of uw bedrijf in ${nl} zit.`,
        `We do not know yet whether your business is in ${en}.`,
        gaveNumber ? wait : tellKvk,
      ),
    },
    residence: {
      inside: say(`U woont in ${nl}.`, `You live in ${en}.`),
      outside: say(`U woont niet in ${nl}.`, `You do not live in ${en}.`, beyond),
      unknown: say(
        `Wij weten nog niet of u in ${nl} woont.`,
        `We do not know yet whether you live in ${en}.`,
        tellHome,
      ),
    },
    either: {
      inside: say(`U woont of onderneemt in ${nl}.`, `You live or do business in ${en}.`),
      outside: say(
        `U woont niet in ${nl}, en uw bedrijf zit er ook niet.`,
        `You do not live in ${en}, and your business is not there either.`,
        beyond,
      ),
      unknown: say(
        `Wij weten nog niet of u in ${nl} woont of onderneemt.`,
        `We do not know yet whether you live or do business in ${en}.`,
        gaveNumber ? tellHome : tellKvkOrHome,
      ),
    },
  };
  return words[basis][where];
}

const payAnyway: Reason = {
  nl: 'U kunt wel meekomen. De gemeente betaalt dan niet voor u. Klopt dit niet? Bel dan de gemeente van dit programma.',
  en: 'You can still come. The municipality then does not pay for you. Is this wrong? Then call the municipality of this programme.',
};
const tellHome: Reason = {
  nl: 'Zeg bij uw aanmelding of u daar woont. Uw plaats blijft zolang van u.',
  en: 'Say at your booking whether you live there. Your place stays yours.',
};
const tellKvkOrHome: Reason = {
  nl: 'Geef uw KVK-nummer bij uw aanmelding, of zeg dat u daar woont. Uw plaats blijft zolang van u.',
  en: 'Give your KVK number at your booking, or say that you live there. Your place stays yours.',
};

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
