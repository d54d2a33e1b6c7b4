import { describe, expect, test } from 'vitest';
import type { Locale } from '../../emails/facts.ts';
import { calendar, everyMail, registration } from './emails-facts.ts';

const nl = everyMail(registration, 'nl');
const en = everyMail(registration, 'en');
const what = 'Workshop Beter zichtbaar met een klein budget';

/** The words a reader sees, without the marks that only set text apart. */
const words = (value: string) =>
  value
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&#39;', "'")
    .split(/[\s:·=]+|-{8,}/)
    .filter(Boolean);
const visible = (html: string) =>
  words(html.replace(/<head>.*?<\/head>/s, '').replace(/<!doctype[^>]*>|<[^>]+>/g, ' '));

test.each([
  ['signIn', 'Inloggen: uw link en code voor Opkoers', 'Sign in: your link and code for Opkoers'],
  [
    'confirm',
    `Bevestig uw plaats: ${what}, di 2 februari 2027, 19.30 uur`,
    `Confirm your place: ${what}, Tue 2 February 2027, 19:30`,
  ],
  [
    'confirmed',
    `Bevestiging: ${what}, di 2 februari 2027, 19.30 uur`,
    `Confirmation: ${what}, Tue 2 February 2027, 19:30`,
  ],
  [
    'waitlisted',
    `Wachtlijst: ${what}, di 2 februari 2027, 19.30 uur`,
    `Waiting list: ${what}, Tue 2 February 2027, 19:30`,
  ],
  [
    'offer',
    `Er is een plaats voor u: ${what}, di 2 februari 2027, 19.30 uur`,
    `There is a place for you: ${what}, Tue 2 February 2027, 19:30`,
  ],
  [
    'moved',
    `Verplaatst: ${what}, di 2 februari 2027, 19.30 uur`,
    `Moved: ${what}, Tue 2 February 2027, 19:30`,
  ],
  [
    'movedInQueue',
    `Gaat online door: ${what}, di 2 februari 2027, 19.30 uur`,
    `Goes online: ${what}, Tue 2 February 2027, 19:30`,
  ],
  [
    'movedWhileOffered',
    `Weer op locatie: ${what}, di 2 februari 2027, 19.30 uur`,
    `Back on location: ${what}, Tue 2 February 2027, 19:30`,
  ],
  [
    'cancelledByParticipant',
    `Geannuleerd: ${what}, di 2 februari 2027, 19.30 uur`,
    `Cancelled: ${what}, Tue 2 February 2027, 19:30`,
  ],
  [
    'sessionCancelled',
    `Gaat niet door: ${what}, di 2 februari 2027, 19.30 uur`,
    `Will not take place: ${what}, Tue 2 February 2027, 19:30`,
  ],
] as const)('the subject of %s starts with what it is', (kind, dutch, english) => {
  expect(nl[kind].subject).toBe(dutch);
  expect(en[kind].subject).toBe(english);
});

describe.each(['nl', 'en'] as Locale[])('every mail in %s', (locale) => {
  test.each(Object.entries(everyMail(registration, locale)))(
    '%s says the same in text and in HTML',
    (_, mail) => {
      expect(visible(mail.html)).toEqual(words(mail.text));
    },
  );

  test.each(Object.entries(everyMail(registration, locale)))(
    '%s loads nothing and follows nobody',
    (_, mail) => {
      expect(mail.html).not.toMatch(/<img|<script|<link|src=|url\(|@import/i);
      expect(mail.html).toContain(`<html lang="${locale}">`);
      expect(mail.html).toContain('prefers-color-scheme:dark');
      for (const [, address] of mail.html.matchAll(/href="([^"]+)"/g)) {
        expect(address).toMatch(/^https:\/\/(opkoers|meet)\.example/);
      }
    },
  );

  test.each(Object.entries(everyMail(registration, locale)).filter(([kind]) => kind !== 'signIn'))(
    '%s names the senders, the credit line and a phone number',
    (_, { text }) => {
      expect(text).toContain('Gemeente Amstelveen · VAD · OA · KHN');
      expect(text).toContain('Back on Track wordt mogelijk gemaakt door de gemeente Amstelveen.');
      expect(text).toContain('020 000 00 00');
    },
  );
});

test('a sender with a logo has it shown, and says its words where no pictures are; the others keep their names', () => {
  const url = 'https://opkoers.example/api/v1/pictures/a-480x160.png';
  const logos = { VAD: { url, width: 480, height: 160, alt: 'Vereniging "VAD"' } };
  const { confirmed } = everyMail({ ...registration, sender: { ...registration.sender, logos } }, 'nl');
  expect(confirmed.html).toContain(
    `<img src="${url}" alt="Vereniging &quot;VAD&quot;" width="144" height="48"`,
  );
  expect(confirmed.html).toContain('Gemeente&nbsp;Amstelveen&nbsp;· OA&nbsp;· KHN');
  expect(confirmed.text).toContain('Gemeente Amstelveen · VAD · OA · KHN');
});

test('signing in: link, code and until when, and no name', () => {
  expect(nl.signIn.text).toContain('https://opkoers.example/inloggen/secret-sign-in-token');
  expect(nl.signIn.text).toContain('048213');
  expect(nl.signIn.text).toContain('tot 11.00 uur');
  expect(nl.signIn.subject).not.toContain('048213');
});

test('a held place: link, code, until when, cost; nobody is greeted; what was filled in', () => {
  expect(nl.confirm.text).toContain('https://opkoers.example/bevestigen/secret-confirm-token');
  expect(nl.confirm.text).toContain('048213');
  expect(nl.confirm.text).toContain('tot dinsdag 5 januari 2027 om 11.30 uur');
  expect(nl.confirm.text).toContain('U betaalt € 45. De gemeente Amstelveen betaalt de rest: € 172,80.');
  expect(nl.confirm.text).not.toMatch(/^(Beste|Dag|Hallo)/m);
  for (const given of ['Noor Voorbeeld', '69599084', 'Mijn bedrijf is niet failliet. (ja)', '€ 125'])
    expect(nl.confirm.text).toContain(given);
  expect(nl.confirm.text).not.toContain('secret-manage-token');
  expect(en.confirm.text).toContain('You pay €45. The municipality of Amstelveen pays the rest: €172.80.');
});

test('a confirmed place: when, where, how to get in, who pays and why, how to cancel, and the appointment', () => {
  for (const fact of [
    'dinsdag 2 februari 2027',
    '19.30 tot 21.30 uur',
    'De Zaal',
    'Voorbeeldstraat 1, 1180 AA Amstelveen',
    'Toegankelijk met een rolstoel',
    'https://meet.example/zichtbaar',
    'VAD en OA',
    'Zo is het afgesproken.',
    registration.manageUrl,
  ]) {
    expect(nl.confirmed.text).toContain(fact);
  }
  expect(nl.confirmed.attachments).toMatchObject([
    { filename: 'afspraak.ics', contentType: 'text/calendar; charset=utf-8; method=REQUEST' },
  ]);
});

test('the online link is only for who has a place', () => {
  for (const [kind, mail] of Object.entries(nl)) {
    const withLink = ['confirmed', 'swapped', 'moved'].includes(kind) || kind.startsWith('reminder');
    if (!withLink) expect(mail.text, kind).not.toContain('meet.example');
  }
});

test('the waiting list: the position and how to leave it', () => {
  expect(nl.waitlisted.text).toContain('nummer 3 van de wachtlijst');
  expect(nl.waitlisted.text).toContain(registration.manageUrl);
  expect(en.waitlisted.text).toContain('number 3 on the waiting list');
});

test('an offer: until when, link, code and how to decline', () => {
  expect(nl.offer.text).toContain('U kunt de plaats nemen tot dinsdag 5 januari 2027 om 11.30 uur.');
  expect(nl.offer.text).toContain('https://opkoers.example/bevestigen/secret-confirm-token');
  expect(nl.offer.text).toContain('048213');
  expect(nl.offer.text).toContain(registration.manageUrl);
});

test('a move: what it was, what it is, how to cancel, and the appointment for who has a place', () => {
  expect(nl.moved.text).toContain('Het was op dinsdag 26 januari 2027 om 19.30 uur.');
  expect(nl.moved.text).toContain('dinsdag 2 februari 2027');
  expect(nl.moved.text).toContain(registration.manageUrl);
  expect(nl.moved.attachments).toMatchObject([
    { contentType: 'text/calendar; charset=utf-8; method=REQUEST' },
  ]);
  expect(nl.movedInQueue.text).toContain('U blijft op de wachtlijst, op nummer 3.');
  expect(nl.movedWhileOffered.text).toContain('Dat kan tot dinsdag 5 januari 2027 om 11.30 uur');
  expect([...nl.movedInQueue.attachments, ...nl.movedWhileOffered.attachments]).toEqual([]);
});

test('a cancellation takes the appointment out of the calendar, when it was in it', () => {
  expect(nl.cancelledByParticipant.text).toContain('U hebt geannuleerd.');
  expect(nl.cancelledByOrganiser.text).toContain('De organisator heeft uw aanmelding geannuleerd.');
  expect(nl.sessionCancelled.text).toContain('De organisator heeft deze bijeenkomst geannuleerd.');
  expect(nl.cancelledByOrganiser.attachments).toMatchObject([
    { contentType: 'text/calendar; charset=utf-8; method=CANCEL' },
  ]);
  expect(nl.sessionCancelled.attachments).toEqual([]);
  expect(nl.sessionCancelled.text).not.toContain('bijlage');
  expect(calendar.sequence).toBe(2);
});

test.each([
  [{ payer: 'municipality', exVatCents: 0, vatCents: 0, ownContributionCents: 0 }, 'Gratis.', 'Free.'],
  [
    { payer: 'municipality', exVatCents: 10000, vatCents: 2100, ownContributionCents: 0 },
    'Gratis voor u. De gemeente Amstelveen betaalt de hele prijs: € 121.',
    'Free for you. The municipality of Amstelveen pays the full price: €121.',
  ],
  [
    { payer: 'entrepreneur', exVatCents: 10000, vatCents: 2100, ownContributionCents: 12100 },
    'U betaalt € 121, inclusief btw.',
    'You pay €121, including VAT.',
  ],
] as const)('who pays, in one line: %#', (cost, dutch, english) => {
  const facts = { ...registration, cost: { ...cost, provisional: false, reasons: [] } };
  expect(everyMail(facts, 'nl').confirmed.text).toContain(dutch);
  expect(everyMail(facts, 'en').confirmed.text).toContain(english);
});

test('a decision that someone still looks at is no promise', () => {
  const cost = { ...registration.cost!, ownContributionCents: 0, provisional: true };
  const facts = { ...registration, cost };
  expect(everyMail(facts, 'nl').confirmed.text).toContain(
    'Voorlopig: gratis voor u. De gemeente Amstelveen betaalt',
  );
  expect(everyMail(facts, 'en').confirmed.text).toContain(
    'For now: free for you. The municipality of Amstelveen pays',
  );
});

test('a session that is only online, or whose link is not known yet', () => {
  const session = { ...registration.session, deliveryMode: 'online' as const, venue: null, onlineUrl: null };
  const { confirmed } = everyMail({ ...registration, session }, 'nl');
  expect(confirmed.text).toContain('Waar:\n  Online');
  expect(confirmed.text).toContain('De organisator laat u weten hoe u meedoet.');
});

test.each([
  ['nl', 'Dit is een voorbeeld: bijeenkomsten, mensen en cijfers zijn verzonnen.'],
  ['en', 'This is an example: sessions, people and figures are invented.'],
] as const)('every mail of a portal with demo data says so, and no other: %s', (locale, sentence) => {
  const sender = { ...registration.sender, isDemo: true };
  const [demo, real] = [everyMail({ ...registration, sender }, locale), everyMail(registration, locale)];
  for (const { text, html, attachments } of Object.values(demo)) {
    expect(text).toContain(sentence);
    expect(html).toContain(sentence);
    for (const { content } of attachments)
      expect(content.replaceAll('\r\n ', '')).toContain(sentence.slice(0, 20));
  }
  for (const mail of Object.values(real)) expect(JSON.stringify(mail)).not.toContain(sentence);
});

test('nobody is asked to answer when nobody reads it', () => {
  const sender = { ...registration.sender, canReply: false };
  const { confirmed } = everyMail({ ...registration, sender }, 'nl');
  expect(confirmed.text).toContain('U kunt niet antwoorden op deze e-mail.');
  expect(confirmed.text).not.toContain('Antwoord op deze e-mail');
});

test.each([
  ['oneOnOne', '1-op-1: uw boekhouding samen nakijken', 'nl'],
  ['oneOnOne', '1-op-1: uw boekhouding samen nakijken', 'en'],
  ['workshop', 'Workshop Sterker online', 'nl'],
] as const)('a %s named “%s” is not called so twice', (kind, title, locale) => {
  const { subject } = everyMail(
    { ...registration, session: { ...registration.session, kind, title } },
    locale,
  ).waitlisted;
  expect(subject).toContain(`: ${title},`);
});
