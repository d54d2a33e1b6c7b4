import type { home as nl } from '../nl/home.ts';

export const home: typeof nl = {
  title: 'Coaching, workshops and networking for entrepreneurs',
  description:
    'Find and book coaching, workshops and meetings for entrepreneurs near you. Often free, for members and non-members.',
  promise: 'Set your business on course',
  promiseText: 'Coaching, workshops and meetings for every entrepreneur. Often free, and close to you.',
  next: 'Next free place',
  doors: 'Choose what suits you',
  soon: 'Coming up',
  soonEmpty: 'No new sessions are planned yet. Look again later, or call us.',
  all: 'See everything on offer',
  how: 'How it works',
  steps: [
    { title: 'Choose', text: 'Find a session that fits your question. You see at once what it costs you.' },
    {
      title: 'Book',
      text: 'Your name and e-mail address are enough. You confirm with a code from your mail.',
    },
    {
      title: 'Come',
      text: 'The appointment is in your calendar. Can’t make it? One click makes room for someone else.',
    },
  ],
  everyoneTitle: 'For every entrepreneur, member or not',
  everyoneText:
    'The business associations make the programme and the municipality pays its share. So every entrepreneur is welcome. You need not be a member of anything.',
  everyoneLink: 'Find a session',
};
