import type { Texts } from '../nl.ts';

export const pictures: Texts['pictures'] = {
  logo: {
    title: 'Logo',
    lead: 'It stands on your page, with the senders and in mails. Without a logo your name stands there.',
    file: 'File with the logo',
    fileHint:
      'SVG, PNG, JPEG or WebP, at most 5 MB. Colours and letters stay, the background becomes white. Turn letters in an SVG into shapes first.',
    alt: 'What does the logo say?',
    altHint: 'For who does not see it. Mostly that is the name.',
    save: 'Save the logo',
    remove: 'Take the logo away',
    saved: 'The logo has been saved',
    removed: 'The logo is gone',
  },
  photo: {
    title: 'Photo',
    lead: 'The photo stands on the page of the module and of its sessions.',
    file: 'File with the photo',
    fileHint: 'JPEG, PNG, WebP or SVG, at most 5 MB. Are people on it? Ask them first.',
    alt: 'What is to be seen on the photo?',
    altHint: 'In one sentence, for who does not see the photo.',
    save: 'Save the photo',
    remove: 'Take the photo away',
    saved: 'The photo has been saved',
    removed: 'The photo is gone',
  },
  now: 'As it is now',
  keep: 'Choose a file only if you want another one.',
  tooLarge: 'This file is too large. Choose a file of at most 5 MB.',
  soon: 'Within a minute it is on all pages.',
  colours: {
    title: 'Colour',
    lead: 'A line at the top of your pages and the names of the senders get this colour. Empty? Then we use the colour of the portal.',
    onLight: 'Colour on a light page',
    onDark: 'Colour on a dark page',
    hint: 'Six characters after a #, such as #004699. We check that everyone can read it.',
    darkHint: 'For who has a device set to dark. Mostly a lighter tint of the same colour.',
    save: 'Save the colour',
    saved: 'The colour has been saved',
  },
};
