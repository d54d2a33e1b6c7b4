import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Message, PermanentFailure } from '../../emails/mail.ts';
import { type SmtpOptions, smtpTransport } from '../../emails/transports/smtp.ts';
import { everyMail, registration } from '../rules/emails-facts.ts';
import { certificate } from '../support/certificate.ts';
import { smtpServer } from '../support/smtp.ts';

let server: Awaited<ReturnType<typeof smtpServer>>;
const open: { close?: () => void }[] = [];
beforeAll(async () => {
  server = await smtpServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.received.length = 0;
  server.behave();
});
afterEach(() => open.splice(0).forEach((one) => one.close?.()));

function transport(change: Partial<SmtpOptions> = {}) {
  const made = smtpTransport({
    host: '127.0.0.1',
    port: server.port,
    tls: 'starttls',
    ca: certificate,
    timeoutMs: 1000,
    ...change,
  });
  open.push(made);
  return made;
}

const { confirmed, cancelledByOrganiser, waitlisted } = everyMail(registration, 'nl');
const message: Message = {
  to: 'noor@example.com',
  from: 'Opkoers <noreply@opkoers.example>',
  replyTo: 'help@opkoers.example',
  mail: confirmed,
  idempotencyKey: '0194a3f0-0000-7000-8000-000000000009',
};
const failureOf = (change: Partial<SmtpOptions> = {}, given: Message = message) =>
  transport(change)
    .send(given)
    .then(
      () => null,
      (error: unknown) => error as Error,
    );

test('sends text, HTML and headers, encrypted, under a name of its own', async () => {
  const sent = await transport().send(message);
  expect(server.received).toHaveLength(1);
  const { mail, to, from, secure } = server.received[0]!;
  expect([to, from, secure]).toEqual([['noor@example.com'], 'noreply@opkoers.example', true]);
  expect(mail.subject).toBe(confirmed.subject);
  expect(mail.text?.trim()).toBe(confirmed.text.trim());
  expect((mail.html as string).trim()).toBe(confirmed.html.trim());
  expect(mail.from?.value).toEqual([{ name: 'Opkoers', address: 'noreply@opkoers.example' }]);
  expect(mail.to).toMatchObject({ value: [{ address: 'noor@example.com' }] });
  expect(mail.replyTo?.value).toMatchObject([{ address: 'help@opkoers.example' }]);
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail.messageId).toBe('<0194a3f0-0000-7000-8000-000000000009@opkoers.example>');
  expect(sent.id).toBe(mail.messageId);
  expect(mail.headers.has('list')).toBe(false);
  expect(mail.headers.has('list-unsubscribe')).toBe(false);
});

test.each([
  ['REQUEST', confirmed],
  ['CANCEL', cancelledByOrganiser],
])('the appointment (%s) stands beside the text and as a file', async (method, mail) => {
  await transport().send({ ...message, mail });
  const { raw, mail: parsed } = server.received[0]!;
  const types = [...raw.matchAll(/^Content-Type: ([^;\r\n]+)/gim)].map(([, type]) => type);
  expect(types).toEqual([
    'multipart/mixed',
    'multipart/alternative',
    'text/plain',
    'text/html',
    'text/calendar',
    'application/ics',
  ]);
  expect(raw).toMatch(new RegExp(`Content-Type: text/calendar;[^]{0,40}method=${method}`, 'i'));
  const file = parsed.attachments.find(({ contentType }) => contentType === 'application/ics');
  expect(file?.filename).toBe('afspraak.ics');
  expect(file?.content.toString()).toBe(mail.attachments[0]!.content);
});

test('a mail without an appointment is text and HTML alone', async () => {
  await transport().send({ ...message, mail: waitlisted, replyTo: null });
  const { raw, mail } = server.received[0]!;
  expect(raw).not.toMatch(/calendar|multipart\/mixed/i);
  expect(mail.attachments).toEqual([]);
  expect(mail.replyTo).toBeUndefined();
});

test('only a mail that can be ended says how, in one step', async () => {
  const unsubscribeUrl = 'https://opkoers.example/afmelden/a-token';
  await transport().send({ ...message, unsubscribeUrl });
  const { mail, raw } = server.received[0]!;
  expect(mail.headers.get('list')).toMatchObject({ unsubscribe: { url: unsubscribeUrl } });
  expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
});

test('the same mail sent again has the same name', async () => {
  await transport().send(message);
  await transport().send(message);
  expect(new Set(server.received.map(({ mail }) => mail.messageId)).size).toBe(1);
});

test('what does not arrive is reported to an address of its own', async () => {
  await transport({ returnPath: 'bounces@opkoers.example' }).send(message);
  const { from, mail } = server.received[0]!;
  expect(from).toBe('bounces@opkoers.example');
  expect(mail.from?.value[0]?.address).toBe('noreply@opkoers.example');
});

test('many mails share a few connections', async () => {
  const one = transport({ connections: 2 });
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => one.send({ ...message, idempotencyKey: `key-${n}` })),
  );
  expect(new Set(server.received.map(({ mail }) => mail.messageId)).size).toBe(20);
});

describe('a server that wants to know who we are', () => {
  let strict: Awaited<ReturnType<typeof smtpServer>>;
  beforeAll(async () => {
    strict = await smtpServer({
      authOptional: false,
      onAuth: ({ username, password }, _session, done) =>
        password === 'right' ? done(null, { user: username! }) : done(new Error('no')),
    });
  });
  afterAll(() => strict.stop());
  const at = (password: string) => ({ port: strict.port, user: 'opkoers', password });

  test('hears it, over an encrypted connection', async () => {
    await transport(at('right')).send(message);
    expect(strict.received[0]).toMatchObject({ user: 'opkoers', secure: true });
  });

  test('a wrong password is no reason to give the mail up', async () => {
    const error = await failureOf(at('wrong'));
    expect(error).not.toBeInstanceOf(PermanentFailure);
    expect(error?.message).toBe('smtp: 535 AUTH PLAIN');
  });
});

test('nothing is sent unencrypted, nor to a server that cannot prove who it is', async () => {
  const plain = await smtpServer({ disabledCommands: ['STARTTLS'] });
  const error = await failureOf({ port: plain.port });
  await plain.stop();
  expect(error).toBeInstanceOf(Error);
  expect(plain.received).toEqual([]);
  expect(await failureOf({ ca: undefined as never })).not.toBeInstanceOf(PermanentFailure);
  expect(server.received).toEqual([]);
});

test('TLS from the first byte', async () => {
  const implicit = await smtpServer({ secure: true });
  await transport({ port: implicit.port, tls: 'implicit' }).send(message);
  await implicit.stop();
  expect(implicit.received).toHaveLength(1);
});

test.each([
  [450, '4.2.1 mailbox busy'],
  [452, '4.2.2 full for now'],
  [421, '4.3.2 shutting down'],
  [550, '5.7.1 we do not relay for you'],
])('%s %s about the recipient is tried again', async (code, text) => {
  server.manners.onRecipient = () => ({ code, text: `${text}: noor@example.com` });
  const error = await failureOf();
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toBeInstanceOf(PermanentFailure);
  expect(error?.message).not.toContain('noor');
});

test('an address that does not exist is given up, and remembered as such', async () => {
  server.manners.onRecipient = () => ({ code: 550, text: '5.1.1 no such user: noor@example.com' });
  const error = await failureOf();
  expect(error).toBeInstanceOf(PermanentFailure);
  expect(error).toMatchObject({ unreachable: true, message: 'smtp: 550 5.1.1 RCPT TO' });
});

test('a mail that is refused for what it says is given up, and the address is not blamed', async () => {
  server.manners.onData = () => ({ code: 554, text: '5.6.0 bad content' });
  expect(await failureOf()).toMatchObject({ name: 'PermanentFailure', unreachable: false });
  server.manners.onData = () => ({ code: 451, text: '4.7.0 try again later' });
  expect(await failureOf()).not.toBeInstanceOf(PermanentFailure);
});

test('a connection that breaks in the middle of a mail leaves none, and the next try sends one', async () => {
  server.manners.dropInData = true;
  const one = transport();
  await expect(one.send(message)).rejects.not.toBeInstanceOf(PermanentFailure);
  server.manners.dropInData = false;
  await one.send(message);
  expect(server.received).toHaveLength(1);
});

test('an answer that never came: the second copy is known by its name', async () => {
  server.manners.dropBeforeAnswer = true;
  const one = transport();
  await expect(one.send(message)).rejects.toThrow(/^smtp: /);
  // Once by the pool: our own queue decides when to try again.
  expect(server.received).toHaveLength(1);
  server.manners.dropBeforeAnswer = false;
  await one.send(message);
  expect(server.received.map(({ mail }) => mail.messageId)).toEqual([
    server.received[0]!.mail.messageId,
    server.received[0]!.mail.messageId,
  ]);
});

test('a server that says nothing is waited for only so long', async () => {
  const silent = await smtpServer({ onConnect: () => {} });
  const error = await failureOf({ port: silent.port, timeoutMs: 300 });
  await silent.stop();
  expect(error).not.toBeInstanceOf(PermanentFailure);
  expect(error?.message).toMatch(/^smtp: /);
});
