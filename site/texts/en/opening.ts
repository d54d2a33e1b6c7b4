import type { Texts } from '../nl.ts';

export const opening: Texts['opening'] = {
  notReady: (blocking) =>
    blocking === 1
      ? 'One thing is needed before this programme can open'
      : `${blocking} things are needed before this programme can open`,
  ready: 'This programme can open',
  readyText: 'In the settings, set the state to ‘Runs’. What is listed below can be done later.',
  weights: { blocking: 'Needed', advice: 'Advice' },
  pages: {
    quarters: 'Make quarters',
    parties: 'Choose the parties',
    authorised: 'Fill in the amount',
    phases: 'Divide the money',
    rules: 'Choose the rules',
    contributions: 'Fill in the amounts',
    targets: 'Fill in the numbers',
    modules: 'To the offer',
    agreement: 'Fill in the date',
    lead: 'Fill in who leads it',
  },
};
