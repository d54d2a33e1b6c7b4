import { action, text } from '../blocks.ts';
import type { Locale, SwappedFacts } from '../facts.ts';
import { compose } from '../frame.ts';
import { invite } from '../invite.ts';
import type { Mail } from '../mail.ts';
import { longMoment } from '../../api/language/dates.ts';
import { sessionPanel } from '../session-panel.ts';
import { subjectOf } from '../words.ts';

const words = {
  nl: {
    subject: 'Verplaatst',
    title: 'U komt op een andere datum',
    story: (before: string) =>
      `Uw plaats van ${before} hebt u geruild voor deze datum. Uw nieuwe plaats is zeker.`,
    calendar: 'Met de bijlage verschuift de afspraak in uw agenda.',
    cannot: 'Kunt u toch niet? Meld u dan af. Dan kan een andere ondernemer uw plaats gebruiken.',
    action: 'Bekijk, wijzig of annuleer',
  },
  en: {
    subject: 'Moved',
    title: 'You are coming on another date',
    story: (before: string) =>
      `You have swapped your place of ${before} for this date. Your new place is certain.`,
    calendar: 'The attachment moves the appointment in your calendar.',
    cannot: 'Can you not come after all? Please cancel. Then another entrepreneur can use your place.',
    action: 'View, change or cancel',
  },
};

/** The participant chose another date; the same appointment moves in the calendar. */
export function swapped(facts: SwappedFacts, locale: Locale): Mail {
  const t = words[locale];
  const blocks = [
    text(`${t.story(longMoment(facts.previousStartsAt, locale))} ${t.calendar}`),
    sessionPanel(facts, locale, 'participant'),
    text(t.cannot),
    action(t.action, facts.manageUrl),
  ];
  return compose(
    {
      subject: `${t.subject}: ${subjectOf(facts.session, locale)}`,
      title: t.title,
      recipientName: facts.recipient.name,
      blocks,
      sender: facts.sender,
      attachments: [invite('REQUEST', facts, facts.calendar, locale)],
    },
    locale,
  );
}
