import type { session as nl } from '../nl/session.ts';

export const session: typeof nl = {
  when: 'When',
  where: 'Where',
  by: 'By',
  leader: 'Led by',
  places: 'Places',
  language: 'Language',
  dutch: 'Dutch',
  access: 'Accessibility',
  accessAsk: 'Do you need something to be able to take part? Call us and we will arrange it together.',
  forWhom: 'For whom',
  everyone: 'For all entrepreneurs, member or not',
  members: 'Only for members of the organiser',
  wasBefore: 'Moved. It was:',
  onlineLink: 'Online. The link is in the mail once your place is confirmed.',
  alsoOnline: 'You can also join online.',
  route: 'See it on the map',
  moreFrom: (organiser) => `More from ${organiser}`,
  placesOf: (places) => `There is room for ${places} entrepreneurs`,
  placesLeft: (left, capacity) => `${left} of the ${capacity} places left`,
  full: (capacity) => `All ${capacity} places are taken`,
  queue: (waiting) => {
    if (waiting === 0) return 'Nobody is on the waiting list yet.';
    return waiting === 1
      ? '1 entrepreneur is on the waiting list.'
      : `${waiting} entrepreneurs are on the waiting list.`;
  },
  fullText: 'There is no waiting list. See below whether another date suits you.',
  cancelling: 'Cancelling',
  cancelUntil: (until) => `You can cancel until ${until}`,
  queueHow: 'When a place comes free, we e-mail you.',
  register: 'Book a place',
  joinQueue: 'Join the waiting list',
  notOpen: (from) => `You can book from ${from}.`,
  closed: (since) => `Booking closed on ${since}.`,
  closedText: 'Would you still like to come? Call us.',
  past: 'This session is over.',
  pastText: 'See below whether there is a new date.',
  cancelledTitle: 'This session has been called off',
  cancelledText: 'Did you have a place? Then you received a mail. See below whether another date suits you.',
  movedTitle: 'This session has been moved',
  movedText: (from, to) => `First it was on ${from}. Now it is on ${to}.`,
  onlineTitle: 'This session takes place online',
  onlineText: 'It is not on location. Whoever has a place gets the link by e-mail.',
  registered: 'You have booked',
  toRegistration: 'See your booking',
  freeShort: 'Free for you',
  ownShort: (own) => `You pay ${own}`,
  about: 'What is it about?',
  organisers: 'Who organises this?',
  organisersText: (organisers, _, programme) =>
    `Organised by ${organisers}, as part of the programme ${programme}.`,
  otherDates: 'Other dates',
  allDates: 'See all dates',
  similar: 'You may also like',
  pay: {
    everyone: (programme) =>
      `The money comes from the programme ${programme}. Every entrepreneur is welcome.`,
    conditions: (programme) => `The money comes from the programme ${programme}. These conditions apply:`,
    kvkNumber: 'Your business has a KVK number. Do you not know it? Then we will look it up together.',
    notPaidForModule: 'The municipality has not paid for this subject for you before.',
    capPerEntrepreneur: (max) => `The municipality pays at most ${max} times per entrepreneur.`,
    otherwise: (total) =>
      `Is that not so for you? Then it costs ${total}. You hear this at once when you book.`,
  },
};
