import { calendarNames } from '../../../api/language/vocabularies.ts';
import type { calendar as nl } from '../nl/calendar.ts';

export const calendar: typeof nl = {
  add: {
    open: 'Add to your calendar',
    openOther: 'Google or Outlook in the browser',
    of: (title) => `: ${title}`,
    note: 'This does not register you yet.',
    google: 'Google Calendar',
    outlook: 'Outlook.com',
    office: 'Outlook for work (Microsoft 365)',
    file: 'Apple or another calendar',
  },
  follow: {
    open: 'Follow these sessions in your calendar',
    text: 'New sessions then appear in your calendar by themselves. You also see what is cancelled or moved.',
    name: calendarNames.en.all,
    program: 'Apple or another calendar',
    google: 'Google Calendar',
    outlook: 'Outlook.com',
    office: 'Outlook for work (Microsoft 365)',
    address: 'Or paste this address in your calendar yourself',
  },
  mine: {
    title: 'Your appointments in your own calendar',
    lead: 'You can let your calendar follow your registrations. When something changes, your calendar changes too.',
    what: 'Your calendar sees only title, time and place of your confirmed places. No link to join online, no costs and nothing about you.',
    secret: 'Whoever knows the address can read this. So share it with nobody.',
    make: 'Make an address for my calendar',
    how: 'Choose your calendar',
    name: calendarNames.en.mine,
    since: (date) => `Made on ${date}.`,
    slow: 'Calendars do not look all day. It may take a few hours before you see a change.',
    stop: 'Stop, or a new address',
    stopText:
      'Does someone else know your address, or have you had enough? Then the old address stops working at once.',
    renew: 'Make a new address',
    revoke: 'Stop following',
    made: 'Your address is ready',
    madeText: 'Choose your calendar below. An earlier address no longer works.',
    revoked: 'Your calendar no longer follows',
    revokedText:
      'The address no longer works. Remove the calendar from your own program too: what is in it already may stay there.',
    link: 'Your appointments in your calendar by themselves',
  },
};
