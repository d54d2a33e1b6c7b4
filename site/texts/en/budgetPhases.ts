import type { Texts } from '../nl.ts';

export const budgetPhases: Texts['budgetPhases'] = {
  title: 'Money for each quarter',
  lead: 'Here you divide the money of the decision over the quarters. Each part is called a phase. Without a phase the municipality can promise nothing in a quarter.',
  notAuthorised: 'First the amount of the decision',
  notAuthorisedText:
    'The settings do not say yet how much the decision allows. After that you divide it here.',
  toSettings: 'Fill in the amount in the settings',
  noQuarters: 'This programme has no quarters yet.',
  toQuarters: 'Make quarters in the settings',
  authorised: 'At most, by the decision',
  together: 'Phases together',
  free: 'Still to divide',
  quarter: (ordinal) => `Quarter ${ordinal}`,
  period: (from, until) => `${from} until ${until}`,
  amount: 'Amount, without VAT',
  amountHint: 'In euros, for example 30,000.',
  save: 'Save amount',
  remove: 'Remove the phase',
  promised: (amount) => `${amount} of this was promised already. So it cannot be less.`,
  fixed: 'Something was decided about this phase. Lowering or pausing it is done with a measure.',
  toMeasures: 'To phases and measures',
  saved: (ordinal) => `The phase of quarter ${ordinal} is saved`,
  removed: (ordinal) => `The phase of quarter ${ordinal} is gone`,
  notAnAmount: 'Fill in an amount above zero, such as 30,000 or 1,262.50.',
};
