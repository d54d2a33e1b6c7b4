import type { Texts } from '../nl.ts';

const plural = (value: string, one: string, many: string) => `${value} ${value === '1' ? one : many}`;

export const report: Texts['report'] = {
  protected: 'protected',
  protectedNote: (least) =>
    `Protected: less than ${least}, or left out because a number under ${least} could be computed from it.`,
  membershipProtected: 'members and non-members partly protected',
  flow: {
    title: 'Interest and lead time',
    interest: 'Interest',
    interestUnit: (registrations, places) =>
      `${plural(registrations, 'registration', 'registrations')} for ${plural(places, 'place', 'places')}`,
    noPlaces: 'no places',
    lead: 'Lead time',
    days: (days) => plural(days, 'day', 'days'),
    leadUnit: (mean, cases) =>
      `median from registration to session; ${mean} on average, over ${plural(cases, 'registration', 'registrations')}`,
    tooFew: 'too few',
    tooFewUnit: (cases) =>
      `${plural(cases, 'registration', 'registrations')} for sessions that were held; under 10 we give no average`,
    open: 'Still open',
    openUnit: 'registrations for sessions to come',
  },
  breakdowns: {
    title: 'Who came, and for what',
    lead: 'Visits counts every visit, and the bar shows it. Unique entrepreneurs counts each person once per line.',
    names: {
      organiser: 'By organiser',
      topic: 'By topic',
      kind: 'By kind',
      membership: 'By membership',
      district: 'By district or town',
      industry: 'By industry',
      age: 'By age',
    },
    bases: {
      organiser: 'A session of several organisers counts for the first.',
      topic: '',
      kind: '',
      membership: 'Unknown does not count as non-member.',
      district: 'Where the entrepreneur lives.',
      industry: '',
      age: 'Age in the year of the session.',
    },
    category: 'Group',
    sessions: 'Sessions',
    registrations: 'Registrations',
    visits: 'Visits',
    unique: 'Unique entrepreneurs',
    share: 'Share',
    reference: 'Reference',
    index: 'Index',
    referenceNote: (source, day) =>
      `Reference: ${source}, as of ${day}. An index above 1 means: more than in that group. Shares leave unknown out.`,
    unknown: 'Unknown',
    under18: 'Younger than 18',
    over67: 'Older than 67',
    ages: (from, until) => `${from} to ${until}`,
    total: 'Together',
    none: 'There are no registrations or visits yet.',
    kindByMembership: 'By kind and membership',
    kindByMembershipUnit: 'Visits. Unknown does not count as non-member.',
  },
  kept: {
    title: 'As the quarter ended',
    lead: (day) =>
      `Kept on ${day}. These figures no longer change. What was updated after that stands beside them.`,
    table: 'Figures at the end and now',
    figure: 'Figure',
    then: 'Then',
    now: 'Now',
    difference: 'Difference',
    figures: {
      'sessions/held': 'Sessions held',
      registrations: 'Registrations',
      present: 'Visits',
      uniqueEntrepreneurs: 'Unique entrepreneurs',
      noShow: 'Did not come',
      'membership/notMember': 'Visits of non-members',
    },
  },
  own: {
    title: (organisation) => `The sessions of ${organisation}`,
    registrations: 'Registrations',
    registrationsUnit: (places) => `for ${plural(places, 'place', 'places')}`,
    visits: 'Visits',
    visitsUnit: (persons) => `of ${plural(persons, 'entrepreneur', 'entrepreneurs')}`,
    notMembers: 'Non-members',
    none: 'no visits yet',
    notMembersUnit: (unknown) => `of the visits; not known of ${plural(unknown, 'visit', 'visits')}`,
  },
};
