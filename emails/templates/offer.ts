import { action, code, link, text } from '../blocks.ts';
import type { HeldFacts, Locale } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { longMoment } from '../../api/language/dates.ts';
import { sessionPanel } from '../session-panel.ts';
import { subjectOf } from '../words.ts';

const words = {
  nl: {
    subject: 'Er is een plaats voor u',
    title: 'Er is een plaats voor u',
    free: (until: string) =>
      `U stond op de wachtlijst en nu is er plaats. U kunt de plaats nemen tot ${until}.`,
    after: 'Daarna gaat de plaats naar de volgende op de wachtlijst.',
    action: 'Neem de plaats',
    code: 'Of gebruik deze code',
    leave: 'Wilt u de plaats niet? Laat het ons weten, dan is de volgende eerder aan de beurt',
  },
  en: {
    subject: 'There is a place for you',
    title: 'There is a place for you',
    free: (until: string) =>
      `You were on the waiting list and now there is a place. You can take the place until ${until}.`,
    after: 'After that the place goes to the next person on the waiting list.',
    action: 'Take the place',
    code: 'Or use this code',
    leave: 'Do you not want the place? Let us know, so that the next person gets a turn sooner',
  },
};

export function offer(facts: HeldFacts, locale: Locale): Mail {
  const t = words[locale];
  const blocks = [
    text(t.free(longMoment(facts.expiresAt, locale))),
    text(t.after),
    action(t.action, facts.url),
    code(t.code, facts.code),
    sessionPanel(facts, locale, 'public'),
    link(t.leave, facts.manageUrl),
  ];
  const subject = `${t.subject}: ${subjectOf(facts.session, locale)}`;
  return compose(
    { subject, title: t.title, recipientName: facts.recipient.name, blocks, sender: facts.sender },
    locale,
  );
}
