import type { Texts } from '../nl.ts';

const plural = (value: number, one: string, many: string): string => `${value} ${value === 1 ? one : many}`;

export const openData: Texts['openData'] = {
  title: 'Open data and API',
  lead: 'How many entrepreneurs the programmes reach, per quarter. Everyone may use these figures.',
  programmes: 'Figures per programme',
  noProgrammes:
    'No programme has started yet. As soon as a quarter of a programme is over, its figures will be here.',
  quarters: (number) => (number === 0 ? 'No quarter is over yet' : plural(number, 'quarter', 'quarters')),
  of: (programme) => `Open data of ${programme}`,
  ofLead: (municipality) => `Figures of the municipality of ${municipality}, per quarter that is over.`,
  rules: {
    title: 'What you get',
    items: [
      'Sessions, places, registrations, visits and entrepreneurs, and the visits per group.',
      'Only quarters that are over. The figures were kept when the quarter ended and do not change any more. So what was put right later is not in them.',
      'No names, no money of persons, and no numbers below 10 about persons. What would give away such a number is left out too. In the files that cell is empty.',
      'Licence: CC0. You may do anything with these figures, without permission or attribution.',
    ],
  },
  files: {
    title: 'Downloads',
    csv: 'All quarters as CSV',
    json: 'All quarters as JSON',
    api: 'The same from the API',
  },
  more: {
    title: 'For systems',
    catalogue: 'The description of these datasets (DCAT, JSON-LD)',
    api: 'All about the API',
    agenda: 'The sessions on offer are open too: as a calendar (ICS) and from the API.',
  },
  table: {
    caption: 'Per quarter',
    quarter: 'Quarter',
    period: 'Period',
    sessions: 'Sessions held',
    places: 'Places',
    registrations: 'Registrations',
    visits: 'Visits',
    persons: 'Entrepreneurs',
    asOf: 'Reference date',
  },
  none: 'No quarter of this programme is over yet.',
  breakdowns: 'Who came, per quarter',
  ofQuarter: (ordinal, period) => `Quarter ${ordinal}: ${period}`,
  few: 'There were too few visits to break down.',
  until: (from, until) => `${from} to ${until}`,
  protectedNote:
    'Protected: less than 10, or left out because a number below 10 could be computed otherwise.',
  dataset: {
    catalogue: 'Open data of Opkoers',
    catalogueText:
      'Figures per quarter of programmes in which municipalities pay coaching and workshops for entrepreneurs.',
    title: (programme) => `${programme}: sessions and visits per quarter`,
    text: (programme, municipality) =>
      `Per quarter of ${programme} (municipality of ${municipality}): sessions, places, registrations, visits and entrepreneurs, and the visits per group. Numbers below 10 are protected.`,
    publisher: (municipality) => `Municipality of ${municipality}`,
    keywords: ['entrepreneurs', 'coaching', 'workshops', 'SME'],
  },
};
