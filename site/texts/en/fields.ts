import type { FieldCode } from '../../../api/http/problem.ts';

const anyField: Record<FieldCode, string> = {
  required: 'Please fill this in.',
  invalid: 'Please look at this again.',
  'too-long': 'Please make this shorter.',
  'too-short': 'This is too short. Please add something.',
  email: 'Enter an e-mail address, such as name@example.nl.',
  'kvk-number': 'A KVK number has 8 digits. Don’t know it? Leave it empty.',
  code: 'This code is not right. Enter the 6 digits from the newest mail.',
  'in-past': 'Choose a moment in the future.',
  'before-start': 'Choose a moment after the start.',
  'before-opening': 'Choose a moment after the opening.',
  'other-module': 'Choose a date of the same session.',
  'not-bookable': 'One of these dates cannot be booked now.',
  'no-waitlist': 'One of these dates has no waiting list.',
  'place-free': 'One of these dates still has a place. You can simply book that one.',
  overlaps: 'This quarter overlaps another quarter. Choose other dates.',
  'outside-programme': 'This lies outside the dates of the programme.',
  'quarter-ended': 'This quarter is over. Its figures stay as they are.',
  'sessions-move':
    'With these dates sessions would fall in another quarter. Keep the dates, or move the sessions first.',
  'in-use': 'This is in use and cannot be taken away.',
  number: 'This is not a number that can be read in one way. Write 1651, 1.651 or 7,2, as in Dutch.',
  date: 'This is not a date. Write 13-09-2021.',
  'not-published': 'This module is not published. Choose another one, or publish it first.',
  approved: 'The municipality approved this as it is. Do you want something else? Make a copy of the module.',
  explained: 'Please check this again.',
};

const amount = 'Fill in an amount, like 20,000. Not higher than that with which the phase began.';

const colour = 'Enter a colour as # with six characters, such as #004699. Enter both, or neither.';

const ofField: Record<string, Partial<Record<FieldCode, string>>> = {
  file: {
    required: 'Choose a file.',
    'too-long': 'This file is too large. Choose a file of at most 5 MB.',
  },
  alt: {
    required: 'Write down what is to be seen. That is for who does not see it.',
    'too-long': 'Use no more than 200 characters here.',
    invalid: 'Write this on one line, without special characters.',
  },
  'colours.onLight': { invalid: colour, required: colour },
  'colours.onDark': { invalid: colour, required: colour },
  name: { required: 'Enter a name.', 'too-long': 'Use no more than 120 characters for the name.' },
  email: {
    required: 'Enter your e-mail address.',
    invalid: anyField.email,
    'too-long': 'This e-mail address is too long. Check whether it is right.',
  },
  code: { required: 'Enter the 6 digits from your mail.', invalid: anyField.code },
  vatNumber: { invalid: 'A VAT number looks like this: NL123456789B01. Check that every digit is right.' },
  shortName: { 'too-long': 'Use no more than 120 characters.' },
  website: { invalid: 'Enter the address of a website, such as www.example.nl.' },
  phone: { invalid: 'Enter a phone number with digits only, such as 020 123 45 67.' },
  profile: {
    required: 'Tell in a few sentences what you do.',
    'too-long': 'Make this shorter: at most 1,000 characters.',
    invalid: 'Make this shorter: at most 1,000 characters, without strange characters.',
  },
  municipalityId: { required: 'Choose a municipality.', invalid: 'Choose a municipality.' },
  statusReason: {
    required: 'Write down why not. The applicant reads this.',
    'too-long': 'Make this shorter: at most 1,000 characters.',
  },
  programmes: {
    'in-use': 'This organisation takes part in a programme that runs. First take it out of there.',
  },
  sessions: {
    'in-use': 'This organisation still has sessions. First cancel them, or wait until they are over.',
  },
  iban: { invalid: 'This account number is not right. Fill in the whole IBAN, like NL00BANK0123456789.' },
  postcode: {
    required: 'Enter the postcode.',
    'in-use': 'Sessions are still planned here. So the address stays as it is.',
    invalid: 'A postcode has 4 digits and 2 letters, like 1182 JR.',
  },
  homePostcode: { invalid: 'Enter only the 4 digits, like 1182. Or leave it empty.' },
  registeredOn: {
    required: 'Fill in the day on which it was registered.',
    invalid: 'Choose a day from the granting date on, and not after today.',
  },
  reference: {
    required: 'Fill in the reference of the register.',
    'too-long': 'Use no more than 120 characters.',
  },
  title: { required: 'Enter a title.', 'too-long': 'Use no more than 120 characters for the title.' },
  moduleKind: {
    required: 'Choose what kind of meeting it is.',
    invalid: 'Choose what kind of meeting it is.',
  },
  topic: { required: 'Choose a topic.', invalid: 'Choose a topic.' },
  summary: {
    required: 'Say in one sentence what it is.',
    invalid: 'Write this on one line, without special characters.',
    'too-long': 'Use no more than 300 characters here.',
  },
  description: {
    required: 'Say what people will do.',
    invalid: 'There are characters in this text that we cannot read.',
    'too-long': 'Make the text shorter: at most 10,000 characters.',
  },
  hours: {
    required: 'Enter a number of hours, such as 2 or 1.5.',
    invalid: 'Enter a number of hours, such as 2 or 1.5.',
  },
  languages: { required: 'Choose one or more languages.', invalid: 'Choose one or more languages.' },
  stages: { invalid: 'Choose stages from the list.' },
  industries: { invalid: 'Choose industries from the list.' },
  programmeId: { required: 'Choose a programme.', invalid: 'Choose a programme from the list.' },
  productId: { invalid: 'Choose a product of this programme.' },
  price: { invalid: 'Enter an amount, such as 250 or 112.50. At most 100,000.' },
  ownPrice: {
    invalid: 'Enter an amount, such as 25 or 12.50.',
    'too-long': 'Enter at most the whole price, including VAT.',
  },
  note: { required: 'Write down what must be different.', 'too-long': 'Use no more than 2,000 characters.' },
  street: {
    required: 'Enter the street and the house number.',
    'in-use': 'Sessions are still planned here. So the address stays as it is.',
  },
  city: {
    required: 'Enter the place.',
    'in-use': 'Sessions are still planned here. So the address stays as it is.',
  },
  kvkNumber: { invalid: anyField['kvk-number'] },
  moduleId: { required: 'Choose what you are going to do.', invalid: 'Choose what you are going to do.' },
  date: {
    required: 'Enter the date, and when the session begins.',
    invalid: 'Enter the date, and when the session begins.',
    'in-past': 'Choose a start in the future.',
  },
  endTime: {
    required: 'Enter when the session ends.',
    invalid: 'Enter when the session ends.',
    'before-start': 'Choose an end after the start.',
  },
  venueId: { required: 'Choose a place.', invalid: 'Choose a place from the list.' },
  onlineUrl: {
    invalid: 'Enter a full link that begins with https://.',
    'too-long': 'This link is too long. Use no more than 500 characters.',
  },
  capacity: { required: 'Enter a whole number, 1 or more.', invalid: 'Enter a whole number, 1 or more.' },
  reservedPlaces: { invalid: 'Enter a whole number, 0 or more.' },
  placesPerBusiness: { invalid: 'Enter a whole number, 1 or more.' },
  noticeHours: { invalid: 'Enter a number of hours, such as 24 or 1.5.' },
  deadlineHours: { invalid: 'Enter a number of hours, such as 24 or 1.5.' },
  memberPrice: { invalid: 'Enter an amount, such as 25 or 12.50. At most 10,000.00.' },
  effectiveOn: {
    required: 'Fill in a date.',
    invalid: 'Fill in a date.',
    'in-past': 'Choose today or a day to come. A decision does not work backwards.',
  },
  motivation: {
    required: 'Write down why you decide this. Others read this.',
    'too-long': 'Please make the explanation shorter.',
  },
  ceilingCents: { required: amount, invalid: amount, 'too-long': amount, 'too-short': amount },
  decision: { required: 'Choose what you decide.', invalid: 'Choose what you decide.' },
  trigger: { required: 'Choose the reason.', invalid: 'Choose the reason.' },
  kind: { required: 'Choose a measure.', invalid: 'Choose a measure.' },
  sessionIds: { required: 'Choose one or more sessions.', 'too-long': 'Choose no more than 100 sessions.' },
  deMinimisCents: {
    invalid:
      'Fill in an amount in euros, for example 2,095.00. Did you get nothing? Then choose ‘No, nothing’ and leave the amount empty.',
  },
  outcome: {
    required: 'Choose whether the municipality pays.',
    invalid: 'Choose whether the municipality pays.',
  },
  explanation: {
    'too-long': 'Please make your explanation shorter: 2,000 characters at most.',
    invalid: 'There are characters in your explanation that we cannot read.',
  },
  membership: { invalid: 'Choose member, not a member or unknown.' },
};

/** A field that stands on a page more than once has the id of its row behind its name: `text-0190…`. */

const wordsOf = (name: string) => ofField[name] ?? ofField[name.split('-', 1)[0]!];

/** What is wrong with a field, in words of its own where it has them. */
export const fieldWords = (name: string, code: FieldCode): string => wordsOf(name)?.[code] ?? anyField[code];
