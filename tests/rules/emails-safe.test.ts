import { expect, test } from 'vitest';
import type { RegistrationFacts } from '../../emails/facts.ts';
import { greetingName, oneLine, parseAddress, shorten } from '../../emails/safe.ts';
import { everyMail, registration } from './emails-facts.ts';

const nasty = "<script>alert(\"1\")</script> & 'O'Brien' 👩‍🌾\r\nBcc: victim@example.com";
const hostile: RegistrationFacts = {
  ...registration,
  recipient: { name: nasty, email: 'noor@example.com' },
  session: {
    ...registration.session,
    title: nasty,
    leader: nasty,
    organisers: [nasty],
    venue: { ...registration.session.venue!, name: nasty, street: nasty, accessibility: nasty },
  },
  cost: { ...registration.cost!, reasons: [nasty] },
  sender: { ...registration.sender, names: [nasty], creditLine: nasty },
};

test.each(Object.entries(everyMail(hostile, 'nl')))('what people typed cannot break %s', (kind, mail) => {
  expect(mail.subject).not.toMatch(/[\r\n]/);
  expect(mail.html).not.toMatch(/<script|^Bcc:/m);
  expect(mail.text).not.toMatch(/^Bcc:/m);
  if (kind !== 'signIn') expect(mail.html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
  for (const { content, filename } of mail.attachments) {
    expect(content).not.toMatch(/^Bcc:/m);
    expect(filename).toMatch(/^[a-z]+\.ics$/);
  }
});

test('a title of a thousand characters leaves the date in the subject', () => {
  const session = { ...registration.session, title: '👩🏽 '.repeat(500) };
  const { confirmed } = everyMail({ ...registration, session }, 'nl');
  expect(confirmed.subject.length).toBeLessThan(500);
  expect(confirmed.subject).toMatch(/…, di 2 februari 2027, 19\.30 uur$/);
  expect(confirmed.subject.isWellFormed()).toBe(true);
});

test('a title that already names its kind does not say it twice', () => {
  const session = { ...registration.session, title: 'Workshop boekhouden' };
  expect(everyMail({ ...registration, session }, 'nl').confirmed.subject).toMatch(
    /^Bevestiging: Workshop boekhouden, di/,
  );
});

test.each([
  ['Noor Voorbeeld', 'Noor Voorbeeld'],
  ['J. de Vries-Janssen', 'J. de Vries-Janssen'],
  ['Zoë', 'Zoë'],
  ['Win geld op https://evil.example', ''],
  ['ga naar evil.example', ''],
  ['www evil', ''],
  ['someone@example.com', ''],
])('greets %s as "%s"', (name, greeting) => expect(greetingName(name)).toBe(greeting));

test('one line without control or direction characters', () => {
  expect(oneLine(' a\u0000b\r\n\tc\u2028d \u202egpj.exe ')).toBe('a b c d gpj.exe');
  expect(shorten('👍👍👍👍', 3)).toBe('👍👍…');
});

test.each([
  ['Opkoers <noreply@opkoers.example>', { name: 'Opkoers', email: 'noreply@opkoers.example' }],
  ['"Gemeente, EZ" <ez@opkoers.example>', { name: 'Gemeente, EZ', email: 'ez@opkoers.example' }],
  [
    '"De \\"beste\\" gemeente 👩‍🌾" <ez@opkoers.example>',
    { name: 'De "beste" gemeente 👩‍🌾', email: 'ez@opkoers.example' },
  ],
  ['ez@opkoers.example', { name: 'ez@opkoers.example', email: 'ez@opkoers.example' }],
])('reads the address %s', (value, parsed) => expect(parseAddress(value)).toEqual(parsed));
