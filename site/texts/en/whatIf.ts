import type { whatIf as nl } from '../nl/whatIf.ts';

export const whatIf: typeof nl = {
  title: 'What does it cost me?',
  lead: 'Give your KVK number. You see at once whether the municipality pays for you, and why. We do not keep that you asked.',
  kvkNumber: 'KVK number',
  hint: '8 digits. You find it on your extract, or on kvk.nl.',
  button: 'See what it costs me',
  again: 'Look with another number',
  answer: (kvkNumber) => `If you book now with KVK number ${kvkNumber}`,
  note: 'We only looked at this number. What the municipality paid for you before counts when you book.',
  wrong: 'Give a KVK number. It has 8 digits.',
  first: 'First see what it costs',
};
