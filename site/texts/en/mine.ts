import type { mine as nl } from '../nl/mine.ts';

export const mine: typeof nl = {
  title: 'My bookings',
  signedInAs: (email) => `Signed in as ${email}`,
  done: {
    place: 'Your place has been cancelled',
    placeText:
      'Thank you: someone else can come now. We take the appointment out of your calendar with a mail.',
    swap: 'Your place has moved',
    swapText: 'You see the new date below. You get a mail that moves the appointment in your calendar.',
    queue: 'You are off the waiting list',
    queueText: 'You do not have to do anything else.',
  },
  toConfirm: {
    title: 'Waiting for you',
    held: (until) => `We keep this place for you until ${until}.`,
    offered: (until) => `A place has come free. It is yours until ${until}.`,
    asksToWait: (until) => `Confirm before ${until} that you want to wait.`,
    action: 'Confirm my place',
  },
  upcoming: 'After that',
  queue: {
    title: 'On the waiting list',
    view: 'See or change',
    position: (position) => `You are number ${position} on the waiting list.`,
    text: 'When a place comes free you get a mail, and we keep that place for you for a while.',
  },
  paid: {
    title: 'What the municipality pays for you',
    been: (amount, sessions) =>
      sessions === 1 ? `${amount} for 1 past session.` : `${amount} for ${sessions} past sessions.`,
    coming: (amount, sessions) =>
      sessions === 1 ? `${amount} for 1 session to come.` : `${amount} for ${sessions} sessions to come.`,
    unpriced: (sessions, more) => {
      const one = sessions === 1;
      const what = `${more ? 'And ' : ''}${sessions}${more ? ' more' : ''} ${one ? 'session' : 'sessions'}`;
      return `${what}. The municipality pays for ${one ? 'it' : 'them'} as a whole. There is no price per entrepreneur.`;
    },
    note: 'Including VAT, as decided when you booked.',
  },
  history: 'Past or cancelled',
  notMarked: 'Not marked yet',
  byYou: 'Cancelled by you',
  byOrganiser: 'Was called off',
  empty: {
    title: 'You have nothing planned yet',
    text: 'Look for a session that suits your question. You see at once what it costs you.',
    action: 'See what’s on',
  },
};
