import { action, text } from '../blocks.ts';
import type { Locale, WaitlistedFacts } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { longMoment } from '../../api/language/dates.ts';
import { sessionPanel } from '../session-panel.ts';
import { subjectOf } from '../words.ts';

const words = {
  nl: {
    subject: 'Wachtlijst',
    title: 'U staat op de wachtlijst',
    full: (position: number) => `Deze bijeenkomst is vol. U staat op nummer ${position} van de wachtlijst.`,
    reserved: (until: string, position: number) =>
      `U bent lid van een ondernemersvereniging. De plaatsen die er nog zijn, zijn tot ${until} voor ondernemers die geen lid zijn. Is er dan nog een plaats? Dan bieden we u die aan. U staat op nummer ${position} van de wachtlijst.`,
    also: 'U wacht op deze datums:',
    number: (moment: string, position: number) => `${moment} (nummer ${position})`,
    first: 'De eerste datum die vrijkomt, bieden we u aan. U gaat dan van de andere wachtlijsten af.',
    next: 'Komt er een plaats voor u vrij? Dan krijgt u meteen een e-mail. U kiest dan zelf of u de plaats neemt.',
    leave: 'Wilt u niet meer wachten? Ga dan van de wachtlijst af.',
    action: 'Bekijk of verlaat de wachtlijst',
  },
  en: {
    subject: 'Waiting list',
    title: 'You are on the waiting list',
    full: (position: number) => `This session is full. You are number ${position} on the waiting list.`,
    reserved: (until: string, position: number) =>
      `You are a member of a business association. The places that are left are for entrepreneurs who are not a member until ${until}. Is there a place left then? Then we offer it to you. You are number ${position} on the waiting list.`,
    also: 'You are waiting for these dates:',
    number: (moment: string, position: number) => `${moment} (number ${position})`,
    first: 'We offer you the first date that comes free. You are then taken off the other waiting lists.',
    next: 'Does a place come free for you? Then you get an e-mail at once. You choose whether you take the place.',
    leave: 'Do you not want to wait any longer? Then leave the waiting list.',
    action: 'View or leave the waiting list',
  },
};

function severalQueues(queues: WaitlistedFacts['queues'], t: (typeof words)[Locale], locale: Locale) {
  if (queues.length < 2) return [];
  const moments = queues.map(({ startsAt, position }) => t.number(longMoment(startsAt, locale), position));
  return [text(`${t.also} ${moments.join('; ')}.`), text(t.first)];
}

export function waitlisted(facts: WaitlistedFacts, locale: Locale): Mail {
  const t = words[locale];
  const blocks = [
    text(
      facts.reservedUntil
        ? t.reserved(longMoment(facts.reservedUntil, locale), facts.position)
        : t.full(facts.position),
    ),
    text(t.next),
    ...severalQueues(facts.queues, t, locale),
    sessionPanel(facts, locale, 'public'),
    text(t.leave),
    action(t.action, facts.manageUrl),
  ];
  const subject = `${t.subject}: ${subjectOf(facts.session, locale)}`;
  return compose(
    { subject, title: t.title, recipientName: facts.recipient.name, blocks, sender: facts.sender },
    locale,
  );
}
