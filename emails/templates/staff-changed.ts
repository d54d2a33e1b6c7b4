import { action, text } from '../blocks.ts';
import type { Locale, StaffChangedFacts } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { shorten } from '../safe.ts';
import { dutyWords } from '../../api/language/vocabularies.ts';

const words = {
  nl: {
    title: (workplace: string) => `Medewerkers van ${workplace}`,
    joined: (who: string, duty: string) => `${who} werkt nu mee, als: ${duty}.`,
    duty: (who: string | null, by: string, duty: string) =>
      who
        ? `${by} heeft de rol van ${who} veranderd in: ${duty}.`
        : `${by} heeft uw rol veranderd in: ${duty}.`,
    left: (who: string | null, by: string) =>
      who
        ? `${who} kan hier niet meer werken. Dat is gedaan door ${by}.`
        : `U kunt hier niet meer werken. Dat is gedaan door ${by}.`,
    wrong: 'Klopt dit niet? Neem dan contact op met een beheerder.',
    action: 'Ga naar Opkoers',
  },
  en: {
    title: (workplace: string) => `People of ${workplace}`,
    joined: (who: string, duty: string) => `${who} works with you now, as: ${duty}.`,
    duty: (who: string | null, by: string, duty: string) =>
      who ? `${by} changed the role of ${who} to: ${duty}.` : `${by} changed your role to: ${duty}.`,
    left: (who: string | null, by: string) =>
      who
        ? `${who} can no longer work here. This was done by ${by}.`
        : `You can no longer work here. This was done by ${by}.`,
    wrong: 'Is this not right? Then contact an administrator.',
    action: 'Go to Opkoers',
  },
};

/** Told to whom it is about and to the administrators: someone came, went, or does something else. */
export function staffChanged(facts: StaffChangedFacts, locale: Locale): Mail {
  const t = words[locale];
  const duty = facts.duty ? dutyWords[locale][facts.duty].toLowerCase() : '';
  const what = {
    joined: () => t.joined(facts.who ?? facts.by, duty),
    duty: () => t.duty(facts.who, facts.by, duty),
    left: () => t.left(facts.who, facts.by),
  }[facts.change];
  const title = t.title(shorten(facts.workplace, 80));
  const blocks = [text(what()), text(t.wrong), action(t.action, facts.url)];
  return compose(
    { subject: title, title, recipientName: facts.recipient.name, blocks, sender: facts.sender },
    locale,
  );
}
