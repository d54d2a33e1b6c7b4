import { action, text } from '../blocks.ts';
import type { CancelledFacts, Locale } from '../facts.ts';
import { compose } from '../frame.ts';
import { invite } from '../invite.ts';
import type { Mail } from '../mail.ts';
import { sessionPanel } from '../session-panel.ts';
import { subjectOf } from '../words.ts';

const words = {
  nl: {
    byParticipant: {
      subject: 'Geannuleerd',
      title: 'Uw aanmelding is geannuleerd',
      story: 'U hebt geannuleerd. Dank dat u het liet weten: zo krijgt een andere ondernemer een kans.',
    },
    byOrganiser: {
      subject: 'Geannuleerd',
      title: 'Uw aanmelding is geannuleerd',
      story: 'De organisator heeft uw aanmelding geannuleerd. Bel ons als u wilt weten waarom.',
    },
    offTheAgenda: {
      subject: 'Gaat niet door',
      title: 'Deze bijeenkomst gaat niet door',
      story: 'De organisator heeft deze bijeenkomst geannuleerd. Dat spijt ons. U hoeft zelf niets te doen.',
    },
    calendar: 'De bijlage haalt de afspraak uit uw agenda.',
    other: 'Misschien past een ander moment of een ander onderwerp wel.',
    action: 'Bekijk het aanbod',
  },
  en: {
    byParticipant: {
      subject: 'Cancelled',
      title: 'Your booking is cancelled',
      story: 'You have cancelled. Thank you for letting us know: this gives another entrepreneur a chance.',
    },
    byOrganiser: {
      subject: 'Cancelled',
      title: 'Your booking is cancelled',
      story: 'The organiser has cancelled your booking. Call us if you want to know why.',
    },
    offTheAgenda: {
      subject: 'Will not take place',
      title: 'This session will not take place',
      story: 'The organiser has cancelled this session. We are sorry. You do not have to do anything.',
    },
    calendar: 'The attachment takes the appointment out of your calendar.',
    other: 'Perhaps another date or another subject suits you.',
    action: 'See what is on offer',
  },
};

export function cancelled(facts: CancelledFacts, locale: Locale): Mail {
  const t = words[locale];
  const what =
    facts.by === 'participant' ? t.byParticipant : facts.sessionCancelled ? t.offTheAgenda : t.byOrganiser;
  const blocks = [
    text(facts.calendar ? `${what.story} ${t.calendar}` : what.story),
    sessionPanel(facts, locale, 'brief'),
    text(t.other),
    action(t.action, facts.sender.offerUrl),
  ];
  const subject = `${what.subject}: ${subjectOf(facts.session, locale)}`;
  const attachments = facts.calendar ? [invite('CANCEL', facts, facts.calendar, locale)] : [];
  return compose(
    {
      subject,
      title: what.title,
      recipientName: facts.recipient.name,
      blocks,
      sender: facts.sender,
      attachments,
    },
    locale,
  );
}
