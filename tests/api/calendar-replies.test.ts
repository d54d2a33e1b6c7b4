import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { forgetInbound } from '../../api/mail/calendar/forget-inbound.ts';
import { keptMails } from '../../api/mail/calendar/kept-mail.ts';
import { problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';
import { declineOf, mailOf } from '../support/replies.ts';
import { resendInboundStandIn, signatureOf } from '../support/resend-inbound.ts';
import { appointmentIn, storedMails } from '../support/stored-mails.ts';

const resend = await resendInboundStandIn();
const { db, sql, time, config, call, latestCode, prove, signIn } = await testApi('empty', {
  env: resend.env,
});
const mails = storedMails(sql);
let programme: ProgrammeFixture;
let organiser: string;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
  organiser = await signIn((await makeStaff(db, [{ organisationId: programme.association.id }])).email);
});

let person = 0;
/** Someone with a certain place, and the invitation as it came by mail. */
async function invited(change: Parameters<typeof makeSession>[3] = {}) {
  const session = await makeSession(db, programme, time.now, change);
  const email = `noor${++person}@voorbeeld.example`;
  const placed = await call('POST', `/sessions/${session.id}/registrations`, {
    body: { name: 'Noor', email },
  });
  const { id } = placed.body as { id: string };
  await call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
  await mails.settled();
  const { uid, sequence } = appointmentIn((await mails.to(email)).at(-1)!)!;
  return { id, email, uid, sequence, session };
}
type Invited = Awaited<ReturnType<typeof invited>>;

let received = 0;
/** Resend says that this mail came in. */
async function report(mail: string, emailId = `in_${++received}`) {
  resend.mails.set(emailId, mail);
  const raw = JSON.stringify({ type: 'email.received', created_at: 'x', data: { email_id: emailId } });
  return call('POST', '/webhooks/resend-inbound', {
    raw,
    headers: { 'content-type': 'application/json', ...signatureOf(raw, time.now) },
  });
}
const declined = ({ uid, email, sequence }: Invited, change: Partial<Parameters<typeof declineOf>[0]> = {}) =>
  declineOf({ uid, email, sequence, ...change });
const statusOf = async (id: string) =>
  (await sql`select status from registrations where id = ${id}`)[0]!.status;
/** Without the mail that asks to confirm, which is not sent any more once that is done. */
const subjectsTo = async (email: string) =>
  (await mails.to(email))
    .map(({ subject }) => subject.split(':')[0])
    .filter((subject) => subject !== 'Bevestig uw plaats');
const inbound = () => sql`select * from inbound_mails order by received_at desc, id desc`;
const newest = async () => (await inbound())[0]!;

describe('declining an invitation in one’s own calendar', () => {
  it('cancels the place, offers it to the queue, and is confirmed by mail with the CANCEL of the invitation', async () => {
    const me = await invited({ capacity: 1 });
    const waiting = await call('POST', `/sessions/${me.session.id}/registrations`, {
      body: { name: 'Sam', email: 'sam@voorbeeld.example' },
    });
    await prove((waiting.body as { id: string }).id);
    expect((await report(mailOf({ from: me.email, file: declined(me) }))).status).toBe(204);
    expect(await statusOf(me.id)).toBe('cancelled');
    expect(await statusOf((waiting.body as { id: string }).id)).toBe('offered');
    await mails.settled();
    const last = (await mails.to(me.email)).at(-1)!;
    expect(last.subject).toMatch(/^Geannuleerd/);
    const cancellation = appointmentIn(last)!;
    expect(cancellation).toMatchObject({ method: 'CANCEL', uid: me.uid });
    expect(cancellation.sequence).toBeGreaterThan(me.sequence);
    const actions =
      await sql`select action, actor_kind from audit_log where subject_id = ${me.id} order by at, id`;
    expect(actions.at(-1)).toEqual({ action: 'registration.declined-by-mail', actor_kind: 'system' });
    expect(await newest()).toMatchObject({ outcome: 'cancelled', reason: null, content: null });
  });

  it('counts once when the mail or its report comes twice', async () => {
    const me = await invited();
    const mail = mailOf({ from: me.email, file: declined(me) });
    await report(mail, 'in_twice');
    const rows = (await inbound()).length;
    await report(mail, 'in_twice');
    await report(mail, 'in_thrice');
    expect(await inbound()).toHaveLength(rows);
    await mails.settled();
    expect(await subjectsTo(me.email)).toEqual(['Bevestiging', 'Geannuleerd']);
  });

  it.each(['ACCEPTED', 'TENTATIVE'])('%s changes nothing, and nothing of it is kept', async (status) => {
    const me = await invited();
    await report(mailOf({ from: me.email, file: declined(me, { status }) }));
    expect(await statusOf(me.id)).toBe('confirmed');
    expect(await newest()).toMatchObject({ outcome: 'ignored', content: null });
  });
});

describe('who may not', () => {
  it.each([
    [
      'someone else',
      (me: Invited) => mailOf({ from: 'sam@elders.example', file: declined(me) }),
      'other-person',
    ],
    [
      'someone else who says so in the file too',
      (me: Invited) =>
        mailOf({ from: 'sam@elders.example', file: declined(me, { email: 'sam@elders.example' }) }),
      'other-person',
    ],
    [
      'someone whom the server found not to be the sender',
      (me: Invited) =>
        mailOf({ from: me.email, file: declined(me), findings: ['mx.example; dmarc=fail; spf=fail'] }),
      'not-proved',
    ],
    [
      'the owner, about an appointment of an earlier version',
      (me: Invited) => mailOf({ from: me.email, file: declined(me, { sequence: me.sequence - 1 }) }),
      'other-version',
    ],
    [
      'the owner, about an appointment of another portal',
      (me: Invited) => mailOf({ from: me.email, file: declined(me, { uid: `${me.id}@elders.example` }) }),
      'unknown-appointment',
    ],
    [
      'the owner, about what never was',
      (me: Invited) =>
        mailOf({
          from: me.email,
          file: declined(me, { uid: me.uid.replace(/^.{8}/, '00000000') }),
        }),
      'unknown-appointment',
    ],
    ['who writes in words', (me: Invited) => mailOf({ from: me.email }), 'no-calendar'],
    [
      'who sends a broken file',
      (me: Invited) => mailOf({ from: me.email, file: 'BEGIN:VCALENDAR' }),
      'unreadable',
    ],
    [
      'who sends far too much',
      (me: Invited) => mailOf({ from: me.email, file: declined(me) + 'x'.repeat(3_000_000) }),
      'unreadable',
    ],
  ])('%s: nothing changes, nobody is answered, and it is kept sealed', async (_, mailFor, reason) => {
    const me = await invited({ sequence: 3 });
    const answer = await report(mailFor(me));
    expect(answer.status).toBe(204);
    expect(await statusOf(me.id)).toBe('confirmed');
    await mails.settled();
    expect(await subjectsTo(me.email)).toEqual(['Bevestiging']);
    expect(await mails.to('sam@elders.example')).toEqual([]);
    const row = await newest();
    expect(row).toMatchObject({ outcome: 'kept', reason });
    expect(JSON.stringify(row)).not.toContain('voorbeeld.example');
    const kept = (await keptMails(db, config.secret)).at(-1)!;
    expect(kept.reason).toBe(reason);
    expect(Object.keys(kept)).toEqual(
      ['receivedAt', 'reason', 'registrationId'].concat(['from', 'subject', 'text', 'calendar']),
    );
    await expect(keptMails(db, 'another-secret-that-is-also-long-enough')).rejects.toThrow();
  });

  it('anyone, after the last moment for cancelling: kept for the operator', async () => {
    const me = await invited({
      startsAt: new Date(time.now.getTime() + 20 * HOUR),
      cancellationDeadlineMinutes: 24 * 60,
    });
    await report(mailOf({ from: me.email, file: declined(me) }));
    expect(await statusOf(me.id)).toBe('confirmed');
    expect(await newest()).toMatchObject({
      outcome: 'kept',
      reason: 'too-late-to-cancel',
      registration_id: me.id,
    });
  });

  it('the owner, once the session has moved: the decline was of the old time', async () => {
    const me = await invited();
    const startsAt = new Date(me.session.startsAt.getTime() + HOUR).toISOString();
    await call('PATCH', `/sessions/${me.session.id}`, { body: { startsAt }, cookie: organiser });
    await report(mailOf({ from: me.email, file: declined(me) }));
    expect([await statusOf(me.id), (await newest()).reason]).toEqual(['confirmed', 'other-version']);
    await report(mailOf({ from: me.email, file: declined(me, { sequence: me.sequence + 1 }) }));
    expect(await statusOf(me.id)).toBe('cancelled');
  });
});

describe('the webhook', () => {
  const post = (raw: string, headers: Record<string, string>) =>
    call('POST', '/webhooks/resend-inbound', {
      raw,
      headers: { 'content-type': 'application/json', ...headers },
    });
  const event = (id: string) => JSON.stringify({ type: 'email.received', data: { email_id: id } });

  it('is for who signs with the secret, now', async () => {
    const me = await invited();
    resend.mails.set('in_forged', mailOf({ from: me.email, file: declined(me) }));
    const raw = event('in_forged');
    const asked = resend.state.asked;
    const old = new Date(time.now.getTime() - 6 * 60_000);
    for (const headers of [
      {},
      signatureOf(raw, old),
      { ...signatureOf(raw, time.now), 'svix-id': 'msg_2' },
      signatureOf(event('in_other'), time.now),
    ]) {
      expect(problemIn(await post(raw, headers as Record<string, string>)).code).toBe('not-allowed');
    }
    expect(resend.state.asked).toBe(asked);
    expect(await statusOf(me.id)).toBe('confirmed');
  });

  it('takes nothing in where no secret is set', async () => {
    const closed = await testApi('empty');
    const raw = event('in_1');
    const answer = await closed.call('POST', '/webhooks/resend-inbound', {
      raw,
      headers: signatureOf(raw, time.now),
    });
    expect(problemIn(answer).code).toBe('not-found');
  });

  it('lets other news pass', async () => {
    const raw = JSON.stringify({ type: 'email.delivered', data: { email_id: 'out_1' } });
    const asked = resend.state.asked;
    expect((await post(raw, signatureOf(raw, time.now))).status).toBe(204);
    expect(resend.state.asked).toBe(asked);
  });

  it('asks Resend to come back when the mail cannot be fetched now, and then takes it in', async () => {
    const me = await invited();
    resend.state.down = true;
    const mail = mailOf({ from: me.email, file: declined(me) });
    const answer = await report(mail, 'in_later');
    resend.state.down = false;
    expect(problemIn(answer).code).toBe('unavailable');
    expect(await statusOf(me.id)).toBe('confirmed');
    await report(mail, 'in_later');
    expect(await statusOf(me.id)).toBe('cancelled');
  });
});

it('the operator reads with a command what was kept', async () => {
  await report(mailOf({ from: 'iemand@voorbeeld.example' }));
  const script = fileURLToPath(new URL('../../site/run/inbound.ts', import.meta.url));
  const env = { ...process.env, DATABASE_URL: config.databaseUrl, SECRET: config.secret };
  const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
  const lines = stdout.trim().split('\n');
  expect(lines).toHaveLength((await keptMails(db, config.secret)).length);
  expect(JSON.parse(lines.at(-1)!)).toMatchObject({
    from: 'iemand@voorbeeld.example',
    reason: 'no-calendar',
    subject: 'Declined: Workshop',
    text: expect.stringContaining('Ik kan niet.') as string,
  });
});

it('forgets what came in after ninety days', async () => {
  await report(mailOf({ from: 'iemand@voorbeeld.example' }));
  await forgetInbound(db, new Date(time.now.getTime() + 89 * 24 * HOUR));
  expect((await inbound()).length).toBeGreaterThan(0);
  await forgetInbound(db, new Date(time.now.getTime() + 91 * 24 * HOUR));
  expect(await inbound()).toHaveLength(0);
});
