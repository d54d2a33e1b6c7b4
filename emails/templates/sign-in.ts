import { action, code, note, text } from '../blocks.ts';
import type { Locale, SignInFacts } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { clockTime } from '../../api/language/dates.ts';

const words = {
  nl: {
    subject: 'Inloggen: uw link en code voor Opkoers',
    title: 'Inloggen bij Opkoers',
    how: 'Klik op de knop. Of vul de code in op de pagina die u open hebt.',
    action: 'Log in',
    code: 'Uw code',
    once: (until: string) => `De link en de code werken één keer, tot ${until}.`,
    notYou:
      'Hebt u dit niet zelf gevraagd? Dan hoeft u niets te doen. Geef de code aan niemand, ook niet aan ons.',
  },
  en: {
    subject: 'Sign in: your link and code for Opkoers',
    title: 'Sign in to Opkoers',
    how: 'Press the button. Or enter the code on the page you have open.',
    action: 'Sign in',
    code: 'Your code',
    once: (until: string) => `The link and the code work once, until ${until}.`,
    notYou:
      'Did you not ask for this? Then you do not have to do anything. Give the code to nobody, not even to us.',
  },
};

export function signIn(facts: SignInFacts, locale: Locale): Mail {
  const t = words[locale];
  const blocks = [
    text(t.how),
    action(t.action, facts.url),
    code(t.code, facts.code),
    text(t.once(clockTime(facts.expiresAt, locale))),
    note(t.notYou),
  ];
  return compose({ subject: t.subject, title: t.title, blocks, sender: facts.sender }, locale);
}
