import type { Texts } from '../nl.ts';

export const desk: Texts['desk'] = {
  menu: 'Parts',
  groups: {
    account: 'Account for it',
    steer: 'Steer',
    money: 'Money',
    payer: 'Who pays',
    programme: 'Programme',
    municipality: 'Municipality',
  },
  pages: {
    quarter: 'Quarters',
    calendar: 'Calendar quarters',
    signals: 'Signals',
    measures: 'Phases and measures',
    money: 'Budget and ledger',
    phases: 'Money for each quarter',
    aid: 'State aid',
    reviews: 'Reviews',
    rules: 'Rules',
    products: 'Products',
    settings: 'Settings',
    history: 'Earlier figures',
  },
  quarterPages: 'About this quarter',
  tabs: {
    report: 'Report',
    compare: 'Compare',
    evaluation: 'Evaluation',
    access: 'Open to all',
    settlement: 'Settlement',
  },
};
