import type { Locale } from '../../language/locale.ts';
import { money } from '../../language/amounts.ts';
import { inHours } from '../../language/numbers.ts';
import { payYourself, say, wait } from './reason-words.ts';
import type { RuleOf } from './schema.ts';

/** Sentences about what is limited: uses, people, money. Those with numbers are made when they are needed. */
export const productCap = {
  notLimited: say('Voor deze bijeenkomst geldt geen maximum.', 'There is no maximum for this session.'),
  passed: (max: number) =>
    say(
      `De gemeente betaalt dit aanbod hoogstens ${max} keer. Dat aantal is nog niet bereikt.`,
      `The municipality pays for this offer at most ${max} times. That number has not been reached.`,
    ),
  failed: (max: number) =>
    say(
      `De gemeente betaalt dit aanbod hoogstens ${max} keer. Dat aantal is bereikt.`,
      `The municipality pays for this offer at most ${max} times. That number has been reached.`,
      {
        nl: 'Kies ander aanbod. Of bel de gemeente: zij weet of er weer ruimte komt.',
        en: 'Choose something else. Or call the municipality: it knows whether there will be room again.',
      },
    ),
};

export const peopleCap = {
  already: say('U doet al mee aan dit programma.', 'You already take part in this programme.'),
  passed: (max: number) =>
    say(
      `Dit programma is voor hoogstens ${max} ondernemers. Er is nog ruimte.`,
      `This programme is for at most ${max} entrepreneurs. There is still room.`,
    ),
  failed: (max: number) =>
    say(
      `Dit programma is voor hoogstens ${max} ondernemers. Dat aantal is bereikt.`,
      `This programme is for at most ${max} entrepreneurs. That number has been reached.`,
      payYourself,
    ),
};

type PersonalCap = RuleOf<'capPerEntrepreneur'>;

export function capPerEntrepreneur(rule: PersonalCap, fits: boolean) {
  const { nl, en } = amountOf(rule);
  return fits
    ? say(
        `De gemeente betaalt per ondernemer hoogstens ${nl}. U blijft daaronder.`,
        `The municipality pays at most ${en} per entrepreneur. You stay below that.`,
      )
    : say(
        `De gemeente betaalt per ondernemer hoogstens ${nl}. Met deze bijeenkomst komt u daarboven.`,
        `The municipality pays at most ${en} per entrepreneur. With this session you would go over that.`,
        {
          nl: 'U kunt meedoen als u het zelf betaalt. Of zeg een andere bijeenkomst af waar u niet heen gaat.',
          en: 'You can take part if you pay for it yourself. Or cancel another session that you will not go to.',
        },
      );
}

/** `6 keer in dit programma`, `16 uur per kalenderjaar`, `€ 2.500 in 12 maanden`. */
export function amountOf({ max, unit, period }: PersonalCap) {
  const amount = {
    count: () => ({ nl: `${max} keer`, en: max === 1 ? 'once' : `${max} times` }),
    minutes: () => ({ nl: `${inHours(max, 'nl')} uur`, en: `${inHours(max, 'en')} hours` }),
    cents: () => ({ nl: money(max, 'nl'), en: money(max, 'en') }),
  }[unit]();
  const time =
    period.per === 'programme'
      ? { nl: 'in dit programma', en: 'in this programme' }
      : period.per === 'calendarYear'
        ? { nl: 'per kalenderjaar', en: 'per calendar year' }
        : { nl: `in ${period.months} maanden`, en: `in ${period.months} months` };
  return { nl: `${amount.nl} ${time.nl}`, en: `${amount.en} ${time.en}` };
}

const limit = ({ ceilingCents, years }: RuleOf<'deMinimisRoom'>, locale: Locale) =>
  `${money(ceilingCents, locale)} in ${years} ${locale === 'nl' ? 'jaar' : 'years'}`;

export const deMinimisRoom = {
  nothing: say(
    'De gemeente geeft uw bedrijf hiermee geen geldelijke steun.',
    'The municipality gives your business no aid in money with this.',
  ),
  passed: (rule: RuleOf<'deMinimisRoom'>) =>
    say(
      `Een bedrijf mag hoogstens ${limit(rule, 'nl')} aan steun krijgen. U blijft daaronder.`,
      `A business may get at most ${limit(rule, 'en')} in state aid. You stay below that.`,
    ),
  failed: (rule: RuleOf<'deMinimisRoom'>) =>
    say(
      `Een bedrijf mag hoogstens ${limit(rule, 'nl')} aan steun krijgen. Hiermee komt u daarboven, en dan mag de gemeente niets betalen.`,
      `A business may get at most ${limit(rule, 'en')} in state aid. With this you would go over that, and then the municipality may not pay any of it.`,
      {
        nl: 'U kunt meedoen als u het zelf betaalt. Klopt uw verklaring over steun niet? Verbeter die dan.',
        en: 'You can take part if you pay for it yourself. Is your declaration about aid wrong? Then correct it.',
      },
    ),
  unknown: (rule: RuleOf<'deMinimisRoom'>) =>
    say(
      `Wij weten nog niet hoeveel steun uw bedrijf de laatste ${rule.years} jaar kreeg.`,
      `We do not know yet how much state aid your business got in the last ${rule.years} years.`,
      {
        nl: 'Beantwoord de vraag over steun bij uw aanmelding. Uw plaats blijft zolang van u.',
        en: 'Answer the question about aid at your booking. Your place stays yours.',
      },
    ),
};

export const budgetRoom = {
  nothing: say('Deze plaats kost het programma niets.', 'This place costs the programme nothing.'),
  passed: say('Er is nog geld voor in het programma.', 'The programme still has money for it.'),
  failed: say(
    'In het programma is hier niet genoeg geld meer voor.',
    'The programme does not have enough money left for this.',
    payYourself,
  ),
  unknown: say(
    'De gemeente kijkt nog na of er geld voor is.',
    'The municipality still has to check whether there is money for it.',
    wait,
  ),
};
