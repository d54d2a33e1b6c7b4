import ICAL from 'ical.js';
import { beforeAll, expect, test, vi } from 'vitest';
import { createMailbox, withoutInlineStyles } from '../../api/mail/mailbox/routes.ts';
import { tidySessions } from '../../api/mail/jobs/tidy-sessions.ts';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, sql, time, config, call, latestCode, signIn } = await testApi();
const mailbox = createMailbox({ db });
let programme: ProgrammeFixture;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
});

type Stored = {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  attachments: { filename: string; contentType: string; content: string }[];
  createdAt: string;
};
type Placed = { id: string; placement: string };

let person = 0;
const somebody = (change: object = {}) => ({
  name: 'Noor Voorbeeld',
  email: `lezer${++person}@voorbeeld.example`,
  ...change,
});
const session = (change: Parameters<typeof makeSession>[3] = {}) =>
  makeSession(db, programme, time.now, change);
const book = async (sessionId: string, body: object) =>
  (await call('POST', `/sessions/${sessionId}/registrations`, { body })).body as Placed;
const confirm = async (id: string) =>
  call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
const cancel = (id: string) =>
  call('POST', `/registrations/${id}/cancellation`, {
    headers: { 'registration-token': manageToken(config.secret, id) },
  });

async function mailsTo(email: string) {
  const answer = await mailbox.request(`/mailbox.json?to=${encodeURIComponent(email.toUpperCase())}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Stored[];
}
/** Waits for the mail whose subject starts with this. */
const mail = (email: string, subject: string) =>
  vi.waitFor(
    async () => {
      const found = (await mailsTo(email)).find((candidate) => candidate.subject.startsWith(subject));
      if (!found) throw new Error(`no mail "${subject}" to ${email}`);
      return found;
    },
    { timeout: 15_000, interval: 50 },
  );
const eventIn = ({ attachments }: Stored) => {
  const file = new ICAL.Component(
    ICAL.parse(Buffer.from(attachments[0]!.content, 'base64').toString()) as unknown[],
  );
  return {
    method: file.getFirstPropertyValue('method'),
    event: new ICAL.Event(file.getFirstSubcomponent('vevent')!),
  };
};

test('booking: asks to confirm, confirms with an appointment, and a cancellation takes it out again', async () => {
  const me = somebody();
  const { id: sessionId, startsAt } = await session({
    sequence: 3,
    module: { title: 'Op koers', priceExVatCents: 10000 },
  });
  const placed = await book(sessionId, me);

  const asked = await mail(me.email, 'Bevestig uw plaats: Workshop Op koers');
  expect(asked.text).toContain(await latestCode(placed.id));
  expect(asked.text).toMatch(/http:\/\/127\.0\.0\.1:4321\/bevestigen\/[\w-]{43}\n/);
  expect(asked.text).toContain('gemeente · eerste · tweede');
  expect(asked.text).toContain('Mogelijk gemaakt door de gemeente');
  expect(asked.text).toMatch(/De gemeente \d+ betaalt de hele prijs: € 121\./);
  expect(asked.text).toContain('De bijeenkomst valt binnen een programma dat nu loopt.');

  await confirm(placed.id);
  const confirmed = await mail(me.email, 'Bevestiging: Workshop Op koers');
  expect(confirmed.text).toContain(
    `http://127.0.0.1:4321/aanmeldingen/${placed.id}/${manageToken(config.secret, placed.id)}`,
  );
  expect(confirmed.attachments).toMatchObject([
    { filename: 'afspraak.ics', contentType: 'text/calendar; charset=utf-8; method=REQUEST' },
  ]);
  const request = eventIn(confirmed);
  expect(request.method).toBe('REQUEST');
  expect(request.event.uid).toBe(`${placed.id}@127.0.0.1`);
  expect(request.event.sequence).toBe(3);
  expect(request.event.startDate.toJSDate().getTime()).toBe(Math.floor(startsAt.getTime() / 1000) * 1000);

  await cancel(placed.id);
  const cancellation = eventIn(await mail(me.email, 'Geannuleerd: Workshop Op koers'));
  expect(cancellation.method).toBe('CANCEL');
  expect(cancellation.event.uid).toBe(request.event.uid);
  expect(cancellation.event.sequence).toBe(4);
  expect((await mailsTo(me.email)).map(({ subject }) => subject.split(':')[0])).toEqual([
    'Geannuleerd',
    'Bevestiging',
    'Bevestig uw plaats',
  ]);
});

test('moving to another date moves the same appointment, in one mail, and cancelling then still takes it out', async () => {
  const me = somebody();
  const first = await session({ sequence: 3 });
  const second = await session({
    moduleId: first.moduleId,
    startsAt: new Date(first.startsAt.getTime() + 24 * HOUR),
  });
  const placed = await book(first.id, me);
  await mail(me.email, 'Bevestig uw plaats');
  await confirm(placed.id);
  const request = eventIn(await mail(me.email, 'Bevestiging'));
  const swapped = await call('POST', `/registrations/${placed.id}/swap`, {
    body: { sessionId: second.id },
    headers: { 'registration-token': manageToken(config.secret, placed.id) },
  });
  expect(swapped.status).toBe(200);

  const moved = await mail(me.email, 'Verplaatst: Workshop');
  const { method, event } = eventIn(moved);
  expect([method, event.uid]).toEqual(['REQUEST', request.event.uid]);
  expect(event.sequence).toBeGreaterThan(request.event.sequence);
  expect(event.startDate.toJSDate().getTime()).toBe(Math.floor(second.startsAt.getTime() / 1000) * 1000);

  await cancel(placed.id);
  const cancellation = eventIn(await mail(me.email, 'Geannuleerd')).event;
  expect(cancellation.sequence).toBeGreaterThan(event.sequence);
  expect(await mailsTo(me.email)).toHaveLength(4);
});

test('the reader is written to in the own language, with links to pages in that language', async () => {
  const me = somebody({ locale: 'en' });
  const placed = await book((await session()).id, me);
  const asked = await mail(me.email, 'Confirm your place: Workshop');
  expect(asked.text).toContain('http://127.0.0.1:4321/en/bevestigen/');
  expect(asked.text).toContain('The session is part of a programme that is running.');
  await confirm(placed.id);
  expect((await mail(me.email, 'Confirmation:')).attachments[0]!.filename).toBe('appointment.ics');
});

test('the waiting list, and the offer when a place comes free', async () => {
  const [first, second] = [somebody(), somebody()];
  const { id } = await session({ capacity: 1 });
  const placed = await book(id, first);
  const waiting = await book(id, second);
  expect((await mail(second.email, 'Bevestig dat u wilt wachten')).text).toContain('Noor Voorbeeld');
  await confirm(waiting.id);
  const listed = await mail(second.email, 'Wachtlijst: Workshop');
  expect(listed.text).toContain('nummer 1 van de wachtlijst');
  await cancel(placed.id);
  const offered = await mail(second.email, 'Er is een plaats voor u: Workshop');
  expect(offered.text).toContain(await latestCode(waiting.id));
  expect((await mail(first.email, 'Geannuleerd')).attachments).toEqual([]);
});

test('signing in', async () => {
  const me = somebody();
  await signIn(me.email);
  const answer = await call('POST', '/sign-ins', {
    body: { email: me.email },
    headers: { 'accept-language': 'en' },
  });
  expect(answer.status).toBeLessThan(300);
  const asked = await mail(me.email, 'Sign in: your link and code');
  expect(asked.text).toMatch(/http:\/\/127\.0\.0\.1:4321\/en\/inloggen\/[\w-]{43}\n/);
});

test('places whose time is up are freed, and the queue is offered them', async () => {
  const [first, second] = [somebody(), somebody()];
  const { id } = await session({ capacity: 1 });
  const placed = await book(id, first);
  await confirm((await book(id, second)).id);
  await mail(second.email, 'Wachtlijst');
  const start = time.now;
  time.now = new Date(start.getTime() + HOUR);
  try {
    const enqueued: object[] = [];
    await tidySessions({
      db,
      clock: () => time.now,
      config,
      enqueueMail: async (_tx, job) => void enqueued.push(job),
    });
    expect(enqueued).toContainEqual(expect.objectContaining({ kind: 'offer' }));
    expect(await sql`select status from registrations where id = ${placed.id}`).toEqual([
      { status: 'expired' },
    ]);
  } finally {
    time.now = start;
  }
});

test('the mailbox shows the HTML under a policy without unsafe-inline, and gives the attachments', async () => {
  const me = somebody();
  const placed = await book((await session()).id, me);
  await confirm(placed.id);
  const { id, html } = await mail(me.email, 'Bevestiging');

  const page = await mailbox.request(`/mailbox/${id}.html`);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
  const shown = await page.text();
  expect(shown).not.toContain(' style="');
  expect(shown).toContain('Uw plaats is zeker');
  expect(withoutInlineStyles(html).html).toBe(shown);

  const file = await mailbox.request(`/mailbox/${id}/attachments/0`);
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="afspraak.ics"');
  expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=REQUEST');
  expect(await file.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
});

test.each([
  '/mailbox/nope.html',
  '/mailbox/00000000-0000-7000-8000-000000000000.html',
  '/mailbox/nope/attachments/0',
])('the mailbox does not know %s', async (path) => expect((await mailbox.request(path)).status).toBe(404));
