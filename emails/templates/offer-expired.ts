import { action, text } from '../blocks.ts';
import type { Locale, RegistrationFacts } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { sessionPanel } from '../session-panel.ts';
import { subjectOf } from '../words.ts';

const words = {
  nl: {
    subject: 'De plaats is vervallen',
    title: 'De plaats is vervallen',
    story:
      'Er was een plaats voor u vrij. U hebt die niet op tijd genomen. Nu is de plaats voor iemand anders.',
    queue: 'U staat niet meer op de wachtlijst.',
    again: 'Wilt u toch komen? Meld u dan opnieuw aan. U ziet dan meteen of er plaats is.',
    action: 'Bekijk de bijeenkomst',
  },
  en: {
    subject: 'The place has lapsed',
    title: 'The place has lapsed',
    story: 'A place was free for you. You did not take it in time. Now the place is for someone else.',
    queue: 'You are no longer on the waiting list.',
    again: 'Do you still want to come? Then book again. You see at once whether there is a place.',
    action: 'See the session',
  },
};

export function offerExpired(facts: RegistrationFacts, locale: Locale): Mail {
  const t = words[locale];
  const { session, recipient, sender } = facts;
  const blocks = [
    text(`${t.story} ${t.queue}`),
    sessionPanel(facts, locale, 'brief'),
    text(t.again),
    action(t.action, session.url),
  ];
  const subject = `${t.subject}: ${subjectOf(session, locale)}`;
  return compose({ subject, title: t.title, recipientName: recipient.name, blocks, sender }, locale);
}
