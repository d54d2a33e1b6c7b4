import type { ProblemCode } from '../../../api/http/problem.ts';
import type { problems as nl } from '../nl/problems.ts';
import { fieldWords } from './fields.ts';
import { problemsAtWork } from './problemsAtWork.ts';

const codes: Record<ProblemCode, ReturnType<typeof nl.of>> = {
  ...problemsAtWork,
  'invalid-input': {
    title: 'Something is not right yet',
    text: 'Please look at the points below and try again.',
  },
  'malformed-json': {
    title: 'We could not read this',
    text: 'Please try again. If it fails again, call us.',
  },
  'code-wrong': {
    title: 'This code is not right',
    text: 'Check your mail again and enter the 6 digits. Use the newest mail.',
  },
  'code-expired': {
    title: 'This link or code no longer works',
    text: 'A link or code works once and for a short time. Feel free to ask for a new one.',
  },
  'not-signed-in': { title: 'Sign in first', text: 'After that you come back to this page by yourself.' },
  'not-allowed': {
    title: 'This does not belong to your account',
    text: 'Sign in with another e-mail address. Is something wrong? Call us and we will find out.',
  },
  'cross-site': {
    title: 'To be safe we did not do this',
    text: 'The request came from another website. Open the page again and try it there.',
  },
  'not-found': {
    title: 'We cannot find this',
    text: 'It may have been removed, or the address is not quite right. Look at what’s on, or call us.',
  },
  'method-not-allowed': { title: 'This is not possible here', text: 'Please go back and try again.' },
  'session-past': {
    title: 'This session has already started',
    text: 'Booking is no longer possible. Look at what’s on for the next one.',
  },
  'session-cancelled': {
    title: 'This session has been called off',
    text: 'Look at what’s on for another one that suits you.',
  },
  'booking-not-open': {
    title: 'Booking is not open yet',
    text: 'The page of the session says from when you can book.',
  },
  'booking-closed': { title: 'Booking has closed', text: 'Would you still like to come? Call us.' },
  'session-full': {
    title: 'This date is full',
    text: 'No place is free. Choose another date, or call us.',
  },
  'business-has-place': {
    title: 'Your business has signed up already',
    text: 'Each business (KVK number) can have a set number of places, and they are taken. Do you want to swap with your colleague? Call us.',
  },
  'already-registered': {
    title: 'There is a booking already',
    text: 'There is already a booking for this session. You do not have to do anything.',
  },
  'place-lapsed': {
    title: 'Your place has been released',
    text: 'The time to confirm had passed. Please book again: there may still be a place.',
  },
  'registration-ended': {
    title: 'This booking has already ended',
    text: 'You do not have to do anything. Would you like to come after all? Please book again.',
  },
  'registration-changed': {
    title: 'Your booking changed just now',
    text: 'Below you see how it stands. Is that not right? Then try again.',
  },
  'places-reserved': {
    title: 'The last places are reserved',
    text: 'The places that are left are for now for entrepreneurs who are not a member of a business association. Choose another date, or look again shortly before the session.',
  },
  'members-only': {
    title: 'This session is for members only',
    text: 'We do not find your e-mail address or KVK number on the list of members. Are you a member? Ask your association.',
  },
  'booking-code-wrong': {
    title: 'You need a code for this session',
    text: 'The organiser gives you the code. Check whether you typed the right one.',
  },
  'booked-elsewhere': {
    title: 'The organiser takes the registrations',
    text: 'The page of the session has a link to the website where you can register.',
  },
  'place-not-certain': {
    title: 'Your place is not confirmed yet',
    text: 'This question is for who has a place already. You do not have to fill in anything.',
  },
  'budget-full': {
    title: 'The budget of this period is spent',
    text: 'The municipality has no money left for this period. Choose another date, or call us.',
  },
  'too-late-to-cancel': {
    title: 'It is too late to cancel or swap',
    text: 'The start is too near, or the session has already begun. Can you not come? Call us and we will arrange it.',
  },
  'swap-needs-place': {
    title: 'You have no place to swap yet',
    text: 'Sign up for the other date. You stay on this waiting list until you leave it.',
  },
  'not-waiting': {
    title: 'You are not on a waiting list',
    text: 'You can only choose the dates you wait for while you are on a waiting list.',
  },
  'other-module': {
    title: 'That is another session',
    text: 'You can only swap for another date of the same session. Just sign up for the other one.',
  },
  'idempotency-key-reused': {
    title: 'This form was sent before, with something else in it',
    text: 'What you sent then has arrived. Would you like to send this as well? Press the button again.',
  },
  'aid-ceiling': {
    title: 'This is more state aid than the law allows',
    text: 'With this place the business would get more than the maximum. Then the municipality may pay nothing, not even a part.',
  },
  'kvk-number-settled': {
    title: 'Your KVK number is no longer needed',
    text: 'The municipality pays for you already. You do not have to do anything.',
  },
  'review-requested': {
    title: 'You asked for this already',
    text: 'The municipality has your question. A member of staff will look at it. You will get an e-mail when there is a decision.',
  },
  'changed-meanwhile': {
    title: 'Someone else has just changed this',
    text: 'Nothing was saved. Open the page again, see what is different, and make your change once more.',
  },
  'too-many-applications': {
    title: 'We are already looking at three applications of yours',
    text: 'Wait until the municipality decides on them. After that you can apply again.',
  },
  'too-large': {
    title: 'This is too large',
    text: 'A file may be at most 5 MB. Is it a text? Please make it shorter and try again.',
  },
  'unsupported-media-type': {
    title: 'We could not read this',
    text: 'Please try again. If it fails again, call us.',
  },
  'too-many-attempts': {
    title: 'Please wait a little',
    text: 'Many mails were asked for in a short time. Wait a quarter of an hour and try again.',
  },
  'too-many-questions': {
    title: 'Please wait a little',
    text: 'You looked up many businesses in a short time. Try again in an hour. You can still register: we then look up your business when you confirm.',
  },
  internal: {
    title: 'Something went wrong on our side',
    text: 'It is not your fault. Please try again in a few minutes, or call us.',
  },
  unavailable: {
    title: 'The site cannot be reached for a moment',
    text: 'It is not your fault. Please wait a minute and try again.',
  },
};

export const problems: typeof nl = {
  of: (code) => codes[code],
  field: ({ name, code, reason, about }) =>
    [
      (code === 'explained' && reason) || fieldWords(name, code),
      ...(about?.length ? [`This is about: ${about.join('; ')}.`] : []),
    ].join(' '),
};
