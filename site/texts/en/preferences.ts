import type { Texts } from '../nl.ts';

export const preferences: Texts['preferences'] = {
  title: 'My preferences',
  lead: 'You choose which e-mails you get.',
  always: 'E-mails about your booking always come: to confirm, moved, cancelled. You need those.',
  language: { legend: 'Language of e-mails', nl: 'Nederlands', en: 'English' },
  mails: {
    legend: 'Which e-mails do you want?',
    reminders: 'Reminders',
    remindersHint: 'Before a session, and a thank-you after it',
    digest: 'Overview of the week',
    digestHint: 'On Monday morning: the sessions of your organisation',
  },
  save: 'Save',
  saved: 'Your preferences are saved',
  link: 'E-mail preferences',
  off: {
    title: { reminders: 'No more reminders?', digest: 'No more overview of the week?' },
    text: {
      reminders: 'You then get no reminders and no thank-you. E-mails about your booking keep coming.',
      digest: 'You then get no e-mail on Monday with the sessions of your organisation.',
    },
    button: { reminders: 'Turn reminders off', digest: 'Turn the overview off' },
    done: { reminders: 'Reminders are off', digest: 'The overview is off' },
    doneText: 'Do you want them on again? You can do so at your preferences, when you sign in.',
    dead: 'This link does not work',
    deadText: 'Sign in to choose which e-mails you get.',
    toPreferences: 'To my preferences',
  },
};
