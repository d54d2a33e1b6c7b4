import type { Locale } from '../../language/locale.ts';
import { areaOf } from '../declarations/area-words.ts';
import { money } from '../../language/amounts.ts';
import { amountOf } from './reason-words-room.ts';
import type { Reason } from './reason-words.ts';
import type { Rule, RuleOf } from './schema.ts';

const say = (nl: string, en: string): Reason => ({ nl, en });

/** One rule in one sentence, for who makes the rules. `names` are the names of the products, by code. */
export function sentenceOf(rule: Rule, names: ReadonlyMap<string, string> = new Map()): Reason {
  switch (rule.kind) {
    case 'programmeRunning':
      return say(
        'Het programma loopt, en de gemeente betaalt er nu nieuwe plaatsen in.',
        'The programme is running, and the municipality now pays for new places in it.',
      );
    case 'kvkNumber':
      return rule.required
        ? say(
            'De ondernemer geeft een KVK-nummer op. Zonder nummer kijkt een medewerker ernaar.',
            'The entrepreneur gives a KVK number. Without one a member of staff looks at it.',
          )
        : say('Een KVK-nummer opgeven hoeft niet.', 'A KVK number does not have to be given.');
    case 'businessActive':
      return say(
        'Het bedrijf staat in het Handelsregister en is niet gestopt.',
        'The business is in the business register and has not ended.',
      );
    case 'establishedInArea':
      return area(rule);
    case 'productCap':
      return productCap(rule, names);
    case 'peopleCap':
      return say(
        `Het programma is voor hoogstens ${rule.max} verschillende ondernemers.`,
        `The programme is for at most ${rule.max} different entrepreneurs.`,
      );
    case 'capPerEntrepreneur': {
      const amount = amountOf(rule);
      return say(
        `De gemeente betaalt per ondernemer hoogstens ${amount.nl}.`,
        `The municipality pays at most ${amount.en} per entrepreneur.`,
      );
    }
    case 'notPaidForModule':
      return say(
        'De gemeente betaalt een onderwerp maar één keer voor dezelfde ondernemer.',
        'The municipality pays for a subject only once for the same entrepreneur.',
      );
    case 'declarations': {
      const items = (locale: Locale) => rule.items.map((item) => `‘${item[locale]}’`).join(' ');
      return say(`De ondernemer verklaart: ${items('nl')}`, `The entrepreneur declares: ${items('en')}`);
    }
    case 'deMinimisRoom':
      return say(
        `Het bedrijf komt met deze steun niet boven ${money(rule.ceilingCents, 'nl')} in ${rule.years} jaar.`,
        `With this aid the business stays within ${money(rule.ceilingCents, 'en')} in ${rule.years} years.`,
      );
    case 'budgetRoom':
      return say('Er is nog geld in het programma.', 'There is money left in the programme.');
    case 'manualReview':
      return say('Een medewerker kijkt naar elke aanmelding.', 'A member of staff looks at every booking.');
  }
}

function area(rule: RuleOf<'establishedInArea'>): Reason {
  const { nl, en } = areaOf(rule);
  const said = {
    business: say(`Het bedrijf heeft een vestiging in ${nl}`, `The business has an establishment in ${en}`),
    residence: say(`De ondernemer woont in ${nl}`, `The entrepreneur lives in ${en}`),
    either: say(
      `Het bedrijf heeft een vestiging in ${nl}, of de ondernemer woont daar`,
      `The business has an establishment in ${en}, or the entrepreneur lives there`,
    ),
  }[rule.basis];
  return rule.outside === 'review'
    ? say(`${said.nl}. Anders kijkt een medewerker.`, `${said.en}. Otherwise a member of staff looks at it.`)
    : say(`${said.nl}.`, `${said.en}.`);
}

function productCap({ product, max }: RuleOf<'productCap'>, names: ReadonlyMap<string, string>): Reason {
  if (product === undefined)
    return say(
      'De gemeente betaalt elk product hoogstens zo vaak als bij het product staat.',
      'The municipality pays for each product at most as often as the catalogue says.',
    );
  const name = names.get(product) ?? product;
  return max === undefined
    ? say(
        `De gemeente betaalt ‘${name}’ hoogstens zo vaak als bij dat product staat.`,
        `The municipality pays for ‘${name}’ at most as often as the catalogue says.`,
      )
    : say(
        `De gemeente betaalt ‘${name}’ hoogstens ${max} keer.`,
        `The municipality pays for ‘${name}’ at most ${max} times.`,
      );
}
