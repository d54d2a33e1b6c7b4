import { action, note, text } from '../blocks.ts';
import type { InvitationFacts, Locale } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { longDate } from '../../api/language/dates.ts';
import { shorten } from '../safe.ts';
import { dutyWords } from '../../api/language/vocabularies.ts';

const words = {
  nl: {
    title: (workplace: string) => `Werk mee bij ${workplace}`,
    who: (by: string, workplace: string, duty: string) =>
      `${by} nodigt u uit om in Opkoers te werken voor ${workplace}. Uw rol wordt: ${duty}.`,
    someone: 'Een beheerder',
    how: (email: string) => `Klik op de knop en log in met dit e-mailadres: ${email}.`,
    action: 'Bekijk de uitnodiging',
    until: (date: string) => `De uitnodiging geldt tot en met ${date}.`,
    notYou: 'Kent u dit niet? Dan hoeft u niets te doen. Zonder u gebeurt er niets.',
  },
  en: {
    title: (workplace: string) => `Work with ${workplace}`,
    who: (by: string, workplace: string, duty: string) =>
      `${by} invites you to work for ${workplace} in Opkoers. Your role will be: ${duty}.`,
    someone: 'An administrator',
    how: (email: string) => `Press the button and sign in with this e-mail address: ${email}.`,
    action: 'View the invitation',
    until: (date: string) => `The invitation is valid up to and including ${date}.`,
    notYou:
      'Does this mean nothing to you? Then you do not have to do anything. Nothing happens without you.',
  },
};

/** Asks someone to work for an organisation or municipality. The link gives nothing away: accepting asks to sign in. */
export function invitation(facts: InvitationFacts, locale: Locale): Mail {
  const t = words[locale];
  const workplace = shorten(facts.workplace, 80);
  const duty = dutyWords[locale][facts.duty].toLowerCase();
  const blocks = [
    text(t.who(facts.invitedBy ?? t.someone, workplace, duty)),
    text(t.how(facts.email)),
    action(t.action, facts.url),
    text(t.until(longDate(facts.expiresAt, locale))),
    note(t.notYou),
  ];
  const title = t.title(workplace);
  return compose({ subject: title, title, blocks, sender: facts.sender }, locale);
}
