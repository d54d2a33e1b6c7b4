import { action, code, note, text } from '../blocks.ts';
import type { HeldFacts, Locale } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { longMoment } from '../../api/language/dates.ts';
import { sessionPanel } from '../session-panel.ts';
import { subjectOf } from '../words.ts';

const words = {
  nl: {
    subject: 'Bevestig uw plaats',
    title: 'Bevestig uw plaats',
    held: (until: string) =>
      `Wij houden een plaats voor u vrij tot ${until}. Bevestig voor die tijd, anders vervalt uw plaats.`,
    action: 'Bevestig mijn plaats',
    code: 'Of vul deze code in op de pagina die u open hebt',
    notYou:
      'Hebt u zich niet aangemeld? Dan hoeft u niets te doen. Zonder bevestiging gaat de aanmelding niet door.',
  },
  en: {
    subject: 'Confirm your place',
    title: 'Confirm your place',
    held: (until: string) =>
      `We keep a place for you until ${until}. Confirm before then, or you lose your place.`,
    action: 'Confirm my place',
    code: 'Or enter this code on the page you have open',
    notYou:
      'Did you not book? Then you do not have to do anything. Without confirmation there is no booking.',
  },
};

/** A place is held until it is confirmed. The address is not known to be the reader's, so the name is not used. */
export function confirm(facts: HeldFacts, locale: Locale): Mail {
  const t = words[locale];
  const blocks = [
    text(t.held(longMoment(facts.expiresAt, locale))),
    action(t.action, facts.url),
    code(t.code, facts.code),
    sessionPanel(facts, locale, 'public'),
    note(t.notYou),
  ];
  const subject = `${t.subject}: ${subjectOf(facts.session, locale)}`;
  return compose({ subject, title: t.title, recipientName: '', blocks, sender: facts.sender }, locale);
}
