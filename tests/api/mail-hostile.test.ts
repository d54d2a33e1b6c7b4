import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { email } from '../../api/http/contract.ts';
import { type Message, PermanentFailure, type Transport } from '../../emails/mail.ts';
import { smtpTransport } from '../../emails/transports/smtp.ts';
import { everyMail, registration } from '../rules/emails-facts.ts';
import { certificate } from '../support/certificate.ts';
import { smtpServer } from '../support/smtp.ts';

const NASTY = `"Noor" \\"'<b>👩‍🌾</b>\r\nBcc: victim@example.com\r\n\r\n.\r\nMAIL FROM:<x@example.com>\u0000\u202e`;
const LONG = 'Lange titel 👩🏽‍🌾 '.repeat(60);

let server: Awaited<ReturnType<typeof smtpServer>>;
let transport: Transport;
beforeAll(async () => {
  server = await smtpServer();
  transport = smtpTransport({
    host: '127.0.0.1',
    port: server.port,
    tls: 'starttls',
    ca: certificate,
    timeoutMs: 1000,
  });
});
afterAll(async () => {
  transport.close?.();
  await server.stop();
});
beforeEach(() => void (server.received.length = 0));

const message: Message = {
  to: 'noor@example.com',
  from: 'Opkoers <noreply@opkoers.example>',
  replyTo: 'help@opkoers.example',
  mail: everyMail(registration, 'nl').confirmed,
  idempotencyKey: 'key-1',
};
async function receive(change: Partial<Message>) {
  await transport.send({ ...message, ...change });
  expect(server.received).toHaveLength(1);
  return server.received[0]!;
}
const withTitle = (title: string, name = title) => ({
  ...registration,
  recipient: { name, email: 'noor@example.com' },
  session: {
    ...registration.session,
    title,
    leader: title,
    organisers: [title],
    venue: { ...registration.session.venue!, name: title },
  },
  sender: { ...registration.sender, names: [title], creditLine: title },
});

describe.each([
  ['marks that mean something elsewhere', NASTY],
  ['a title of a thousand characters', LONG],
])('%s', (_, title) => {
  test.each(Object.keys(everyMail(registration, 'nl')) as (keyof ReturnType<typeof everyMail>)[])(
    'arrive whole and harmless in %s',
    async (kind) => {
      const mail = everyMail(withTitle(title), 'nl')[kind];
      const { to, from, raw, mail: parsed } = await receive({ mail });
      expect([to, from]).toEqual([['noor@example.com'], 'noreply@opkoers.example']);
      const { headers } = parsed;
      expect(headers.has('bcc')).toBe(false);
      expect([...headers.keys()].sort()).toEqual(
        [
          'auto-submitted',
          'content-type',
          'date',
          'from',
          'message-id',
          'mime-version',
          'reply-to',
          'subject',
          'to',
        ].sort(),
      );
      expect(parsed.subject).toBe(mail.subject);
      expect(parsed.text?.trim()).toBe(mail.text.trim());
      expect((parsed.html as string).trim()).toBe(mail.html.trim());
      // RFC 5322: no line is longer than 998 characters.
      expect(Math.max(...raw.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(998);
      expect(raw.slice(0, raw.indexOf('\r\n\r\n'))).toMatch(/^[\x20-\x7e\r\n\t]+$/);
    },
  );

  test('arrive in the appointment, which still is one', async () => {
    const { mail } = await receive({ mail: everyMail(withTitle(title), 'nl').confirmed });
    const file = mail.attachments.find(({ contentType }) => contentType === 'application/ics')!;
    expect(file.filename).toBe('afspraak.ics');
    const parsed = new ICAL.Component(ICAL.parse(file.content.toString()) as unknown[]);
    const event = new ICAL.Event(parsed.getFirstSubcomponent('vevent')!);
    expect(parsed.getAllSubcomponents('vevent')).toHaveLength(1);
    expect(event.attendees).toHaveLength(1);
    expect(event.summary.length).toBeLessThanOrEqual(400);
    expect(event.summary).not.toMatch(/[\r\n]/);
  });
});

test.each([
  [
    '"Gemeente \\"Ä\\", EZ 🎉" <ez@opkoers.example>',
    { name: 'Gemeente "Ä", EZ 🎉', address: 'ez@opkoers.example' },
  ],
  ['Zoë & Co; <info@opkoers.example>', { name: 'Zoë & Co;', address: 'info@opkoers.example' }],
  ['info@opkoers.example', { name: '', address: 'info@opkoers.example' }],
  [
    'Opkoers\r\nBcc: victim@example.com <info@opkoers.example>',
    {
      name: 'Opkoers Bcc: victim@example.com',
      address: 'info@opkoers.example',
    },
  ],
])('the sender %s is one name and one address', async (from, expected) => {
  const { mail, to } = await receive({ from });
  expect(mail.from?.value).toEqual([expected]);
  expect(mail.headers.has('bcc')).toBe(false);
  expect(to).toEqual(['noor@example.com']);
});

test('a domain with letters beyond ASCII', async () => {
  const to = email.parse(' Noor@Bücher.example ');
  expect(to).toBe('noor@xn--bcher-kva.example');
  // The server that reads it here writes the domain back in letters; the header has it as it went over the line.
  const inAscii = /^To: noor@xn--bcher-kva\.example\r$/m;
  expect((await receive({ to })).raw).toMatch(inAscii);
  // Also when it was not written so by us.
  server.received.length = 0;
  expect((await receive({ to: 'noor@bücher.example' })).raw).toMatch(inAscii);
});

test('letters beyond ASCII before the @ are refused where they are typed, and said clearly when sent', async () => {
  expect(email.safeParse('zoë@example.com').success).toBe(false);
  const error = await transport.send({ ...message, to: 'zoë@example.com' }).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(PermanentFailure);
  expect(String(error)).not.toContain('zoë');
  expect(server.received).toEqual([]);
});

test.each([
  'noor@example.com, victim@example.com',
  'noor@example.com\r\nRCPT TO:<victim@example.com>',
  'Noor <noor@example.com>',
  '<noor@example.com> SIZE=1',
])('an address that is more than one reaches nobody else: %j', async (to) => {
  expect(email.safeParse(to).success).toBe(false);
  await transport.send({ ...message, to }).catch(() => {});
  const reached = server.received.flatMap((one) => one.to);
  expect(reached.filter((address) => address !== 'noor@example.com')).toEqual([]);
});
