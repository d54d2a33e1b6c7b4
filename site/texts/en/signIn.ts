import type { signIn as nl } from '../nl/signIn.ts';

export const signIn: typeof nl = {
  title: 'Sign in',
  lead: 'Enter your e-mail address. You get a mail with a button and a code. You do not need a password.',
  email: 'E-mail address',
  emailHint: 'Use the address you booked with, or the one of your organisation.',
  send: 'Send me a mail',
  code: {
    title: 'Check your mail',
    lead: 'We sent you a mail with a button and a code. Press the button in the mail, or enter the code here.',
    label: 'Code',
    hint: '6 digits, for example 123 456. The code works for 15 minutes.',
    submit: 'Sign in',
    noMail: 'No mail?',
    noMailText: 'It may take a few minutes. Check your spam folder too.',
    again: 'Send again',
  },
  link: {
    title: 'Sign in to Opkoers',
    lead: 'One more click. That way we know that it is you, and not a program that checks your mail.',
    submit: 'Sign in',
    again: 'Ask for a new mail',
  },
  stillWorks: 'The code in your last mail still works, if it is not older than 15 minutes.',
  signedOut: {
    title: 'You are no longer signed in',
    lead: 'What you filled in is still here. This is how you go on:',
    signIn: 'Sign in, in a new tab',
    comeBack: 'Come back to this tab and press the button.',
    send: 'Send it again',
    keepTitle: 'Do not close this tab',
    keep: 'What you filled in is only here.',
  },
  noAccess: {
    title: 'This page is for others',
    organisation: 'People of a business association or provider work here.',
    municipality: 'People of the municipality work here.',
    operator: 'People who run the portal work here.',
    otherDuty: 'This work does not come with your role.',
    askAdministrator:
      'Do you need it all the same? Ask an administrator of your organisation for another role.',
    signedInAs: (email) => `You are signed in as ${email}.`,
    way: 'Are you one of them? Sign out and sign in again with the e-mail address of your organisation. Does that not work? Call us.',
    desk: 'To your own page',
    signOut: 'Sign out',
  },
};
