import { action, text } from '../blocks.ts';
import type { Locale, StillWaitingFacts } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { longMoment } from '../../api/language/dates.ts';
import { sessionPanel } from '../session-panel.ts';
import { subjectOf } from '../words.ts';

const words = {
  nl: {
    subject: 'Gaat niet door',
    title: 'Deze datum gaat niet door',
    story: 'De organisator heeft deze bijeenkomst geannuleerd. U stond daar op de wachtlijst.',
    still: 'U blijft op de wachtlijst voor:',
    number: (moment: string, position: number) => `${moment} (nummer ${position})`,
    nothing: 'U hoeft niets te doen. Komt er een plaats voor u vrij? Dan krijgt u meteen een e-mail.',
    action: 'Bekijk of verlaat de wachtlijst',
  },
  en: {
    subject: 'Will not take place',
    title: 'This date will not take place',
    story: 'The organiser has cancelled this session. You were on its waiting list.',
    still: 'You stay on the waiting list for:',
    number: (moment: string, position: number) => `${moment} (number ${position})`,
    nothing:
      'You do not have to do anything. Does a place come free for you? Then you get an e-mail at once.',
    action: 'View or leave the waiting list',
  },
};

/** One of the dates that someone waits for is off; the others are left. */
export function stillWaiting(facts: StillWaitingFacts, locale: Locale): Mail {
  const t = words[locale];
  const moments = facts.queues.map(({ startsAt, position }) =>
    t.number(longMoment(startsAt, locale), position),
  );
  const blocks = [
    text(t.story),
    sessionPanel(facts, locale, 'brief'),
    text(`${t.still} ${moments.join('; ')}.`),
    text(t.nothing),
    action(t.action, facts.manageUrl),
  ];
  const subject = `${t.subject}: ${subjectOf(facts.session, locale)}`;
  return compose(
    { subject, title: t.title, recipientName: facts.recipient.name, blocks, sender: facts.sender },
    locale,
  );
}
