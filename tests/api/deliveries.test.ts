import { Webhook } from 'standardwebhooks';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { receiveReport } from '../../api/mail/deliveries/dsn.ts';
import { forgetDeliveries } from '../../api/mail/deliveries/record.ts';
import { problemIn, testApi, WEBHOOK_SECRET } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';
import { complaint, statusReport } from '../support/reports.ts';
import { storedMails } from '../support/stored-mails.ts';

const { db, sql, time, call, latestCode, signIn } = await testApi();
const mails = storedMails(sql);
const start = time.now;
let programme: ProgrammeFixture;
let organiser: string;
let session: { id: string };
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
  organiser = await signIn((await makeStaff(db, [{ organisationId: programme.association.id }])).email);
  session = await makeSession(db, programme, time.now, { capacity: 50 });
});

let person = 0;
let registrationId: string;
let providerId: string;
beforeEach(async () => {
  time.now = start;
  const email = `gast${++person}@voorbeeld.example`;
  const booked = await call('POST', `/sessions/${session.id}/registrations`, {
    body: { name: `Gast ${person}`, email },
  });
  registrationId = (booked.body as { id: string }).id;
  await call('POST', `/registrations/${registrationId}/confirmation`, {
    body: { code: await latestCode(registrationId) },
  });
  await mails.settled();
  const [sent] = await sql<{ providerId: string; status: string }[]>`
    select provider_id as "providerId", status from mail_deliveries
    where registration_id = ${registrationId} and kind = 'confirmed'`;
  expect(sent).toMatchObject({ status: 'accepted' });
  providerId = sent!.providerId;
});

const statusNow = async () =>
  (
    await sql<{ status: string; reason: string | null }[]>`
    select status, reason from mail_deliveries where provider_id = ${providerId}`
  )[0]!;
async function mailFails() {
  const { body } = await call('GET', `/sessions/${session.id}/attendance`, { cookie: organiser });
  const { participants } = body as { participants: { registrationId: string; mailFails: boolean }[] };
  return participants.find((one) => one.registrationId === registrationId)!.mailFails;
}

let message = 0;
function signed(
  type: string,
  data: object = {},
  options: { secret?: string; at?: Date; created?: Date } = {},
) {
  const at = options.at ?? new Date();
  const raw = JSON.stringify({
    type,
    created_at: (options.created ?? at).toISOString(),
    data: { email_id: providerId, to: ['noor@example.com'], ...data },
  });
  const id = `msg_${++message}`;
  const headers = {
    'svix-id': id,
    'svix-timestamp': String(Math.floor(at.getTime() / 1000)),
    'svix-signature': new Webhook(options.secret ?? WEBHOOK_SECRET).sign(id, at, raw),
  };
  return { raw, headers };
}
const hook = (request: { raw: string; headers: Record<string, string> }) =>
  call('POST', '/webhooks/resend', request);
const bounce = (type = 'Permanent') => ({
  bounce: { type, subType: 'General', message: 'noor@example.com is gone' },
});

describe('what Resend tells', () => {
  test('a bounce: the organiser sees that mail does not arrive', async () => {
    expect(await mailFails()).toBe(false);
    expect((await hook(signed('email.bounced', bounce()))).status).toBe(204);
    expect(await statusNow()).toEqual({ status: 'bounced', reason: 'Permanent General' });
    expect(await mailFails()).toBe(true);
  });

  test('a complaint counts too, also when the delivery is told after it; a delivery alone is fine', async () => {
    const earlier = new Date(Date.now() - 60_000);
    await hook(signed('email.complained'));
    await hook(signed('email.delivered', {}, { created: earlier }));
    expect(await statusNow()).toMatchObject({ status: 'complained' });
    expect(await mailFails()).toBe(true);
  });

  test('a mail that arrives later clears it', async () => {
    await hook(signed('email.bounced', bounce()));
    const key = `later-${registrationId}`;
    await sql`insert into mail_deliveries (key, kind, account_id, status, status_at, sent_at)
      select ${key}, 'moved', account_id, 'delivered', now(), now() + interval '1 hour'
      from mail_deliveries where provider_id = ${providerId}`;
    expect(await mailFails()).toBe(false);
  });

  test.each(['email.opened', 'email.delivery_delayed', 'contact.created'])('%s is no news', async (type) => {
    expect((await hook(signed(type))).status).toBe(204);
    expect(await statusNow()).toMatchObject({ status: 'accepted' });
  });

  test('a full mailbox may pass', async () => {
    await hook(signed('email.bounced', bounce('Transient')));
    expect(await mailFails()).toBe(false);
  });

  test('the same message again changes nothing, even when something else became true since', async () => {
    const request = signed('email.bounced', bounce());
    await hook(request);
    await sql`update mail_deliveries set status = 'delivered', status_at = now() - interval '1 hour'
      where provider_id = ${providerId}`;
    expect((await hook(request)).status).toBe(204);
    expect(await statusNow()).toMatchObject({ status: 'delivered' });
  });

  test('only what Resend signed, just now, is heard', async () => {
    const other = `whsec_${Buffer.from('another secret').toString('base64')}`;
    const good = signed('email.bounced', bounce());
    const forgeries = [
      signed('email.bounced', bounce(), { secret: other }),
      signed('email.bounced', bounce(), { at: new Date(Date.now() - 6 * 60_000) }),
      signed('email.bounced', bounce(), { at: new Date(Date.now() + 6 * 60_000) }),
      { ...good, raw: good.raw.replace('Permanent', 'permanent') },
      { ...good, headers: { ...good.headers, 'svix-id': 'msg_other' } },
      { ...good, headers: {} },
    ];
    for (const forged of forgeries) expect(problemIn(await hook(forged)).code).toBe('not-allowed');
    expect(await statusNow()).toMatchObject({ status: 'accepted' });
  });

  test('news that comes before we know the mail is asked for again; of another portal it is not', async () => {
    const young = signed('email.delivered', { email_id: 'not-known-yet' });
    expect((await hook(young)).headers.get('retry-after')).toBe('60');
    await sql`update mail_deliveries set provider_id = 'not-known-yet' where provider_id = ${providerId}`;
    providerId = 'not-known-yet';
    expect((await hook(young)).status).toBe(204);
    expect(await statusNow()).toMatchObject({ status: 'delivered' });
    const old = signed(
      'email.delivered',
      { email_id: 'of-others' },
      { created: new Date(Date.now() - HOUR) },
    );
    expect((await hook(old)).status).toBe(204);
  });
});

describe('what a mail server reports', () => {
  const report = (raw: string) => receiveReport(db, raw, time.now);

  test('an address that does not exist', async () => {
    const raw = statusReport(
      providerId,
      'Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 noor@example.com',
    );
    await sql`update mail_deliveries set provider_id = '<a@opkoers.example>' where provider_id = ${providerId}`;
    expect(await report(raw.replaceAll(providerId, '<a@opkoers.example>'))).toMatchObject({
      status: 'bounced',
    });
    providerId = '<a@opkoers.example>';
    expect(await statusNow()).toEqual({ status: 'bounced', reason: '5.1.1' });
    expect(await mailFails()).toBe(true);
  });

  const named = async () => {
    const name = `<${registrationId}@opkoers.example>`;
    await sql`update mail_deliveries set provider_id = ${name} where provider_id = ${providerId}`;
    return (providerId = name);
  };

  test.each([
    ['it arrived', 'Action: delivered\r\nStatus: 2.0.0', 'delivered'],
    ['it is late', 'Action: delayed\r\nStatus: 4.4.1', 'accepted'],
    ['it failed for now', 'Action: failed\r\nStatus: 4.2.2', 'accepted'],
    ['it failed, in other letters', 'ACTION: Failed\r\nSTATUS: 5.0.0', 'bounced'],
  ])('%s', async (_, fields, status) => {
    await report(statusReport(await named(), fields));
    expect(await statusNow()).toMatchObject({ status });
  });

  test('someone calls it unwanted', async () => {
    await report(complaint(await named()));
    expect(await statusNow()).toMatchObject({ status: 'complained' });
    expect(await mailFails()).toBe(true);
  });

  test('anything else says nothing', async () => {
    const name = await named();
    const failed = 'Action: failed\r\nStatus: 5.1.1';
    for (const raw of [
      'Subject: hoi\r\n\r\nIk kom niet.',
      '',
      statusReport('<unknown@opkoers.example>', failed),
      statusReport(name, failed, 'X-Other: 1'),
      statusReport(name, ''),
      complaint(name, 'not-spam'),
    ]) {
      expect(await report(raw)).toBeNull();
    }
    expect(await statusNow()).toMatchObject({ status: 'accepted' });
  });
});

test('what became of mails is forgotten after a quarter', async () => {
  await forgetDeliveries(db, new Date(start.getTime() + 89 * 24 * HOUR));
  expect(await statusNow()).toBeDefined();
  await forgetDeliveries(db, new Date(start.getTime() + 91 * 24 * HOUR));
  expect(await statusNow()).toBeUndefined();
});
