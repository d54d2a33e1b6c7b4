import type { kinds as nl } from '../nl/kinds.ts';

export const kinds: typeof nl = {
  one: {
    coaching: 'Coaching session',
    knowledge: 'Knowledge session',
    workshop: 'Workshop',
    inspiration: 'Inspiration session',
    network: 'Network meeting',
    oneOnOne: 'One-to-one work session',
  },
  many: {
    coaching: 'Coaching sessions',
    knowledge: 'Knowledge sessions',
    workshop: 'Workshops',
    inspiration: 'Inspiration sessions',
    network: 'Network meetings',
    oneOnOne: 'One-to-one work sessions',
  },
  short: {
    coaching: 'Coaching',
    knowledge: 'Knowledge',
    workshop: 'Workshops',
    inspiration: 'Inspiration',
    network: 'Network',
    oneOnOne: 'One-to-one',
  },
  explained: {
    coaching: 'Set your next step together with a coach',
    knowledge: 'One evening to catch up on rules, money or growth',
    workshop: 'Get to work with someone who knows how',
    inspiration: 'Stories of entrepreneurs who moved on',
    network: 'Meet other entrepreneurs and trade ideas',
    oneOnOne: 'Work on your own question with a trainer',
  },
  topics: {
    financing: 'Finance and funding',
    marketing: 'Marketing',
    socialMedia: 'Social media',
    sales: 'Sales and acquisition',
    networking: 'Networking and sparring',
    recovery: 'Getting your business back on its feet',
  },
};
