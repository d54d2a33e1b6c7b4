import { action, code, note, text } from '../blocks.ts';
import type { ConfirmFacts, Locale } from '../facts.ts';
import { compose } from '../frame.ts';
import { givenPanel } from '../given.ts';
import type { Mail } from '../mail.ts';
import { longMoment } from '../../api/language/dates.ts';
import { sessionPanel } from '../session-panel.ts';
import { subjectOf } from '../words.ts';

const words = {
  nl: {
    place: {
      title: 'Bevestig uw plaats',
      until: (until: string) =>
        `Wij houden een plaats voor u vrij tot ${until}. Bevestig voor die tijd, anders vervalt uw plaats.`,
      action: 'Bevestig mijn plaats',
    },
    queue: {
      title: 'Bevestig dat u wilt wachten',
      until: (until: string) =>
        `Deze bijeenkomst is vol. U kunt op de wachtlijst. Bevestig dat voor ${until}, anders gaat u van de lijst af.`,
      action: 'Zet mij op de wachtlijst',
    },
    code: 'Of vul deze code in op de pagina die u open hebt',
    notYou:
      'Hebt u zich niet aangemeld, of klopt niet wat hierboven staat? Bevestig dan niet. Zonder bevestiging gaat de aanmelding niet door.',
  },
  en: {
    place: {
      title: 'Confirm your place',
      until: (until: string) =>
        `We keep a place for you until ${until}. Confirm before then, or you lose your place.`,
      action: 'Confirm my place',
    },
    queue: {
      title: 'Confirm that you want to wait',
      until: (until: string) =>
        `This session is full. You can be on the waiting list. Confirm that before ${until}, or you are taken off the list.`,
      action: 'Put me on the waiting list',
    },
    code: 'Or enter this code on the page you have open',
    notYou:
      'Did you not book, or is something above not right? Then do not confirm. Without confirmation there is no booking.',
  },
};

/**
 * Nothing is certain until the reader proves to read this. The address is not known to be the reader's, so nobody is greeted;
 * what was filled in stands there, because that is what is confirmed.
 */
export function confirm(facts: ConfirmFacts, locale: Locale): Mail {
  const t = words[locale];
  const asked = facts.asksToWait ? t.queue : t.place;
  const blocks = [
    text(asked.until(longMoment(facts.expiresAt, locale))),
    action(asked.action, facts.url),
    code(t.code, facts.code),
    givenPanel(facts.given, locale),
    sessionPanel(facts, locale, 'public'),
    note(t.notYou),
  ];
  const subject = `${asked.title}: ${subjectOf(facts.session, locale)}`;
  return compose({ subject, title: asked.title, recipientName: '', blocks, sender: facts.sender }, locale);
}
