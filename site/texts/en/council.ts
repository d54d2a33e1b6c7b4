import type { Texts } from '../nl.ts';

const plural = (value: number, one: string, many: string): string => `${value} ${value === 1 ? one : many}`;

export const council: Texts['council'] = {
  title: (programme, quarter) => `Report of ${programme}, quarter ${quarter}`,
  kicker: (municipality) => `Municipality of ${municipality}, for college and council`,
  period: (from, until) => `From ${from} to ${until}.`,
  print: 'Print or keep as PDF',
  back: 'Back to the quarter',
  short: {
    title: 'In short',
    running: (until) => `This quarter runs until ${until}. The figures can still change.`,
    decided: (decision, day) => `Decision after the evaluation: ${decision} (${day}).`,
    undecided: 'The quarter has not been evaluated yet.',
  },
  done: {
    title: 'What was done',
    table: 'Sessions against the target',
    group: 'Kind',
    goal: 'Target',
    held: 'Held',
    planned: 'Still planned',
    cancelled: 'Called off',
    total: 'Together',
    noGoal: 'none',
    none: 'No sessions were planned or held in this quarter.',
    range: (min, max) => (min === max ? min : `${min} to ${max}`),
  },
  who: {
    title: 'Who came',
    text: (persons, visits, registrations, places) =>
      `${plural(persons, 'entrepreneur', 'entrepreneurs')} came ${visits} times together. There were ${plural(registrations, 'registration', 'registrations')} for ${plural(places, 'place', 'places')}.`,
    missed: (noShow, excused) =>
      `${noShow} times someone did not come and gave no notice. ${excused} times someone gave notice.`,
    none: 'There are no visits yet.',
    table: 'Visits of members and non-members',
    group: 'Membership',
    visits: 'Visits',
    share: 'Share',
    unknown: 'Unknown never counts as non-member.',
    topics: 'Visits by topic',
    course: 'The quarter week by week',
  },
  open: {
    title: 'Open to every entrepreneur',
    how: 'Every session is checked when it is published, after every change, every day and afterwards. The portal then books on trial as a member and as a non-member.',
    closed: 'These sessions were not open all the time:',
  },
  money: {
    title: 'Money',
    table: 'Money for the sessions of this quarter',
    what: 'What',
    exVat: 'Excluding VAT',
    vat: 'VAT',
    phase: 'Phase: the money for this quarter',
    states: {
      realised: 'Realised: held or attended',
      committed: 'Committed: promised, not held yet',
      reserved: 'Reserved: not certain yet',
    },
    none: 'No money has been recorded for the sessions of this quarter yet.',
    was: (authorised) => `The decision allows at most ${authorised} for the whole programme`,
  },
  evaluation: {
    title: 'Evaluation and decision',
    none: 'This quarter has not been evaluated yet.',
    decision: 'Decision',
    recorded: (day) => `Recorded on ${day}.`,
    measures: 'Measures in this quarter',
  },
  about: {
    title: 'About these figures',
    asOf: (moment) => `All figures are of ${moment}.`,
    belongs:
      'A session belongs to the quarter in which it starts. Who came more often counts more often in visits.',
    online: 'All breakdowns, and the figures as a file',
  },
};
