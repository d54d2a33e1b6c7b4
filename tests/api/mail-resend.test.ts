import type { ServerResponse } from 'node:http';
import { beforeEach, expect, test } from 'vitest';
import { type Message, PermanentFailure, TemporaryFailure } from '../../emails/mail.ts';
import { limited } from '../../emails/transports/limited.ts';
import { resendTransport } from '../../emails/transports/resend.ts';
import { json, resendServer } from '../support/resend.ts';

const resend = await resendServer();
const transport = resendTransport({ apiKey: 're_test', baseUrl: resend.url, timeoutMs: 500 });
beforeEach(() => resend.forget());

const message: Message = {
  to: 'noor@example.com',
  from: 'Opkoers <noreply@opkoers.example>',
  replyTo: 'help@opkoers.example',
  mail: {
    subject: 'Bevestiging: Workshop 👍',
    text: 'tekst',
    html: '<p>tekst</p>',
    attachments: [
      {
        filename: 'afspraak.ics',
        contentType: 'text/calendar; charset=utf-8; method=REQUEST',
        content: 'SUMMARY:Zoë\r\n',
      },
    ],
  },
  idempotencyKey: 'key-1',
};
const failure = () =>
  transport.send(message).then(
    () => null,
    (error: unknown) => error,
  );

test('sends the whole mail, with the key and the calendar file', async () => {
  await transport.send(message);
  expect(resend.requests).toHaveLength(1);
  const { path, headers, body } = resend.requests[0]!;
  expect(path).toBe('POST /emails');
  expect(headers).toMatchObject({ authorization: 'Bearer re_test', 'idempotency-key': 'key-1' });
  expect(body).toMatchObject({
    to: 'noor@example.com',
    from: 'Opkoers <noreply@opkoers.example>',
    reply_to: 'help@opkoers.example',
    subject: 'Bevestiging: Workshop 👍',
    text: 'tekst',
    html: '<p>tekst</p>',
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: [{ filename: 'afspraak.ics', content_type: 'text/calendar; charset=utf-8; method=REQUEST' }],
  });
  const [attachment] = body.attachments as { content: string }[];
  expect(Buffer.from(attachment!.content, 'base64').toString()).toBe('SUMMARY:Zoë\r\n');
});

test('leaves the reply address out when nobody reads it', async () => {
  await transport.send({ ...message, replyTo: null });
  expect(resend.requests[0]!.body).not.toHaveProperty('reply_to');
});

test.each([
  ['too many requests', json(429, { statusCode: 429, name: 'rate_limit_exceeded', message: 'slow down' })],
  ['an error of theirs', json(500, { statusCode: 500, name: 'internal_server_error', message: 'oops' })],
  [
    'an error page',
    (r: ServerResponse) => r.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
  ],
  ['an error without a body', json(503, null)],
  ['a key that is not valid', json(401, { statusCode: 401, name: 'invalid_api_key', message: 'no' })],
  [
    'a domain that is not verified',
    json(403, { statusCode: 403, name: 'validation_error', message: 'verify' }),
  ],
  [
    'the same key in flight',
    json(409, { statusCode: 409, name: 'concurrent_idempotent_requests', message: 'wait' }),
  ],
  ['no answer', () => {}],
  ['a broken connection', (r: ServerResponse) => r.destroy()],
  ['an answer that is cut off', (r: ServerResponse) => r.writeHead(200).end('{"id":')],
])('%s is tried again later', async (_, given) => {
  resend.answerWith(given);
  const error = await failure();
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toBeInstanceOf(PermanentFailure);
});

test.each([
  [
    'an address that is none',
    json(422, { statusCode: 422, name: 'validation_error', message: 'Invalid `to` field' }),
  ],
  ['a mail that is not right', json(400, { statusCode: 400, name: 'validation_error', message: 'no' })],
])('%s is given up', async (_, given) => {
  resend.answerWith(given);
  const error = await failure();
  expect(error).toBeInstanceOf(PermanentFailure);
  expect(String(error)).not.toContain('noor');
});

test('a key that was accepted before with other facts counts as sent', async () => {
  await transport.send(message);
  const sent = await transport.send({ ...message, mail: { ...message.mail, text: 'intussen anders' } });
  expect(sent.id).toBe(message.idempotencyKey);
  expect(resend.requests).toHaveLength(2);
  expect(resend.delivered).toHaveLength(1);
});

test('a key that was accepted before sends nothing again, and gives the same id', async () => {
  const first = await transport.send(message);
  expect(await transport.send(message)).toEqual(first);
  expect(resend.delivered).toHaveLength(1);
});

test('only a mail that can be ended says how, in one step', async () => {
  await transport.send({ ...message, unsubscribeUrl: 'https://opkoers.example/afmelden/a-token' });
  expect(resend.requests[0]!.body).toMatchObject({
    headers: {
      'List-Unsubscribe': '<https://opkoers.example/afmelden/a-token>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  });
});

test('when Resend asks to wait, the mails that come after it wait too', async () => {
  resend.answerWith(json(429, { statusCode: 429, name: 'rate_limit_exceeded' }, { 'retry-after': '1' }));
  const patient = limited(transport, 100);
  const error = await patient.send(message).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(TemporaryFailure);
  expect(error).toMatchObject({ retryAfterSeconds: 1 });
  resend.answerWith(null);
  const next = patient.send(message);
  const turn = await Promise.race([next.then(() => 'sent'), transport.send(message).then(() => 'straight')]);
  expect(turn).toBe('straight');
  await next;
});
