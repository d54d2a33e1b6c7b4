import type { ServerResponse } from 'node:http';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type Message, PermanentFailure } from '../../emails/mail.ts';
import { resendTransport } from '../../emails/transports/resend.ts';
import { json, resendStandIn } from '../support/resend.ts';

const resend = await resendStandIn();
const { received } = resend;
const transport = resendTransport({ apiKey: 're_test', baseUrl: resend.url, timeoutMs: 500 });
const answerWith = (answer: (response: ServerResponse) => void) => (resend.state.answer = () => answer);
afterAll(resend.close);
beforeEach(() => {
  received.length = 0;
  answerWith(json(200, { id: '0194a3f0' }));
});

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
  expect(received).toHaveLength(1);
  const { path, headers, body } = received[0]!;
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
  expect(received[0]!.body).not.toHaveProperty('reply_to');
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
  answerWith(given);
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
  answerWith(given);
  const error = await failure();
  expect(error).toBeInstanceOf(PermanentFailure);
  expect(String(error)).not.toContain('noor');
});

test('a key that was accepted before with other facts counts as sent', async () => {
  answerWith(
    json(409, { statusCode: 409, name: 'invalid_idempotent_request', message: 'different payload' }),
  );
  expect(await failure()).toBeNull();
});
