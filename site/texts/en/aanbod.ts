import type { aanbod as nl } from '../nl/aanbod.ts';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const meetings = (total: number) => (total === 1 ? '1 session' : `${total} sessions`);

export const aanbod: typeof nl = {
  title: 'What’s on for entrepreneurs',
  description:
    'All coaching, workshops and meetings for entrepreneurs, with what they cost you and who pays the rest.',
  crumb: 'What’s on',
  heading: ({ free, what, words, topic, organiser, city, online }) =>
    capital(
      [
        free && 'free',
        online && 'online',
        small(what ?? 'sessions'),
        words && `with ‘${words}’`,
        topic && `on ${small(topic)}`,
        organiser && `by ${organiser}`,
        city && `in ${city}`,
      ]
        .filter(Boolean)
        .join(' '),
    ),
  period: {
    from: (date) => `from ${date}`,
    until: (date) => `until ${date}`,
    between: (from, until) => `from ${from} to ${until}`,
    on: (date) => `on ${date}`,
  },
  found: (total) => `We found ${meetings(total)}`,
  withCancelled: 'Sessions that were called off are included.',
  filters: {
    title: 'Filters',
    open: (chosen) => (chosen === 0 ? 'Filters' : `Filters (${chosen} chosen)`),
    kind: 'Kind of session',
    allKinds: 'All',
    topic: 'Subject',
    allTopics: 'All subjects',
    place: 'Where',
    allPlaces: 'Anywhere',
    online: 'Online',
    option: (label, total) => `${label} (${total})`,
    when: 'When',
    periods: { 'deze-week': 'This week', 'deze-maand': 'This month', 'volgende-maand': 'Next month' },
    from: 'From',
    until: 'Until',
    organiser: 'Organiser',
    allOrganisers: 'All organisers',
    free: 'Free for you',
    cancelled: 'Also show what was called off',
    apply: 'Show sessions',
    clear: 'Clear all filters',
    chosen: 'You chose',
    remove: 'remove this filter',
    withCancelled: 'Also what was called off',
  },
  groups: {
    thisWeek: 'This week',
    nextWeek: 'Next week',
    week: (number, days) => `Week ${number}: ${days}`,
  },
  empty: {
    title: 'No sessions found',
    text: 'There is nothing now with these filters together. This comes close:',
    nothing: 'No new sessions are planned now. Look again later, or call us.',
    words: (words) => `We found nothing with ‘${words}’. Try another word, or call us.`,
    without: (part, total) => `Without ${part}: ${meetings(total)}`,
    all: 'See everything on offer',
  },
  more: 'More sessions',
  first: 'Back to the first sessions',
  module: {
    duration: 'How long',
    minutes: (total) => {
      const [hours, rest] = [Math.floor(total / 60), total % 60];
      const parts = [
        hours > 0 && `${hours} ${hours === 1 ? 'hour' : 'hours'}`,
        rest > 0 && `${rest} minutes`,
      ];
      return parts.filter(Boolean).join(' and ');
    },
    topic: 'Subject',
    organiser: 'Made by',
    programme: 'Programme',
    dates: 'When is it?',
    noDates: 'No date is planned now',
    noDatesText: 'Call us if you would like this. Or look at something like it.',
    similar: (topic) => `See everything on ${small(topic)}`,
    about: 'What will you do?',
  },
};
