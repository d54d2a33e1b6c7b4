import { lowest } from '../eligibility/caps.rules.ts';
import type { Facts } from '../eligibility/facts.ts';
import type { RuleOutcome } from '../eligibility/judge.rules.ts';
import type { Reason } from '../eligibility/reasons.ts';
import type { Rule, RuleKind } from '../eligibility/schema.ts';

type Stored = { facts: Facts; rules: readonly Pick<RuleOutcome, 'rule'>[] };
type Uses = { people: number; products: ReadonlyMap<string, { used: number; cap: number | null }> };
type Version = { version: number; validFrom: string; state: 'planned' | 'in-force' | 'past' };
export type Warning = {
  code: 'nothing-to-replay' | 'not-recorded' | 'not-looked-up' | 'already-full' | 'later-version';
  rule: RuleKind | null;
  text: Reason;
};

const say = (nl: string, en: string): Reason => ({ nl, en });
const bookings = (number: number) =>
  number === 1
    ? { nl: '1 aanmelding', en: '1 booking' }
    : { nl: `${number} aanmeldingen`, en: `${number} bookings` };

/** What the replay cannot show, and what these rules would do from the first day. `from` is when they would hold. */
export function warningsOf(
  rules: readonly Rule[],
  stored: readonly Stored[],
  uses: Uses,
  versions: readonly Version[],
  from: string,
): Warning[] {
  return [
    ...(stored.length === 0 ? [nothing] : rules.flatMap((rule) => unseen(rule, stored))),
    ...rules.flatMap((rule) => full(rule, uses)),
    ...versions.filter((one) => one.state === 'planned' && one.validFrom > from).map(later),
  ];
}

const nothing: Warning = {
  code: 'nothing-to-replay',
  rule: null,
  text: say(
    'Er zijn nog geen aanmeldingen om de regels op na te rekenen.',
    'There are no bookings yet to try the rules on.',
  ),
};

const later = ({ version, validFrom }: Version): Warning => ({
  code: 'later-version',
  rule: null,
  text: say(
    `Versie ${version} staat al klaar en komt op ${day(validFrom)} in de plaats van deze regels.`,
    `Version ${version} is waiting and takes the place of these rules on ${day(validFrom)}.`,
  ),
});
const day = (date: string) => date.split('-').map(Number).reverse().join('-');

/** Rules that look at something that was not written down with the older decisions. */
function unseen(rule: Rule, stored: readonly Stored[]): Warning[] {
  const { kind } = rule;
  const count = stored.filter((one) => isUnseen(rule, one)).length;
  if (count === 0) return [];
  const { nl, en } = bookings(count);
  if (kind === 'businessActive' || kind === 'establishedInArea')
    return [
      {
        code: 'not-looked-up',
        rule: kind,
        text: say(
          `Van ${nl} was er geen antwoord uit het Handelsregister. Die komen hier uit op ‘kijkt iemand na’. Nieuwe aanmeldingen zoeken wij wel op.`,
          `For ${en} there was no answer from the business register. They come out here as ‘someone checks’. New bookings are looked up.`,
        ),
      },
    ];
  return [
    {
      code: 'not-recorded',
      rule: kind,
      text: say(
        `Bij ${nl} is niet vastgelegd wat deze regel wil weten. De uitkomst kan daar anders zijn dan hier staat.`,
        `For ${en} it was not written down what this rule wants to know. The outcome may differ from what you see here.`,
      ),
    },
  ];
}

function isUnseen(rule: Rule, { facts, rules }: Stored): boolean {
  const had = (...kinds: RuleKind[]) => rules.some((one) => kinds.includes(one.rule));
  switch (rule.kind) {
    case 'businessActive':
      return facts.business.status === 'unavailable';
    case 'establishedInArea':
      return rule.basis === 'business' ? facts.business.status === 'unavailable' : facts.residence === null;
    case 'productCap':
    case 'peopleCap':
      return !had('productCap', 'peopleCap');
    case 'deMinimisRoom':
      return !had('deMinimisRoom');
    case 'declarations':
      return rule.items.some(({ code }) => !Object.hasOwn(facts.declarations, code));
    case 'budgetRoom':
      return facts.budgetRoomCents === null;
    default:
      return false;
  }
}

/** Limits that are reached already: nobody new would be paid for. */
function full(rule: Rule, { people, products }: Uses): Warning[] {
  if (rule.kind === 'peopleCap' && people >= rule.max)
    return [
      {
        code: 'already-full',
        rule: rule.kind,
        text: say(
          `Er doen al ${people} ondernemers mee. Met een grens van ${rule.max} betaalt de gemeente voor niemand die nieuw is.`,
          `${people} entrepreneurs take part already. With a limit of ${rule.max} the municipality pays for nobody new.`,
        ),
      },
    ];
  if (rule.kind !== 'productCap') return [];
  return [...products]
    .filter(([code]) => rule.product === undefined || rule.product === code)
    .flatMap(([code, { used, cap }]): Warning[] => {
      const max = lowest(rule.max, cap);
      if (max === null || used < max) return [];
      return [
        {
          code: 'already-full',
          rule: rule.kind,
          text: say(
            `‘${code}’ is al ${used} keer gebruikt. Met een grens van ${max} betaalt de gemeente het niet meer.`,
            `‘${code}’ was used ${used} times already. With a limit of ${max} the municipality no longer pays for it.`,
          ),
        },
      ];
    });
}
