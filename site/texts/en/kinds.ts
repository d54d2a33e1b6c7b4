import { kindWords, pluralKindWords, topicWords } from '../../../api/language/vocabularies.ts';
import type { kinds as nl } from '../nl/kinds.ts';

export const kinds: typeof nl = {
  one: kindWords.en,
  many: pluralKindWords.en,
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
  topics: topicWords.en,
};
