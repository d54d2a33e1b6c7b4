import { expect, test } from 'vitest';
import { everyMail, registration } from './emails-facts.ts';

const nl = everyMail(registration, 'nl');
const en = everyMail(registration, 'en');
const what = 'Workshop Beter zichtbaar met een klein budget';
const when = { nl: 'di 2 februari 2027, 19.30 uur', en: 'Tue 2 February 2027, 19:30' };
const off = 'https://opkoers.example/afmelden/secret-unsubscribe-token';

test.each([
  ['offerExpired', 'De plaats is vervallen', 'The place has lapsed'],
  ['reminder', 'Herinnering', 'Reminder'],
  ['thanks', 'Bedankt voor uw komst', 'Thank you for coming'],
  ['decision', 'Besluit', 'Decision'],
  ['reviewRefused', 'Uitkomst', 'Outcome'],
] as const)('the subject of %s starts with what it is', (kind, dutch, english) => {
  expect(nl[kind].subject).toBe(`${dutch}: ${what}, ${when.nl}`);
  expect(en[kind].subject).toBe(`${english}: ${what}, ${when.en}`);
});

test.each([
  [
    'signal',
    `Signaal: Weinig belangstelling, Back on Track ${registration.session.title}`,
    `Signal: Weinig belangstelling, Back on Track ${registration.session.title}`,
  ],
  [
    'measure',
    `Maatregel: De bijdrage gaat omlaag, Back on Track ${registration.session.title}`,
    `Measure: The contribution goes down, Back on Track ${registration.session.title}`,
  ],
  [
    'measureUndone',
    `Een maatregel gaat niet door: Back on Track ${registration.session.title}`,
    `A measure is off: Back on Track ${registration.session.title}`,
  ],
  [
    'digest',
    'Uw week: maandag 1 februari tot en met zondag 7 februari',
    'Your week: Monday 1 February to Sunday 7 February',
  ],
] as const)('the subject of %s, for staff', (kind, dutch, english) => {
  expect(nl[kind].subject).toBe(dutch);
  expect(en[kind].subject).toBe(english);
});

test('only what nobody needs can be ended, with a link', () => {
  const ended = Object.entries(nl).filter(([, { text }]) => text.includes(off));
  expect(ended.map(([kind]) => kind)).toEqual([
    'reminder',
    'reminderOfWeek',
    'reminderOfHours',
    'thanks',
    'digest',
  ]);
});

test('a reminder says how long it is still, and how to join or cancel', () => {
  expect(nl.reminder.text).toContain('Morgen is het zover');
  expect(nl.reminderOfWeek.text).toContain('Over een week is het zover');
  expect(nl.reminderOfHours.text).toContain('Vandaag is het zover');
  expect(en.reminderOfWeek.text).toContain('One week to go');
  for (const fact of ['19.30 tot 21.30 uur', 'De Zaal', 'meet.example', registration.manageUrl]) {
    expect(nl.reminder.text).toContain(fact);
  }
  expect(nl.reminder.attachments).toEqual([]);
});

test('an offer that expired: no longer in the queue, and where to book again', () => {
  expect(nl.offerExpired.text).toContain('U staat niet meer op de wachtlijst.');
  expect(nl.offerExpired.text).toContain(registration.session.url);
  expect(nl.offerExpired.text).not.toContain(registration.manageUrl);
});

test('a decision gives every reason, what was not met first, and what to do when it is wrong', () => {
  const { text } = nl.decisionAgainst;
  expect(text).toContain('Daarom betaalt de gemeente Amstelveen niet mee.');
  const order = [
    'Dit past niet bij de regels:',
    'Dit weten wij nog niet:',
    'Dit is in orde:',
    'Datum van het besluit:',
  ];
  expect(order.map((label) => text.indexOf(label))).toEqual(
    order.map((label) => text.indexOf(label)).toSorted((a, b) => a - b),
  );
  expect(text).toContain('Klopt er iets niet? Laat het ons weten.');
  expect(nl.decision.text).not.toContain('bezwaar');
  expect(nl.decisionToCome.text).toContain('U hoort van ons. Uw plaats blijft van u.');
});

test('the outcome of a review: who pays, the explanation, and that the place stays', () => {
  expect(nl.reviewGranted.text).toContain('De gemeente Amstelveen betaalt mee.');
  expect(nl.reviewGranted.text).not.toContain('Uitleg');
  expect(nl.reviewRefused.text).toContain('Uw bedrijf staat in een andere gemeente.');
  expect(nl.reviewRefused.text).toContain('Uw plaats blijft van u.');
});

test('a signal gives the figures and when they were true; a measure what changes, from when and why', () => {
  expect(nl.signal.text).toContain('32 van de 80 plaatsen');
  expect(nl.signal.text).toContain('woensdag 6 januari 2027');
  for (const fact of ['van € 2.500 naar € 2.000', 'woensdag 17 februari 2027', 'te weinig ondernemers']) {
    expect(nl.measure.text).toContain(fact);
  }
});

test('an application that was approved says what to do next, one that was refused why', () => {
  expect(nl.organisationApproved.subject).toMatch(/^Uw organisatie doet mee: Stichting Vooruit /);
  expect(en.organisationApproved.subject).toMatch(/^Your organisation takes part: Stichting Vooruit /);
  expect(nl.organisationApproved.text).toContain('U bent de beheerder.');
  expect(nl.organisationApproved.text).not.toContain('Waarom');
  expect(nl.organisationRefused.subject).toMatch(/^Uw organisatie doet nu niet mee: Stichting Vooruit /);
  for (const fact of ['Uw aanbod past niet bij het programma.', 'Bel ons gerust.', 'opnieuw aanmelden'])
    expect(nl.organisationRefused.text).toContain(fact);
  expect(en.organisationRefused.text).toContain('has not approved Stichting Vooruit');
});

test('the overview of a week: when, where, how full, who waits and whom mail does not reach', () => {
  const { text } = nl.digest;
  for (const fact of [
    '12 van de 20 bezet',
    '3 op de wachtlijst',
    'Noor Voorbeeld',
    '4 van de 4 bezet',
    'Online',
  ]) {
    expect(text).toContain(fact);
  }
  expect(text.match(/Mail komt niet aan bij/g)).toHaveLength(1);
});
