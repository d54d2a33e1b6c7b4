import { describe, expect, test } from 'vitest';
import { readReply } from '../../api/mail/calendar/read-reply.ts';
import { judgeReply, registrationOfUid } from '../../api/mail/calendar/rules.ts';
import { isSigned } from '../../api/mail/calendar/signature.ts';
import { isProved, readMail } from '../../emails/inbound/read-mail.ts';
import { declineOf, mailOf } from '../support/replies.ts';

const ID = '0194a3f0-0000-7000-8000-000000000002';
const me = 'noor@example.com';
const reply = {
  method: 'REPLY',
  uid: `${ID}@opkoers.example`,
  sequence: 2,
  attendees: [{ email: me, status: 'DECLINED' }],
  ofOne: false,
};
const sender = { email: me, proved: true as boolean | null };
const appointment = { email: me, sequence: 2, status: 'confirmed' };

describe('what an answer does', () => {
  test('a decline by the owner of the appointment as it is now cancels it', () => {
    expect(judgeReply(sender, reply, appointment)).toEqual({ outcome: 'cancelled' });
    expect(judgeReply({ ...sender, proved: null }, reply, appointment)).toEqual({ outcome: 'cancelled' });
    const written = { ...reply, attendees: [{ email: 'Noor@Example.COM', status: 'DECLINED' }] };
    expect(judgeReply(sender, written, appointment)).toEqual({ outcome: 'cancelled' });
  });
  test.each(['ACCEPTED', 'TENTATIVE'])('%s changes nothing', (status) =>
    expect(judgeReply(sender, { ...reply, attendees: [{ email: me, status }] }, appointment)).toEqual({
      outcome: 'ignored',
    }),
  );
  test('declining again changes nothing', () =>
    expect(judgeReply(sender, reply, { ...appointment, sequence: 3, status: 'cancelled' })).toEqual({
      outcome: 'ignored',
    }));

  const other = 'sam@example.com';
  const attendees = (...list: [string, string][]) => ({
    ...reply,
    attendees: list.map(([email, status]) => ({ email, status })),
  });
  test.each([
    ['no calendar in it', sender, 'no-calendar', appointment, 'no-calendar'],
    ['a file nobody can read', sender, 'unreadable', appointment, 'unreadable'],
    ['another time is proposed', sender, { ...reply, method: 'COUNTER' }, appointment, 'other-method'],
    ['nobody in it', sender, attendees(), appointment, 'unreadable'],
    ['two people in it', sender, attendees([me, 'DECLINED'], [other, 'DECLINED']), appointment, 'unreadable'],
    ['a status that is none', sender, attendees([me, 'NEEDS-ACTION']), appointment, 'unreadable'],
    ['one of several meetings', sender, { ...reply, ofOne: true }, appointment, 'one-of-several'],
    ['an appointment that is not ours', sender, reply, null, 'unknown-appointment'],
    ['sent by someone else', { ...sender, email: other }, reply, appointment, 'other-person'],
    ['sent by nobody', { ...sender, email: null }, reply, appointment, 'other-person'],
    ['about someone else', sender, attendees([other, 'DECLINED']), appointment, 'other-person'],
    ['about a walk-in, who has no address', sender, reply, { ...appointment, email: null }, 'other-person'],
    ['a forged sender', { ...sender, proved: false }, reply, appointment, 'not-proved'],
    ['an older version', sender, { ...reply, sequence: 1 }, appointment, 'other-version'],
    ['a version there never was', sender, { ...reply, sequence: 3 }, appointment, 'other-version'],
    ['a place that is not certain', sender, reply, { ...appointment, status: 'offered' }, 'no-certain-place'],
  ] as const)('%s: kept for the operator', (_, from, answer, found, reason) =>
    expect(judgeReply(from, answer, found)).toEqual({ outcome: 'kept', reason }),
  );
});

test('a uid of ours names a registration; one of elsewhere does not', () => {
  expect(registrationOfUid(`${ID.toUpperCase()}@Opkoers.example`, 'opkoers.example')).toBe(ID);
  expect(registrationOfUid(` ${ID}@opkoers.example\r\n`, 'Opkoers.Example')).toBe(ID);
  for (const uid of [
    '',
    ID,
    `${ID}@opkoers.example\nX:1`,
    `${ID}@elders.example`,
    `x${ID}@opkoers.example`,
    `${ID}@opkoers.example.evil`,
  ])
    expect(registrationOfUid(uid, 'opkoers.example')).toBeNull();
});

describe('reading the file of an answer', () => {
  const file = declineOf({ uid: reply.uid, email: me, sequence: 2 });
  test('as mail programs write it', () => expect(readReply([file])).toEqual(reply));
  test('the same file twice is one answer', () => expect(readReply([file, file])).toEqual(reply));
  test('two answers at once are none', () =>
    expect(readReply([file, declineOf({ uid: 'x', email: me, sequence: 2 })])).toBe('unreadable'));
  test('no file', () => expect(readReply([])).toBe('no-calendar'));
  test.each([
    ['nothing', ''],
    ['words', 'Beste mensen, ik kan niet'],
    ['half a file', file.slice(0, 150)],
    ['no event', 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n'],
    ['two events', file.replace(/(BEGIN:VEVENT[^]*END:VEVENT\r\n)/, '$1$1')],
    ['too much', file.replace('BEGIN:VEVENT', `COMMENT:${'x'.repeat(70_000)}\r\nBEGIN:VEVENT`)],
    ['a thousand levels', 'BEGIN:VEVENT\r\n'.repeat(1000)],
  ])('%s', (_, text) => expect(readReply([text])).toBe('unreadable'));
  test('no sequence counts as the first', () =>
    expect(readReply([file.replace(/SEQUENCE.*\r\n/, '')])).toMatchObject({ sequence: 0 }));
  test('a sequence that is no number is no version there is', () => {
    const read = readReply([file.replace('SEQUENCE:2', 'SEQUENCE:twee')]);
    expect(typeof read === 'string' ? read : judgeReply(sender, read, appointment)).not.toEqual({
      outcome: 'cancelled',
    });
  });
});

describe('reading a mail', () => {
  const file = declineOf({ uid: reply.uid, email: me, sequence: 2 });
  const read = (change: Parameters<typeof mailOf>[0]) =>
    readMail(Buffer.from(mailOf({ file, ...change })), 'none');
  test('as a calendar part of the mail', async () => {
    const mail = await read({
      from: `"Noor, de baas" <${me.toUpperCase()}>`,
      messageId: '<one@example.com>',
    });
    expect(mail).toMatchObject({ from: me, messageId: '<one@example.com>', proved: null });
    expect(readReply(mail.calendars)).toEqual(reply);
  });
  test('as an attachment, in base64', async () => {
    expect(readReply((await read({ from: me, attached: true })).calendars)).toEqual(reply);
  });
  test.each([
    ['two senders', `${me}, sam@example.com`],
    ['two senders in a group', `Wij: ${me}, sam@example.com;`],
    ['a second From', `${me}\r\nFrom: sam@example.com`],
    ['none', ''],
  ])('%s: from nobody in particular', async (_, from) => expect((await read({ from })).from).toBeNull());
  test('only the finding on top counts, that of the server that took it in', async () => {
    const findings = ['mx.opkoers.example; dmarc=fail', 'evil.example; dmarc=pass header.from=example.com'];
    expect((await read({ from: me, findings })).proved).toBe(false);
    expect((await read({ from: me, findings: findings.reverse() })).proved).toBe(true);
  });
  test('without a Message-ID it is known by what the provider calls it', async () => {
    expect((await read({ from: me, messageId: null })).messageId).toBe('none');
  });
  test('built to be hard to read', async () => {
    const nested = 'Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n'.repeat(50);
    await expect(readMail(Buffer.from(nested), 'none')).rejects.toThrow();
  });
});

test.each([
  ['mx.example; dmarc=pass (p=none) header.from=example.com', true],
  ['mx.example; spf=fail smtp.mailfrom=other.example; dkim=pass header.i=@example.com', true],
  ['mx.example; dkim=pass header.d=mail.example; dmarc=fail header.from=example.com', false],
  ['mx.example; spf=pass smtp.mailfrom=noor@example.com', true],
  ['mx.example; spf=pass smtp.mailfrom=noor@example.com.evil', false],
  ['mx.example; dkim=pass header.d=ample.com', false],
  ['mx.example; spf=fail (dkim=pass header.d=example.com) smtp.mailfrom=example.com', false],
  ['mx.example; none', false],
])('%s proves the sender: %s', (findings, proved) => expect(isProved(findings, me)).toBe(proved));

test('the signature of a webhook', () => {
  const now = new Date('2027-01-05T09:00:00Z');
  // The example of the Standard Webhooks specification, and its time.
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const signed = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: '1614265330',
    signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    body: '{"test": 2432232314}',
  };
  const then = new Date(1614265330_000);
  expect(isSigned(secret, signed, then)).toBe(true);
  expect(isSigned(secret, { ...signed, signature: `v1,AAAA v2,x ${signed.signature}` }, then)).toBe(true);
  expect(isSigned(secret, signed, now)).toBe(false);
  expect(isSigned(secret, signed, new Date(then.getTime() + 301_000))).toBe(false);
  expect(isSigned(secret, signed, new Date(then.getTime() - 301_000))).toBe(false);
  expect(isSigned(secret, { ...signed, body: `${signed.body} ` }, then)).toBe(false);
  expect(isSigned(secret, { ...signed, id: 'msg_other' }, then)).toBe(false);
  expect(isSigned(secret, { ...signed, signature: undefined }, then)).toBe(false);
  expect(isSigned(secret, { ...signed, signature: signed.signature.replace('v1', 'v2') }, then)).toBe(false);
  expect(isSigned('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSx', signed, then)).toBe(false);
});
