import type { Words } from './word-shapes.ts';
import { money } from '../../language/amounts.ts';

type SignalFigures = Record<string, number>;
const visits = ({ member = 0, notMember = 0, unknown = 0 }: SignalFigures): [string, number][] => [
  ['Visits by members', member],
  ['Visits by non-members', notMember],
  ['Membership not known', unknown],
];
const moneyRows = (f: SignalFigures): [string, string][] => [
  ['Promised and paid', money(f.spentCents!, 'en')],
  ['Phase, ex VAT', money(f.ceilingCents!, 'en')],
];
const reach = [
  'Put in every invitation: for all entrepreneurs, member or not.',
  'Ask the municipality and the other associations to share your offer.',
  'Share the page of the offer beyond your own list of members: local media, the high street, social media.',
];

export const en: Words = {
  'low-interest': ({ f, t }) => ({
    title: 'Low interest',
    explanation: `Of the places of sessions that were held ${f.percent}% were taken. The threshold is ${t.percent}%.`,
    figures: [
      ['Places taken', f.taken!],
      ['Places', f.places!],
    ],
    suggestions: [
      ...reach.slice(1),
      'See whether time and place suit: early in the morning or after closing time is better for many shops.',
    ],
  }),
  'members-only': ({ f }) => ({
    title: 'Only members came',
    explanation:
      'Of no visit is it known that the entrepreneur is not a member. The offer is for all entrepreneurs.',
    figures: visits(f),
    suggestions: reach,
  }),
  'few-non-members': ({ f, t }) => ({
    title: 'Few non-members',
    explanation: `Of the visits with known membership ${f.percent}% are by non-members. The threshold is ${t.percent}%.`,
    figures: visits(f),
    suggestions: reach,
  }),
  'membership-little-known': ({ f, t }) => ({
    title: 'Too little is known of membership',
    explanation: `Only from ${t.known} visits with known membership on can be said whether enough non-members come. Not known never counts as non-member.`,
    figures: visits(f),
    suggestions: [
      'Put your list of members in the portal. Nobody can read it: only a code of it is kept.',
      'Ask participants at the door whether they are members. They need not answer.',
    ],
  }),
  'target-not-planned': ({ f, t, group }) => ({
    title: `${f.short} more ${group} to plan`,
    explanation: `At least ${t.min} were agreed. There is still time: ${f.daysLeft} days until the end of the quarter.`,
    figures: [
      ['Held', f.held!],
      ['Planned', f.planned!],
    ],
    suggestions: ['Plan the dates now, so that there is time to announce them.'],
  }),
  'target-unreachable': ({ f, t, group }) => ({
    title: f.daysLeft === 0 ? `Target not reached: ${group}` : `Target out of reach: ${group}`,
    explanation:
      f.daysLeft === 0
        ? `At least ${t.min} were agreed. It is ${f.short} too few.`
        : `At least ${t.min} were agreed. ${f.short} are missing; in the days that are left ${f.possible} are possible.`,
    figures: [
      ['Held', f.held!],
      ['Planned', f.planned!],
    ],
    suggestions: [
      'Explain how it came about, and what you do differently next quarter.',
      'Discuss with the municipality whether sessions can move to the next quarter.',
    ],
  }),
  'target-exceeded': ({ f, t, group }) => ({
    title: `More ${group} than agreed`,
    explanation: `At most ${t.max} were agreed.`,
    figures: [
      ['Held', f.held!],
      ['Planned', f.planned!],
    ],
    suggestions: ['Discuss with the municipality whether the extra sessions belong to the programme.'],
  }),
  'attendance-unmarked': ({ f }) => ({
    title: 'Attendance not marked',
    explanation: 'Of sessions that were over a week ago it is not known of everyone whether they came.',
    figures: [['Registrations without attendance', f.unmarked!]],
    suggestions: ['Complete the attendance lists. Do you not know any more? Leave it open and say so here.'],
  }),
  'budget-ahead': ({ f }) => ({
    title: 'The money goes faster than the quarter',
    explanation: `Of the phase ${f.percent}% is promised or paid, and ${f.elapsedPercent}% of the quarter is over.`,
    figures: moneyRows(f),
    suggestions: ['Talk to the municipality before you plan more sessions.'],
  }),
  'budget-behind': ({ f }) => ({
    title: 'The money stays behind the quarter',
    explanation: `Of the phase ${f.percent}% is promised or paid, and ${f.elapsedPercent}% of the quarter is over.`,
    figures: moneyRows(f),
    suggestions: ['See whether there are sessions to plan that entrepreneurs ask for.'],
  }),
};
