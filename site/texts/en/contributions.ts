import type { Texts } from '../nl.ts';

export const contributions: Texts['contributions'] = {
  title: 'Contribution for each session',
  amount: (group) => `${group}, ex VAT`,
  amountHint: 'In euros, for example 1.500.',
  rate: (group) => `${group}: VAT`,
  rates: {
    '21': '21% VAT',
    '9': '9% VAT',
    '0': '0% VAT',
    exempt: 'exempt from VAT',
    unknown: 'VAT not known',
  },
  line: (amount, rate) => `${amount} ex VAT, ${rate}`,
  own: {
    title: 'Contribution of the municipality',
    one: (exVat, inclVat) =>
      `The municipality pays ${exVat} for this session, ex VAT. Including VAT that is ${inclVat}.`,
    noVat: (amount) => `The municipality pays ${amount} for this session. There is no VAT on it.`,
    notPromised: (amount) =>
      `${amount} is meant for this session, ex VAT. The municipality has not promised it yet.`,
    draft: 'The amount is fixed as soon as you publish.',
    perModule: 'For a whole session the municipality pays, ex VAT:',
    set: 'The municipality sets these amounts. You cannot change them.',
    full: (exVat) =>
      `This session needs ${exVat}, ex VAT. Do you want to keep this date? Then talk to the municipality.`,
  },
};
