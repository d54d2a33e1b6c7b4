import { numericDate } from '../../language/dates.ts';
import type { Reason } from '../eligibility/reason-words.ts';

const say = (nl: string, en: string): Reason => ({ nl, en });
const bookings = (number: number) =>
  number === 1
    ? { nl: '1 aanmelding', en: '1 booking' }
    : { nl: `${number} aanmeldingen`, en: `${number} bookings` };

export const nothingToReplay = say(
  'Er zijn nog geen aanmeldingen om de regels op na te rekenen.',
  'There are no bookings yet to try the rules on.',
);

export const laterVersion = (version: number, validFrom: string) =>
  say(
    `Versie ${version} staat al klaar en komt op ${numericDate(validFrom)} in de plaats van deze regels.`,
    `Version ${version} is waiting and takes the place of these rules on ${numericDate(validFrom)}.`,
  );

export function notLookedUp(count: number) {
  const { nl, en } = bookings(count);
  return say(
    `Van ${nl} was er geen antwoord uit het Handelsregister. Die komen hier uit op ‘kijkt iemand na’. Nieuwe aanmeldingen zoeken wij wel op.`,
    `For ${en} there was no answer from the business register. They come out here as ‘someone checks’. New bookings are looked up.`,
  );
}

export function notRecorded(count: number) {
  const { nl, en } = bookings(count);
  return say(
    `Bij ${nl} is niet vastgelegd wat deze regel wil weten. De uitkomst kan daar anders zijn dan hier staat.`,
    `For ${en} it was not written down what this rule wants to know. The outcome may differ from what you see here.`,
  );
}

export const enoughPeople = (people: number, max: number) =>
  say(
    `Er doen al ${people} ondernemers mee. Met een grens van ${max} betaalt de gemeente voor niemand die nieuw is.`,
    `${people} entrepreneurs take part already. With a limit of ${max} the municipality pays for nobody new.`,
  );

export const enoughUses = (code: string, used: number, max: number) =>
  say(
    `‘${code}’ is al ${used} keer gebruikt. Met een grens van ${max} betaalt de gemeente het niet meer.`,
    `‘${code}’ was used ${used} times already. With a limit of ${max} the municipality no longer pays for it.`,
  );
