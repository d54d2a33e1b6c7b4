import { numericDate } from '../../language/dates.ts';
import type { Reason } from './reason-words.ts';

const say = (nl: string, en: string): Reason => ({ nl, en });

/** Why rules cannot be saved, for the municipality's desk. */
export const problems = {
  duplicate: () =>
    say('Deze regel staat er twee keer. Haal er één weg.', 'This rule is there twice. Remove one of them.'),
  'caps-contradict': (a: number | undefined, b: number | undefined) =>
    say(
      `Er staan twee grenzen voor hetzelfde: ${a ?? 'die van het aanbod'} en ${b ?? 'die van het aanbod'}. Kies er één.`,
      `There are two limits for the same thing: ${a ?? 'that of the catalogue'} and ${b ?? 'that of the catalogue'}. Choose one.`,
    ),
  'cap-of-zero': () =>
    say(
      'Met een grens van 0 betaalt de gemeente voor niemand. Vul een hoger getal in, of haal de regel weg.',
      'With a limit of 0 the municipality pays for nobody. Give a higher number, or remove the rule.',
    ),
  'area-empty': () =>
    say(
      'Deze regel noemt geen gebied. Vul een plaats of postcodes in.',
      'This rule names no area. Give a place or postcodes.',
    ),
  'place-unlikely': (place: string) =>
    say(
      `Zo heet geen plaats: ‘${place}’. Schrijf een plaats met letters, en zet postcodes apart.`,
      `No place has this name: ‘${place}’. Write a place in letters, and put postcodes apart.`,
    ),
  'postcodes-reversed': (from: number, to: number) =>
    say(
      `De postcodes lopen van ${from} tot ${to}: de eerste is hoger dan de laatste. Draai ze om.`,
      `The postcodes run from ${from} to ${to}: the first is higher than the last. Swap them.`,
    ),
  'kvk-number-needed': () =>
    say(
      'Het KVK-nummer hoeft niet, maar een andere regel zoekt het bedrijf op met dat nummer. Maak het nummer verplicht, of haal die regel weg.',
      'The KVK number is optional, but another rule looks up the business by that number. Make the number required, or remove that rule.',
    ),
  'declarations-empty': () =>
    say(
      'Er staat niets om te verklaren. Vul een zin in, of haal de regel weg.',
      'There is nothing to declare. Give a sentence, or remove the rule.',
    ),
  'declaration-twice': (code: string) =>
    say(`De verklaring ‘${code}’ staat er twee keer.`, `The declaration ‘${code}’ is there twice.`),
  'declaration-untranslated': (code: string) =>
    say(
      `De verklaring ‘${code}’ moet er in het Nederlands en in het Engels staan.`,
      `The declaration ‘${code}’ must be there in Dutch and in English.`,
    ),
  membership: () =>
    say(
      'Lid zijn van een vereniging mag geen voorwaarde zijn. Schrijf de verklaring anders.',
      'Being a member of an association may not be a condition. Write the declaration in another way.',
    ),
  'programme-differs': (rule: number, programme: number) =>
    say(
      `Deze regel noemt ${rule} ondernemers, het programma ${programme}. Maak die getallen gelijk.`,
      `This rule says ${rule} entrepreneurs, the programme ${programme}. Make those numbers the same.`,
    ),
  'product-missing': () =>
    say(
      'Deze grens hoort bij geen product. Kies een product, of laat de grens leeg.',
      'This limit belongs to no product. Choose a product, or leave the limit empty.',
    ),
  'product-unknown': (code: string) =>
    say(
      `Het product ‘${code}’ hoort niet bij dit programma.`,
      `The product ‘${code}’ does not belong to this programme.`,
    ),
  'no-product-cap': () =>
    say(
      'Er is geen product met een grens. Vul in deze regel een grens in, of haal de regel weg.',
      'There is no product with a limit. Give a limit in this rule, or remove the rule.',
    ),
  'catalogue-differs': (rule: number, catalogue: number) =>
    say(
      `Deze regel noemt ${rule} keer, het product zelf ${catalogue} keer. Maak die getallen gelijk.`,
      `This rule says ${rule} times, the product itself ${catalogue} times. Make those numbers the same.`,
    ),
  'de-minimis-not-applicable': () =>
    say(
      'Bij dit programma geldt de-minimis niet. Haal de regel weg, of verander dat bij het programma.',
      'De minimis does not apply to this programme. Remove the rule, or change that in the programme.',
    ),
  'de-minimis-missing': () =>
    say(
      'Bij dit programma geldt de-minimis, maar er is geen regel voor. Voeg de regel toe.',
      'De minimis applies to this programme, but there is no rule for it. Add the rule.',
    ),
  'de-minimis-above-law': (nl: string, en: string, years: number) =>
    say(
      `De wet staat hoogstens ${nl} in ${years} jaar toe. Neem geen hoger bedrag en geen kortere tijd.`,
      `The law allows at most ${en} in ${years} years. Do not take a higher amount or a shorter time.`,
    ),
  'no-budget': () =>
    say(
      'Dit programma heeft geen budget om naar te kijken. Vul een budget in, of haal de regel weg.',
      'This programme has no budget to look at. Give a budget, or remove the rule.',
    ),
  'after-the-programme': (from: string, end: string) =>
    say(
      `De regels gelden vanaf ${numericDate(from)}, maar het programma eindigt op ${numericDate(end)}. Kies een eerdere datum.`,
      `The rules would hold from ${numericDate(from)}, but the programme ends on ${numericDate(end)}. Choose an earlier date.`,
    ),
};
