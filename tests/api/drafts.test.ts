import { beforeAll, describe, expect, it } from 'vitest';
import { problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, sql, time, call, signIn } = await testApi('empty', { worker: false });
let programme: ProgrammeFixture;
let cookie: string;
let other: string;
let moduleId: string;
let venueId: string;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now, { requiresOpenAccess: true });
  cookie = await signIn((await makeStaff(db, [{ organisationId: programme.association.id }])).email);
  other = await signIn((await makeStaff(db, [{ organisationId: programme.otherAssociation.id }])).email);
  const session = await makeSession(db, programme, time.now, { module: { durationMinutes: 90 } });
  [moduleId, venueId] = [session.moduleId, session.venueId!];
});

const inDays = (days: number) => new Date(time.now.getTime() + days * 24 * HOUR).toISOString();
const minimal = () => ({ moduleId, startsAt: inDays(20), deliveryMode: 'onLocation', venueId, capacity: 12 });
type Own = {
  status: string;
  session: { id: string; startsAt: string; endsAt: string; venue: { city: string } | null };
};
const make = (body: object, as: string | undefined = cookie) =>
  call('POST', '/me/sessions', { body, ...(as && { cookie: as }) });
const made = async (body: object = {}) => (await make({ ...minimal(), ...body })).body as Own;
const publish = (id: string, as: string | undefined = cookie) =>
  call('POST', `/me/sessions/${id}/publication`, as ? { cookie: as } : {});
const fieldsOf = (answer: { body: unknown }) =>
  problemIn(answer).invalidParams?.map(({ name, code }) => `${name} ${code}`);

describe('making a session', () => {
  it('asks little, and takes the rest from the module', async () => {
    const answer = await make(minimal());
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      status: 'draft',
      requiresOpenAccess: true,
      openToNonMembers: true,
      listed: true,
      hasWaitlist: true,
      bookingOpensAt: time.now.toISOString(),
      bookingClosesAt: inDays(20),
      session: { endsAt: new Date(Date.parse(inDays(20)) + 1.5 * HOUR).toISOString() },
    });
  });

  it('takes all there is to say, a new place and who organises it together', async () => {
    const { moduleId: module, startsAt, capacity } = minimal();
    const answer = await make({
      moduleId: module,
      startsAt,
      capacity,
      endsAt: inDays(20.2),
      deliveryMode: 'hybrid',
      onlineUrl: 'https://online.example/1',
      newVenue: { name: 'Schouwburg', street: 'Plein 1', postcode: '1182jr', city: 'Amstelveen' },
      leader: 'Noor Jansen',
      bookingOpensAt: inDays(1),
      bookingClosesAt: inDays(19),
      minimumNoticeMinutes: 120,
      cancellationDeadlineMinutes: 1440,
      placesPerBusiness: null,
      hasWaitlist: false,
      reservedPlaces: 3,
      coOrganiserIds: [programme.otherAssociation.id],
    });
    expect(answer.body).toMatchObject({
      leader: 'Noor Jansen',
      onlineUrl: 'https://online.example/1',
      placesPerBusiness: null,
      hasWaitlist: false,
      reservedPlaces: 3,
      session: {
        venue: { name: 'Schouwburg', city: 'Amstelveen' },
        organisers: [{ id: programme.association.id }, { id: programme.otherAssociation.id }],
      },
    });
    const { session } = answer.body as Own;
    expect((await call('GET', `/me/sessions/${session.id}`, { cookie: other })).status).toBe(200);
  });

  it('says everything that is wrong at once', async () => {
    const answer = await make({
      moduleId: programme.association.id,
      startsAt: inDays(-1),
      endsAt: inDays(-2),
      deliveryMode: 'onLocation',
      capacity: 2,
      reservedPlaces: 3,
      bookingOpensAt: inDays(3),
      bookingClosesAt: inDays(2),
      coOrganiserIds: [moduleId],
    });
    expect(fieldsOf(answer)).toEqual([
      'moduleId invalid',
      'startsAt in-past',
      'endsAt before-start',
      'venueId required',
      'bookingClosesAt before-opening',
      'reservedPlaces invalid',
      'coOrganiserIds invalid',
    ]);
    expect(fieldsOf(await make({ capacity: 0, bookingUrl: 'http://x', leader: 4 }))).toEqual([
      'leader invalid',
      'bookingUrl invalid',
      'moduleId required',
      'startsAt required',
      'deliveryMode invalid',
      'capacity invalid',
    ]);
  });

  it('is sent twice and made once', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const [first, second] = [
      await call('POST', '/me/sessions', { body: minimal(), cookie, headers }),
      await call('POST', '/me/sessions', { body: minimal(), cookie, headers }),
    ];
    expect((second.body as Own).session.id).toBe((first.body as Own).session.id);
  });
});

describe('a draft', () => {
  it('is seen by its organisers only, wherever one looks', async () => {
    const { session } = await made();
    const { slug } = programme.association;
    for (const path of [
      `/sessions/${session.id}`,
      `/sessions/${session.id}/calendar`,
      `/sessions/${session.id}/access-check`,
    ])
      expect((await call('GET', path)).status).toBe(404);
    for (const path of [
      '/sessions?limit=100',
      `/organisations/${slug}/calendar`,
      `/modules/${moduleId}`,
      '/session-facets',
    ])
      expect(JSON.stringify((await call('GET', path)).body)).not.toContain(session.id);
    const registration = await call('POST', `/sessions/${session.id}/registrations`, {
      body: { name: 'Noor', email: 'noor@voorbeeld.example' },
    });
    expect(registration.status).toBe(404);
    const own = async (period: string) =>
      JSON.stringify(
        (await call('GET', `/me/sessions?period=${period}&limit=100`, { cookie })).body,
      ).includes(session.id);
    expect([await own('drafts'), await own('upcoming')]).toEqual([true, false]);
  });

  it('changes in everything, moves nowhere, and is thrown away', async () => {
    const { session } = await made();
    const answer = await call('PATCH', `/sessions/${session.id}`, {
      cookie,
      body: {
        startsAt: inDays(40),
        deliveryMode: 'online',
        onlineUrl: 'https://online.example',
        capacity: 3,
      },
    });
    expect(answer.body).toMatchObject({
      status: 'draft',
      original: null,
      session: { previousStartsAt: null, movedOnline: false, startsAt: inDays(40), deliveryMode: 'online' },
    });
    expect((await call('DELETE', `/me/sessions/${session.id}`, { cookie })).status).toBe(204);
    expect(await sql`select from sessions where id = ${session.id}`).toHaveLength(0);
  });

  it('is published, and then stands in the list and can be booked', async () => {
    const { session } = await made();
    expect((await publish(session.id)).body).toMatchObject({ status: 'scheduled' });
    expect(JSON.stringify((await call('GET', '/sessions?limit=100')).body)).toContain(session.id);
    const answer = await call('POST', `/sessions/${session.id}/registrations`, {
      body: { name: 'Noor', email: 'noor@voorbeeld.example' },
    });
    expect(answer.status).toBe(201);
    expect(problemIn(await call('DELETE', `/me/sessions/${session.id}`, { cookie })).code).toBe(
      'session-not-draft',
    );
  });

  it('is not published for a moment that has passed', async () => {
    const { session } = await made();
    await sql`update sessions set starts_at = ${inDays(-2)}, ends_at = ${inDays(-1)} where id = ${session.id}`;
    expect(fieldsOf(await publish(session.id))).toEqual(['startsAt in-past']);
  });
});

describe('a copy', () => {
  it('is a draft of the same on another date, where it was planned', async () => {
    const { session } = await made({ coOrganiserIds: [programme.otherAssociation.id], leader: 'Noor' });
    await publish(session.id);
    await call('POST', '/me/sessions/online', { cookie, body: { sessionIds: [session.id] } });
    const answer = await call('POST', `/sessions/${session.id}/copies`, {
      cookie,
      body: { startsAt: inDays(90) },
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      status: 'draft',
      leader: 'Noor',
      venueId,
      original: null,
      bookingOpensAt: inDays(70),
      session: { startsAt: inDays(90), deliveryMode: 'onLocation', placesLeft: 12, previousStartsAt: null },
    });
    const { organisers } = (answer.body as { session: { organisers: unknown[] } }).session;
    expect(organisers).toHaveLength(2);
    const past = await call('POST', `/sessions/${session.id}/copies`, {
      cookie,
      body: { startsAt: inDays(-1) },
    });
    expect(fieldsOf(past)).toEqual(['startsAt in-past']);
  });
});

describe('who may not', () => {
  const writes = (id: string): [string, string, object | undefined][] => [
    ['PATCH', `/sessions/${id}`, { capacity: 5 }],
    ['POST', `/me/sessions/${id}/publication`, undefined],
    ['POST', `/sessions/${id}/copies`, { startsAt: inDays(50) }],
    ['DELETE', `/me/sessions/${id}`, undefined],
  ];
  it('make, change, copy, publish or delete: only who works for an organiser', async () => {
    const { session } = await made();
    const town = await signIn((await makeStaff(db, [{ municipalityId: programme.municipality.id }])).email);
    const anyone = await signIn('iemand@voorbeeld.example');
    for (const [method, path, body] of writes(session.id)) {
      const as = async (who?: string) =>
        problemIn(await call(method, path, { ...(body && { body }), ...(who && { cookie: who }) })).code;
      expect([await as(other), await as(town), await as(anyone), await as()]).toEqual([
        'not-found',
        'not-allowed',
        'not-allowed',
        'not-signed-in',
      ]);
    }
    expect(fieldsOf(await make(minimal(), other))).toEqual(['moduleId invalid']);
    expect(problemIn(await make(minimal(), town)).code).toBe('not-allowed');
    expect(problemIn(await call('POST', '/me/sessions', { body: minimal() })).code).toBe('not-signed-in');
    expect(problemIn(await call('GET', '/me/modules', { cookie: anyone })).code).toBe('not-allowed');
    expect((await call('GET', `/me/sessions/${session.id}`, { cookie: other })).status).toBe(404);
  });
});
