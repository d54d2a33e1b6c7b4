import { beforeAll, describe, expect, it } from 'vitest';
import { tidySessions } from '../../api/mail/jobs/tidy-sessions.ts';
import { problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';
import { appointmentIn, storedMails } from '../support/stored-mails.ts';

const { db, sql, time, config, call, latestCode, signIn } = await testApi();
const mails = storedMails(sql);
time.now = new Date(Math.floor(time.now.getTime() / 60_000) * 60_000);
const hours = (number: number) => new Date(time.now.getTime() + number * HOUR);
const NOWHERE = '00000000-0000-7000-8000-000000000000';

let fixture: ProgrammeFixture;
let organiser: string;
beforeAll(async () => {
  fixture = await makeProgramme(db, time.now);
  organiser = await signIn((await makeStaff(db, [{ organisationId: fixture.association.id }])).email);
});

let person = 0;
const makeOne = (change: Parameters<typeof makeSession>[3] = {}) =>
  makeSession(db, fixture, time.now, { startsAt: hours(48), ...change });

/** Someone who asked for a place, and confirmed it when one was free. */
async function book(sessionId: string, { confirm = true } = {}) {
  const email = `mens${++person}@voorbeeld.example`;
  const placed = await call('POST', `/sessions/${sessionId}/registrations`, {
    body: { name: 'Noor Voorbeeld', email },
  });
  const { id } = placed.body as { id: string };
  if (confirm) {
    await call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
  }
  return { id, email };
}
const patch = (id: string, body: object, cookie = organiser) =>
  call('PATCH', `/sessions/${id}`, { body, cookie });
const online = (sessionIds: string[], more: object = {}) =>
  call('POST', '/me/sessions/online', { body: { sessionIds, ...more }, cookie: organiser });
const back = (sessionIds: string[]) =>
  call('POST', '/me/sessions/back', { body: { sessionIds }, cookie: organiser });
const cancel = (id: string) => call('POST', `/sessions/${id}/cancellation`, { cookie: organiser });

const stored = async (id: string) => (await sql`select * from sessions where id = ${id}`)[0]!;
const registration = async (id: string) => (await sql`select * from registrations where id = ${id}`)[0]!;
const auditOf = async (id: string) =>
  (await sql`select action from audit_log where subject_id = ${id} order by at, id`).map((row) => row.action);
/** The mails that an action sends to an address, and the appointment in the one before it. */
async function heard(email: string, action: () => Promise<{ status: number }>) {
  await mails.settled();
  const before = await mails.to(email);
  const answer = await action();
  expect(answer.status, JSON.stringify((answer as { body?: unknown }).body)).toBe(200);
  await mails.settled();
  const after = (await mails.to(email)).slice(before.length);
  return { before: appointmentIn(before.at(-1)!), after, subjects: after.map(({ subject }) => subject) };
}

describe('another time', () => {
  it('moves the booking window along, tells everyone once, and the calendar follows', async () => {
    const { id } = await makeOne({ bookingClosesAt: hours(24), capacity: 1 });
    const there = await book(id);
    const queued = await book(id);
    const news = await heard(there.email, () => patch(id, { startsAt: hours(72).toISOString() }));
    expect(news.subjects).toEqual([expect.stringMatching(/^Verplaatst: Workshop Grip op uw geld/)]);
    const appointment = appointmentIn(news.after[0]!)!;
    expect(appointment).toMatchObject({ method: 'REQUEST', uid: news.before!.uid, startsAt: hours(72) });
    expect(appointment.sequence).toBeGreaterThan(news.before!.sequence);
    expect(news.after[0]!.text).toContain('Het was op');

    expect(await stored(id)).toMatchObject({
      starts_at: hours(72),
      ends_at: hours(74),
      booking_closes_at: hours(48),
      previous_starts_at: hours(48),
      sequence: 1,
      seats_taken: 1,
    });
    const [waiting, ...more] = (await mails.to(queued.email))
      .filter(({ subject }) => !subject.startsWith('Bevestig'))
      .slice(1);
    expect(more).toEqual([]);
    expect(waiting).toMatchObject({ subject: expect.stringMatching(/^Verplaatst/), attachments: [] });
    expect(waiting!.text).toContain('U blijft op de wachtlijst, op nummer 1.');
    expect(await auditOf(id)).toEqual(['session.changed']);
  });

  it('does not tell of an earlier start again when only the end changes', async () => {
    const { id } = await makeOne();
    const { email } = await book(id);
    await patch(id, { startsAt: hours(72).toISOString() });
    const news = await heard(email, () => patch(id, { endsAt: hours(75).toISOString() }));
    expect(news.subjects).toEqual([expect.stringMatching(/^Verplaatst/)]);
    expect(news.after[0]!.text).not.toContain('Het was op');
    expect(appointmentIn(news.after[0]!)).toMatchObject({ sequence: 2, startsAt: hours(72) });
  });

  it('cuts short what would outlive the new start', async () => {
    const { id } = await makeOne({ capacity: 1 });
    const held = await book(id, { confirm: false });
    const news = await heard(held.email, () =>
      patch(id, { startsAt: hours(0.25).toISOString(), endsAt: hours(1).toISOString() }),
    );
    expect((await registration(held.id)).expires_at).toEqual(hours(0.25));
    expect(news.subjects).toEqual([expect.stringMatching(/^Verplaatst/)]);
    expect(news.after[0]).toMatchObject({ attachments: [] });
    expect(news.after[0]!.text).toContain('Uw plaats is nog niet bevestigd.');
    expect(news.after[0]!.text).not.toContain('Noor');
  });

  it('leaves nobody marked as present at what is still to come', async () => {
    const { id } = await makeOne({ startsAt: hours(0.5) });
    const { id: registrationId } = await book(id);
    await call('PUT', `/sessions/${id}/attendance`, {
      body: { marks: [{ registrationId, attendance: 'present' }] },
      cookie: organiser,
    });
    expect((await patch(id, { startsAt: hours(72).toISOString() })).status).toBe(200);
    expect((await registration(registrationId)).attendance).toBeNull();
    expect(await auditOf(registrationId)).toContain('attendance.marked');
  });

  it.each([
    ['in the past', () => ({ startsAt: hours(-1).toISOString() }), ['startsAt', 'in-past']],
    ['that ends before it starts', () => ({ endsAt: hours(47).toISOString() }), ['endsAt', 'before-start']],
    ['that is no moment', () => ({ startsAt: 'morgen' }), ['startsAt', 'invalid']],
  ])('%s is refused at the field', async (_, body, [name, code]) => {
    const { id } = await makeOne();
    const answer = await patch(id, body());
    expect(answer.status).toBe(400);
    expect(problemIn(answer).invalidParams).toMatchObject([{ name, code }]);
    expect((await stored(id)).sequence).toBe(0);
  });
});

describe('another place', () => {
  it('is told once, with the new place in the calendar; the same again is not told', async () => {
    const { id } = await makeOne();
    const { venueId } = await makeOne();
    const { email } = await book(id);
    const news = await heard(email, () =>
      patch(id, { deliveryMode: 'hybrid', venueId, onlineUrl: 'https://meet.example/x' }),
    );
    expect(news.subjects).toEqual([expect.stringMatching(/^Andere plek/)]);
    expect(appointmentIn(news.after[0]!)).toMatchObject({ uid: news.before!.uid, sequence: 1 });
    expect(news.after[0]!.text).toContain('https://meet.example/x');
    const again = await heard(email, () => patch(id, { deliveryMode: 'hybrid', venueId }));
    expect(again.subjects).toEqual([]);
    expect((await stored(id)).sequence).toBe(1);
  });

  it('must be one that is known, and a session on location has one', async () => {
    const { id } = await makeOne({ deliveryMode: 'online', venueId: null });
    const unknown = await patch(id, { deliveryMode: 'onLocation', venueId: NOWHERE });
    expect(problemIn(unknown).invalidParams).toMatchObject([{ name: 'venueId', code: 'invalid' }]);
    const none = await patch(id, { deliveryMode: 'onLocation' });
    expect(problemIn(none).invalidParams).toMatchObject([{ name: 'venueId', code: 'required' }]);
    const link = await patch(id, { onlineUrl: 'javascript:alert(1)' });
    expect(problemIn(link).invalidParams).toMatchObject([{ name: 'onlineUrl', code: 'invalid' }]);
  });

  it('is chosen from the places of one’s programmes', async () => {
    const { venueId } = await makeOne();
    const strange = await makeSession(db, await makeProgramme(db, time.now), time.now);
    const answer = await call('GET', '/me/venues', { cookie: organiser });
    const ids = (answer.body as { items: { id: string }[] }).items.map((venue) => venue.id);
    expect(ids).toContain(venueId);
    expect(ids).not.toContain(strange.venueId);
  });
});

describe('capacity', () => {
  it('below what is taken is refused with the number; an offered and a held place count', async () => {
    const { id } = await makeOne({ capacity: 3 });
    await book(id);
    await book(id, { confirm: false });
    const answer = await patch(id, { capacity: 1 });
    expect(answer.status).toBe(409);
    expect(problemIn(answer)).toMatchObject({ code: 'capacity-below-taken', taken: 2 });
    expect((await stored(id)).capacity).toBe(3);
    expect((await patch(id, { capacity: 2 })).body).toMatchObject({ taken: 2, session: { capacity: 2 } });
  });

  it('counts no place whose time is up', async () => {
    const { id } = await makeOne({ capacity: 2 });
    const { id: lapsed } = await book(id, { confirm: false });
    await sql`update registrations set expires_at = ${hours(-1)} where id = ${lapsed}`;
    expect((await patch(id, { capacity: 1 })).status).toBe(200);
    expect((await stored(id)).seats_taken).toBe(0);
  });

  it('more of it is offered to the queue, in order; who has a place hears nothing', async () => {
    const { id } = await makeOne({ capacity: 1 });
    const there = await book(id);
    const [first, second, third] = [await book(id), await book(id), await book(id)];
    const news = await heard(there.email, () => patch(id, { capacity: 3 }));
    expect(news.subjects).toEqual([]);
    const status = async (one: { id: string }) => (await registration(one.id)).status;
    expect(await Promise.all([first, second, third].map(status))).toEqual([
      'offered',
      'offered',
      'waitlisted',
    ]);
    expect((await mails.to(first.email)).at(-1)!.subject).toMatch(/^Er is een plaats voor u/);
    expect(await stored(id)).toMatchObject({ seats_taken: 3, sequence: 0 });
  });

  it('together with a move: whoever is offered a place hears of both in one mail', async () => {
    const { id } = await makeOne({ capacity: 1 });
    await book(id);
    const queued = await book(id);
    const news = await heard(queued.email, () =>
      patch(id, { capacity: 2, startsAt: hours(72).toISOString() }),
    );
    expect(news.subjects).toEqual([expect.stringMatching(/^Er is een plaats voor u/)]);
  });

  it.each([0, -1, 1.5, 10_001, '5'])('%s is no number of places', async (capacity) => {
    const { id } = await makeOne();
    expect(problemIn(await patch(id, { capacity })).invalidParams).toMatchObject([{ name: 'capacity' }]);
  });
});

describe('cancelling a session', () => {
  it('ends every registration, frees the places, and takes the appointment out of calendars', async () => {
    const { id } = await makeOne({ capacity: 2, sequence: 4 });
    const there = await book(id);
    const held = await book(id, { confirm: false });
    const queued = await book(id);
    const news = await heard(there.email, () => cancel(id));
    expect(news.subjects).toEqual([expect.stringMatching(/^Gaat niet door: Workshop/)]);
    const appointment = appointmentIn(news.after[0]!)!;
    expect(appointment).toMatchObject({ method: 'CANCEL', uid: news.before!.uid });
    expect(appointment.sequence).toBeGreaterThan(news.before!.sequence);
    for (const one of [held, queued]) {
      const last = (await mails.to(one.email)).filter(({ subject }) => subject.startsWith('Gaat niet door'));
      expect(last).toMatchObject([{ attachments: [] }]);
    }
    for (const one of [there, held, queued]) {
      expect(await registration(one.id)).toMatchObject({ status: 'cancelled', cancelled_by: 'organiser' });
      expect((await auditOf(one.id)).at(-1)).toBe('registration.cancelled');
    }
    expect(await stored(id)).toMatchObject({ status: 'cancelled', seats_taken: 0, cancelled_at: time.now });
    const again = await heard(there.email, () => cancel(id));
    expect(again.subjects).toEqual([]);
    expect(await auditOf(id)).toEqual(['session.cancelled']);
  });

  it('offers nothing to anyone afterwards, and cannot be undone by a move', async () => {
    const { id } = await makeOne({ capacity: 1 });
    await book(id);
    const queued = await book(id);
    await cancel(id);
    await tidySessions({ db, clock: () => time.now, config, enqueueMail: async () => expect.unreachable() });
    expect((await registration(queued.id)).status).toBe('cancelled');
    for (const answer of [await patch(id, { capacity: 9 }), await online([id]), await back([id])]) {
      expect(problemIn(answer).code).toBe('session-not-changeable');
    }
  });

  it('also when people were marked at the door already', async () => {
    const { id } = await makeOne({ startsAt: hours(0.5) });
    const { id: registrationId } = await book(id);
    await call('PUT', `/sessions/${id}/attendance`, {
      body: { marks: [{ registrationId, attendance: 'present' }] },
      cookie: organiser,
    });
    expect((await cancel(id)).status).toBe(200);
    expect(await registration(registrationId)).toMatchObject({ status: 'cancelled', attendance: null });
  });
});

describe('a set of sessions, to online and back', () => {
  it('remembers where each was; everyone hears it once each way, and calendars follow', async () => {
    const [one, two] = [
      await makeOne(),
      await makeOne({ deliveryMode: 'hybrid', onlineUrl: 'https://old.example/x' }),
    ];
    const { email } = await book(one!.id);
    const ids = [one!.id, two!.id];
    const there = await heard(email, () => online(ids, { onlineUrl: 'https://meet.example/allen' }));
    expect(there.subjects).toEqual([expect.stringMatching(/^Gaat online door/)]);
    const request = appointmentIn(there.after[0]!);
    expect(request).toMatchObject({ method: 'REQUEST', sequence: 1, location: 'https://meet.example/allen' });
    expect(await stored(two!.id)).toMatchObject({ delivery_mode: 'online', venue_id: null, sequence: 1 });
    const shown = await call('GET', `/sessions/${one!.id}`);
    expect(shown.body).toMatchObject({ movedOnline: true, deliveryMode: 'online', venue: null });
    const own = await call('GET', `/me/sessions/${two!.id}`, { cookie: organiser });
    expect(own.body).toMatchObject({ original: { deliveryMode: 'hybrid', venue: { name: 'Raadhuis' } } });

    const again = await heard(email, () => online(ids));
    expect(again.subjects).toEqual([]);

    const returned = await heard(email, () => back(ids));
    expect(returned.subjects).toEqual([expect.stringMatching(/^Weer op locatie/)]);
    expect(appointmentIn(returned.after[0]!)).toMatchObject({ uid: request!.uid, sequence: 2 });
    expect(returned.after[0]!.text).toContain('Raadhuis');
    for (const session of [one!, two!]) {
      expect(await stored(session.id)).toMatchObject({
        delivery_mode: session.deliveryMode,
        venue_id: session.venueId,
        online_url: session.onlineUrl,
        original_venue_id: null,
      });
    }
    expect(await auditOf(one!.id)).toEqual(['session.changed', 'session.changed']);
  });

  it('is all or nothing: one that may not keeps all as they were, and nobody is told', async () => {
    const good = await makeOne();
    const { email } = await book(good.id);
    const begun = await makeOne({ startsAt: hours(-1) });
    const off = await makeOne({ status: 'cancelled', cancelledAt: time.now });
    const strange = await makeSession(db, await makeProgramme(db, time.now), time.now);
    await mails.settled();
    const before = await mails.to(email);
    for (const [other, code] of [
      [begun.id, 'session-not-changeable'],
      [off.id, 'session-not-changeable'],
      [strange.id, 'not-found'],
      [NOWHERE, 'not-found'],
    ] as const) {
      expect(problemIn(await online([good.id, other])).code).toBe(code);
    }
    expect(await stored(good.id)).toMatchObject({ delivery_mode: 'onLocation', sequence: 0 });
    await mails.settled();
    expect(await mails.to(email)).toHaveLength(before.length);
    expect(await auditOf(good.id)).toEqual([]);
  });

  it('cannot go back to nowhere', async () => {
    const always = await makeOne({ deliveryMode: 'online', venueId: null });
    const moved = await makeOne();
    await online([moved.id]);
    expect(problemIn(await back([moved.id, always.id])).code).toBe('no-original-place');
    expect((await stored(moved.id)).delivery_mode).toBe('online');
  });

  it('is a set: the same id twice counts once, and none at all is refused', async () => {
    const { id } = await makeOne();
    expect((await online([id, id.toUpperCase()])).status).toBe(200);
    expect((await stored(id)).sequence).toBe(1);
    expect(problemIn(await online([])).invalidParams).toMatchObject([
      { name: 'sessionIds', code: 'required' },
    ]);
  });
});

describe('who may not', async () => {
  const cookies: Record<string, string | undefined> = {};
  beforeAll(async () => {
    const staff = async (role: Parameters<typeof makeStaff>[1][number]) =>
      signIn((await makeStaff(db, [role])).email);
    cookies.association = await staff({ organisationId: fixture.otherAssociation.id });
    cookies.municipality = await staff({ municipalityId: fixture.municipality.id });
    cookies.entrepreneur = await signIn('ondernemer@voorbeeld.example');
  });

  it.each([
    ['nobody signed in', 'nobody', 401],
    ['an entrepreneur', 'entrepreneur', 403],
    ['the municipality', 'municipality', 403],
    ['another association', 'association', 404],
  ] as const)('%s', async (_, who, status) => {
    const { id } = await makeOne();
    const cookie = cookies[who];
    const as = (method: string, path: string, body?: object) =>
      call(method, path, { ...(cookie && { cookie }), ...(body && { body }) });
    const answers = [
      await as('GET', `/me/sessions/${id}`),
      await as('PATCH', `/sessions/${id}`, { startsAt: hours(72).toISOString() }),
      await as('PATCH', `/sessions/${id}`, { capacity: 9 }),
      await as('POST', `/sessions/${id}/cancellation`),
      await as('POST', '/me/sessions/online', { sessionIds: [id] }),
      await as('POST', '/me/sessions/back', { sessionIds: [id] }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual(Array(6).fill(status));
    expect(await stored(id)).toMatchObject({ status: 'scheduled', capacity: 2, sequence: 0 });
    if (who !== 'association') expect((await as('GET', '/me/venues')).status).toBe(status);
  });

  it('nobody, once a session has begun', async () => {
    const { id } = await makeOne({ startsAt: time.now });
    const answers = [
      await patch(id, { startsAt: hours(72).toISOString() }),
      await patch(id, { capacity: 9 }),
      await cancel(id),
      await online([id]),
    ];
    expect(answers.map((answer) => problemIn(answer).code)).toEqual(Array(4).fill('session-not-changeable'));
  });
});
