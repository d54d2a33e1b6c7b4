import type { Texts } from '../nl.ts';

export const venues: Texts['venues'] = {
  title: 'Your venues',
  link: 'Venues',
  lead: 'Places where you are more often. You choose them when you make a session.',
  none: 'You have no venues of your own yet.',
  add: 'Add a venue',
  name: 'Name of the place',
  street: 'Street and house number',
  postcode: 'Postcode',
  city: 'Place',
  room: 'Room or floor',
  accessibility: 'How does someone in a wheelchair get in?',
  accessibilityHint: 'Stands with every session at this place.',
  organisation: 'Of which organisation?',
  save: 'Save',
  addButton: 'Add',
  change: 'Change',
  coming: (coming) =>
    coming === 0
      ? 'Nothing is planned here.'
      : coming === 1
        ? '1 session is planned here.'
        : `${coming} sessions are planned here.`,
  addressStays:
    'As long as sessions are planned here, the address stays as it is. Are you moving? Make a new venue and move each session. Then everyone gets a mail.',
  archive: 'Archive this venue',
  archiveText: 'You can then no longer choose it. Sessions that are planned here go on.',
  archiveButton: 'Yes, archive',
  archived: 'Archived',
  done: {
    made: 'The venue is added',
    saved: 'The venue is changed',
    archived: 'The venue is archived',
  },
};
