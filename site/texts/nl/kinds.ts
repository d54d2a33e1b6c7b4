import { kindWords, pluralKindWords, topicWords } from '../../../api/language/vocabularies.ts';

export const kinds = {
  one: kindWords.nl,
  many: pluralKindWords.nl,
  short: {
    coaching: 'Coaching',
    knowledge: 'Kennis',
    workshop: 'Workshops',
    inspiration: 'Inspiratie',
    network: 'Netwerk',
    oneOnOne: '1-op-1',
  },
  explained: {
    coaching: 'Samen met een coach uw volgende stap bepalen',
    knowledge: 'In één avond bijpraten over regels, geld of groei',
    workshop: 'Zelf aan de slag met iemand die het kan',
    inspiration: 'Verhalen van ondernemers die verder kwamen',
    network: 'Andere ondernemers ontmoeten en ideeën ruilen',
    oneOnOne: 'Met een trainer aan uw eigen vraag werken',
  },
  topics: topicWords.nl,
};
