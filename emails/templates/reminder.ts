import { action, quietLink, text } from '../blocks.ts';
import type { Locale, ReminderFacts } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { sessionPanel } from '../session-panel.ts';
import { subjectOf } from '../words.ts';

const words = {
  nl: {
    subject: 'Herinnering',
    title: ['Vandaag is het zover', 'Morgen is het zover'],
    later: (days: number) => (days === 7 ? 'Over een week is het zover' : `Over ${days} dagen is het zover`),
    story: 'U hebt een plaats bij deze bijeenkomst. Hieronder staat alles op een rij.',
    cannot: 'Kunt u toch niet? Annuleer dan. Zo kan een andere ondernemer uw plaats gebruiken.',
    cannotNow: 'Kunt u toch niet? Laat het dan weten, ook nu nog.',
    action: 'Bekijk of annuleer',
    off: 'Wilt u geen herinneringen meer? Zet ze uit',
  },
  en: {
    subject: 'Reminder',
    title: ['Today is the day', 'Tomorrow is the day'],
    later: (days: number) => (days === 7 ? 'One week to go' : `${days} days to go`),
    story: 'You have a place at this session. Below you find everything you need.',
    cannot: 'Can you not come after all? Please cancel. Then another entrepreneur can use your place.',
    cannotNow: 'Can you not come after all? Please let us know, even now.',
    action: 'View or cancel',
    off: 'Do you want no more reminders? Turn them off',
  },
};

/** `daysAhead` counts local days from the moment of sending, so a mail that waited still tells the truth. */
export function reminder(facts: ReminderFacts, locale: Locale): Mail {
  const t = words[locale];
  const { session, recipient, sender, daysAhead } = facts;
  const blocks = [
    text(t.story),
    sessionPanel(facts, locale, 'participant'),
    text(daysAhead === 0 ? t.cannotNow : t.cannot),
    action(t.action, facts.manageUrl),
    quietLink(t.off, facts.unsubscribeUrl),
  ];
  return compose(
    {
      subject: `${t.subject}: ${subjectOf(session, locale)}`,
      title: t.title[daysAhead] ?? t.later(daysAhead),
      recipientName: recipient.name,
      blocks,
      sender,
    },
    locale,
  );
}
