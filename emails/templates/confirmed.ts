import { aidNote } from '../aid.ts';
import { action, text } from '../blocks.ts';
import type { ConfirmedFacts, Locale } from '../facts.ts';
import { compose } from '../frame.ts';
import { invite } from '../invite.ts';
import type { Mail } from '../mail.ts';
import { sessionPanel } from '../session-panel.ts';
import { subjectOf } from '../words.ts';

const words = {
  nl: {
    subject: 'Bevestiging',
    title: 'Uw plaats is zeker',
    calendar: 'Fijn dat u komt. Met de bijlage zet u de afspraak in uw agenda.',
    cannot: 'Kunt u toch niet? Annuleer dan. Zo kan een andere ondernemer uw plaats gebruiken.',
    action: 'Bekijk of annuleer',
  },
  en: {
    subject: 'Confirmation',
    title: 'Your place is confirmed',
    calendar: 'Good that you are coming. The attachment puts the appointment in your calendar.',
    cannot: 'Can you not come after all? Please cancel. Then another entrepreneur can use your place.',
    action: 'View or cancel',
  },
};

export function confirmed(facts: ConfirmedFacts, locale: Locale): Mail {
  const t = words[locale];
  const blocks = [
    text(t.calendar),
    sessionPanel(facts, locale, 'participant'),
    ...aidNote(facts, locale),
    text(t.cannot),
    action(t.action, facts.manageUrl),
  ];
  const subject = `${t.subject}: ${subjectOf(facts.session, locale)}`;
  const attachments = [invite('REQUEST', facts, facts.calendar, locale)];
  return compose(
    {
      subject,
      title: t.title,
      recipientName: facts.recipient.name,
      blocks,
      sender: facts.sender,
      attachments,
    },
    locale,
  );
}
