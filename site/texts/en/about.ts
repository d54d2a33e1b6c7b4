import type { about as nl } from '../nl/about.ts';

export const about: typeof nl = {
  notFound: {
    title: 'We cannot find this page',
    text: 'The page may have been removed, or the address is not quite right. Search below, or call us.',
    offer: 'See what’s on',
    home: 'To the home page',
  },
  failed: {
    title: 'Something went wrong on our side',
    text: 'It is not your fault. Try again in a few minutes. Still no luck? Call us.',
    again: 'Try again',
  },
  away: {
    sent: 'Did you just send something? You can reload this page and send it once more: it counts only once.',
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'Every entrepreneur must be able to use this site.',
    sections: [
      {
        title: 'What we do',
        paragraphs: [
          'We build to the standard WCAG 2.2, levels A and AA. You can do everything with a keyboard only. The site also works without JavaScript, and when you make the text twice as large.',
          'With every change a program checks all pages. Such a program finds only part of the mistakes.',
        ],
      },
      {
        title: 'What is missing',
        paragraphs: [
          'An independent bureau has not examined the site yet. That is why there is no statement in the register of the government.',
        ],
      },
    ],
    complain: 'Does something not work?',
    complainText:
      'Contact your municipality: the bottom of this page says how. Tell what you wanted to do and where it went wrong. Then we help you and see to it that it is repaired.',
    venues: 'Coming to a session',
    venuesText:
      'Each session says whether the place can be reached in a wheelchair. Do you need an interpreter or something else? Call us in time.',
  },
  privacy: {
    title: 'Privacy',
    lead: 'We ask as little as possible, and use it only for what you give it for.',
    sections: [
      {
        title: 'What we know about you',
        paragraphs: [
          'When you book, we keep your name, your e-mail address and the session. If you give a KVK number, we keep that too.',
          'We also keep whether the municipality pays for you and why, and whether you were there. You can see this yourself with your booking.',
          'If you give a KVK number, we ask KVK whether your business is registered and where it is. We keep the last answer, so that it can be seen later why the municipality paid. When it is older than a day and you give the number again, we ask again. For the figures of the municipality we keep of it what your business mainly does, the town, and the four digits of the postcode. Does a programme ask you for a declaration? Then we keep what you declare.',
          'Do you have a place? Then we ask how old you are and where you live. You do not have to say. If you do, we keep an age group and four digits of a postcode, until you take them away.',
          'Associations can give us their list of members. We keep only codes of it: nobody can read names or addresses from them. That is how we see whether you are a member. You may also say so yourself, once you have a place. You need not.',
          'Did you come without booking? Then the organiser can note whether you are a member of a business association. That may stay unknown.',
        ],
      },
      {
        title: 'Who sees it',
        paragraphs: [
          'The organiser sees the names of who comes to its own session, for the attendance list. Other associations do not see you.',
          'The municipality sees numbers: how many entrepreneurs came, and how many of them were members. Small numbers are hidden.',
          'Does a member of staff of the municipality have to look whether it pays for you? Then that person sees your name, your KVK number, the session and what you declared. Is the payment state aid? Then the municipality writes it in a government register, with your KVK number.',
          'We sell nothing and send no advertising. You only get mail about your own bookings.',
          'Do you answer an invitation in your calendar? If you decline, we cancel your place. If we cannot process your answer, we keep it for at most 90 days.',
        ],
      },
      {
        title: 'Cookies',
        paragraphs: [
          'We set one cookie: when you sign in or confirm your place. It remembers that it is you. Nobody follows you on this site, and we load nothing from other sites.',
        ],
      },
    ],
    rights: 'Your rights',
    call: 'Contact your municipality: the bottom of this page says how',
    mail: (email) => `Send a mail to ${email}`,
    rightsText: (reach) =>
      `You may know what we have about you. You may have it corrected or removed. ${reach}. Do you not agree with us? Then you can complain to the Dutch Data Protection Authority.`,
    security: 'Found a weak spot?',
    securityText: (reach) =>
      `Do you see something that is not safe? ${reach} and say that it is about the safety of this site. Do not make use of it and tell nobody else. We will repair it as soon as we can.`,
  },
};
