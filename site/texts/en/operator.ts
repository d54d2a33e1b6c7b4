import type { Texts } from '../nl.ts';

export const operator: Texts['operator'] = {
  title: 'E-mails that could not leave',
  lead: 'These e-mails were tried several times and then set aside. Take the cause away first. Then try them again.',
  none: 'All e-mails have left',
  noneText: 'Nothing is set aside.',
  queuedAt: (moment) => `Queued on ${moment}`,
  failedAt: (moment) => `Given up on ${moment}`,
  reason: 'Cause',
  tries: (tries) => (tries === 1 ? 'tried once' : `tried ${tries} times`),
  again: 'Try again',
  done: 'The e-mail is on its way again',
  doneText: 'Is what it says no longer true? Then it is not sent.',
  kinds: {
    signIn: 'Signing in',
    confirm: 'Confirm a place',
    confirmed: 'Confirmation',
    swapped: 'On another date',
    waitlisted: 'Waiting list',
    offer: 'A place is free',
    moved: 'Moved',
    cancelled: 'Cancelled',
    reminder: 'Reminder',
    thanks: 'Thank-you',
    offerExpired: 'Place lapsed',
    digest: 'Overview of the week',
  },
};
