import { beforeAll, describe, expect, it } from 'vitest';
import { problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, sql, time, call, signIn } = await testApi('empty', { worker: false });
let made: ProgrammeFixture;
let own: string;
let other: string;
let moduleId: string;
let ofNobody: string;
beforeAll(async () => {
  made = await makeProgramme(db, time.now);
  own = await signIn((await makeStaff(db, [{ organisationId: made.association.id }])).email);
  other = await signIn((await makeStaff(db, [{ organisationId: made.otherAssociation.id }])).email);
  const session = await makeSession(db, made, time.now);
  [moduleId, ofNobody] = [session.moduleId, session.venueId!];
});

const hall = { name: 'Zaal', street: 'Laan 12', postcode: '1182jr', city: 'Amstelveen' };
type Venue = { id: string; comingSessions: number; archivedAt: string | null };
const make = (body: object = {}, cookie = own) =>
  call('POST', `/organisations/${made.association.id}/venues`, { cookie, body: { ...hall, ...body } });
const newVenue = async (body: object = {}) => (await make(body)).body as Venue;
const change = (id: string, body: object, cookie = own) => call('PATCH', `/venues/${id}`, { cookie, body });
const archive = (id: string, cookie = own) => call('POST', `/venues/${id}/archiving`, { cookie });
const plan = (body: object) =>
  call('POST', '/me/sessions', {
    cookie: own,
    body: {
      moduleId,
      startsAt: new Date(time.now.getTime() + 300 * HOUR).toISOString(),
      deliveryMode: 'onLocation',
      capacity: 4,
      ...body,
    },
  });
const choices = async (cookie = own) =>
  ((await call('GET', '/me/venues', { cookie })).body as { items: Venue[] }).items.map(({ id }) => id);
const fieldsOf = (answer: { body: unknown }) =>
  problemIn(answer).invalidParams?.map(({ name, code }) => `${name} ${code}`);

describe('a venue', () => {
  it('is made, with its postcode as it is written, and changed in part', async () => {
    const answer = await make({ room: 'Boven', accessibility: '' });
    expect([answer.status, answer.body]).toMatchObject([
      201,
      { postcode: '1182 JR', room: 'Boven', accessibility: null, archivedAt: null, comingSessions: 0 },
    ]);
    const { id } = answer.body as Venue;
    expect((await change(id, { city: 'Aalsmeer', postcode: '1431 aa ' })).body).toMatchObject({
      name: 'Zaal',
      city: 'Aalsmeer',
      postcode: '1431 AA',
    });
  });

  it('says everything that is wrong at once', async () => {
    expect(
      fieldsOf(
        await make({
          name: '',
          street: 'Laan\u202e',
          postcode: '0182 JR',
          city: 'x'.repeat(81),
        }),
      ),
    ).toEqual(['name required', 'street invalid', 'postcode invalid', 'city too-long']);
    expect(fieldsOf(await make({ postcode: '', room: 'a\nb', accessibility: 'x'.repeat(301) }))).toEqual([
      'postcode required',
      'room invalid',
      'accessibility too-long',
    ]);
  });

  it('is of one organisation: another sees, changes, archives and chooses none of it', async () => {
    const { id } = await newVenue();
    expect(
      [await make({}, other), await change(id, { name: 'Nee' }, other), await archive(id, other)].map(
        ({ status }) => status,
      ),
    ).toEqual([404, 404, 404]);
    expect(JSON.stringify((await call('GET', '/me/own-venues', { cookie: other })).body)).not.toContain(id);
    expect([(await choices()).includes(id), (await choices(other)).includes(id)]).toEqual([true, false]);
  });

  it('keeps its address while sessions are to come there, and tells how many', async () => {
    const { id } = await newVenue();
    expect((await plan({ venueId: id })).status).toBe(201);
    expect(fieldsOf(await change(id, { street: 'Elders 1', city: 'Aalsmeer' }))).toEqual([
      'street in-use',
      'city in-use',
    ]);
    expect((await change(id, { street: hall.street, room: 'Beneden' })).body).toMatchObject({
      comingSessions: 1,
      room: 'Beneden',
    });
  });
});

describe('a session', () => {
  it('is at a venue of its organisation or of nobody, not of another organisation', async () => {
    const foreign = await call('POST', `/organisations/${made.otherAssociation.id}/venues`, {
      cookie: other,
      body: hall,
    });
    expect((await plan({ venueId: ofNobody })).status).toBe(201);
    expect(fieldsOf(await plan({ venueId: (foreign.body as Venue).id }))).toEqual(['venueId invalid']);
  });

  it('makes a venue of its organisation on the way', async () => {
    const answer = await plan({ newVenue: { ...hall, name: 'Onderweg' } });
    const { venueId } = answer.body as { venueId: string };
    const [row] = await sql`select organisation_id from venues where id = ${venueId}`;
    expect(row).toEqual({ organisation_id: made.association.id });
    expect(await choices()).toContain(venueId);
  });

  it('is planned at no archived venue any more; what is planned there goes on', async () => {
    const { id } = await newVenue();
    const session = ((await plan({ venueId: id })).body as { session: { id: string } }).session;
    expect((await archive(id)).body).toMatchObject({ archivedAt: time.now.toISOString() });
    expect((await archive(id)).status).toBe(200);
    expect(await choices()).not.toContain(id);
    expect(fieldsOf(await plan({ venueId: id }))).toEqual(['venueId invalid']);
    const patch = (body: object) => call('PATCH', `/sessions/${session.id}`, { cookie: own, body });
    expect((await patch({ venueId: id, capacity: 9 })).status).toBe(200);
    expect((await patch({ venueId: ofNobody })).status).toBe(200);
    expect(fieldsOf(await patch({ venueId: id }))).toEqual(['venueId invalid']);
  });
});
