import type { Texts } from '../nl.ts';

export const exports: Texts['exports'] = {
  charts: {
    visits: 'Visits',
    shares: 'Share of the unique entrepreneurs, without unknown',
    reference: (source) => `Comparison: ${source}`,
    protectedOut: 'Groups that are protected stand in the table only.',
  },
  course: {
    title: 'Week by week',
    lead: 'By the week of the session. A session that was called off does not count.',
    soFar: 'Added up to the end of each week',
    week: 'Week',
    shortWeek: (number) => `wk ${number}`,
    longWeek: (number) => `Week ${number}`,
    sessions: 'Sessions',
    registrations: 'Registrations',
    visits: 'Visits',
  },
};
