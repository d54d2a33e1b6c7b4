import { describe, expect, it } from 'vitest';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { tidySessions } from '../../api/mail/jobs/tidy-sessions.ts';
import { problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff } from '../support/fixtures.ts';

const { db, sql, deps, time, config, call, latestCode, signIn } = await testApi('empty', {
  connections: 20,
  doors: 4,
});
const start = time.now;
const programme = await makeProgramme(db, time.now);
const staff = await makeStaff(db, [{ organisationId: programme.association.id }]);
const cookie = await signIn(staff.email);
let person = 0;

const session = (capacity: number, reservedPlaces: number) => {
  time.now = start;
  const startsAt = new Date(start.getTime() + 30 * 24 * HOUR);
  return makeSession(db, programme, time.now, { capacity, reservedPlaces, reservedDays: 7, startsAt });
};
const nextAddress = (kind: 'lid' | 'ander') => `${kind}${++person}@voorbeeld.example`;
const book = async (sessionId: string, email: string, cookieOf?: string) => {
  const answer = await call('POST', `/sessions/${sessionId}/registrations`, {
    body: { name: 'Noor', email },
    ...(cookieOf && { cookie: cookieOf }),
  });
  return answer.body as { id: string; placement: string; position?: number };
};
const confirm = async (id: string) =>
  call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
const look = async (id: string) =>
  (
    await call('GET', `/registrations/${id}`, {
      headers: { 'registration-token': manageToken(config.secret, id) },
    })
  ).body as { status: string; position: number | null; reservedUntil: string | null };
const roster = (emails: string[], organisationId = programme.association.id, as = cookie) =>
  call('PUT', `/organisations/${organisationId}/roster`, { cookie: as, body: { emails } });
const placesLeft = async (id: string) =>
  ((await call('GET', `/sessions/${id}`)).body as { placesLeft: number; booking: string }).placesLeft;

describe('a roster', () => {
  it('is kept as hashes that say nothing, and is replaced as a whole', async () => {
    expect((await roster(['lid@voorbeeld.example', 'twee@voorbeeld.example'])).body).toEqual({ entries: 2 });
    expect((await roster(['lid@voorbeeld.example'])).body).toEqual({ entries: 1 });
    const kept = await sql`select * from roster_entries`;
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain('voorbeeld');
  });

  it('is of its own association: others may not', async () => {
    const other = programme.otherAssociation.id;
    const town = await makeStaff(db, [{ municipalityId: programme.municipality.id }]);
    const [ofTown, anyone] = [await signIn(town.email), await signIn('iemand@voorbeeld.example')];
    expect(problemIn(await roster([], other)).code).toBe('not-found');
    expect(problemIn(await roster([], programme.association.id, ofTown)).code).toBe('not-allowed');
    expect(problemIn(await roster([], programme.association.id, anyone)).code).toBe('not-allowed');
    const nobody = await call('PUT', `/organisations/${other}/roster`, { body: { emails: [] } });
    expect(problemIn(nobody).code).toBe('not-signed-in');
  });
});

describe('two places, one of them reserved', () => {
  it('a stranger hears the same as a member; who confirms as the second member waits, with the reason', async () => {
    const { id } = await session(2, 1);
    const [first, second] = [nextAddress('lid'), nextAddress('lid')];
    await roster([first, second]);
    const places = [await book(id, first), await book(id, second)];
    expect(places.map(({ placement }) => placement)).toEqual(['held', 'held']);
    expect((await confirm(places[0]!.id)).body).toMatchObject({ status: 'confirmed' });
    const answer = await confirm(places[1]!.id);
    expect(answer.status).toBe(200);
    const seen = await look(places[1]!.id);
    expect(seen).toMatchObject({ status: 'waitlisted', position: 1 });
    expect(seen.reservedUntil).not.toBeNull();
    expect(await placesLeft(id)).toBe(1);

    const other = await book(id, nextAddress('ander'));
    expect(other.placement).toBe('held');
    expect((await confirm(other.id)).body).toMatchObject({ status: 'confirmed' });
    expect(await placesLeft(id)).toBe(0);
  });

  it('what nobody took is offered to the member when the reserve ends', async () => {
    const { id, startsAt } = await session(2, 1);
    const [first, second] = [nextAddress('lid'), nextAddress('lid')];
    await roster([first, second]);
    await confirm((await book(id, first)).id);
    const waiting = await book(id, second);
    await confirm(waiting.id);
    await tidySessions(deps);
    expect((await look(waiting.id)).status).toBe('waitlisted');
    time.now = new Date(startsAt.getTime() - 6 * 24 * HOUR);
    await tidySessions(deps);
    expect(await look(waiting.id)).toMatchObject({ status: 'offered', reservedUntil: null });
    expect((await confirm(waiting.id)).body).toMatchObject({ status: 'confirmed' });
  });

  it('a member who is signed in waits at once, and one of no list is served', async () => {
    const { id } = await session(2, 2);
    const [member, other] = [nextAddress('lid'), nextAddress('ander')];
    await roster([member]);
    expect(await book(id, member, await signIn(member))).toMatchObject({
      placement: 'waitlist',
      position: 1,
    });
    expect(await book(id, other, await signIn(other))).toMatchObject({ placement: 'confirmed' });
  });

  it('a place that comes free goes past members to the first who may have it', async () => {
    const { id } = await session(1, 1);
    const [member, first, second] = [nextAddress('lid'), nextAddress('ander'), nextAddress('ander')];
    await roster([member]);
    const place = await book(id, first);
    const [passed, served] = [await book(id, member), await book(id, second)];
    for (const one of [passed, served]) await confirm(one.id);
    await call('POST', `/registrations/${place.id}/cancellation`, {
      headers: { 'registration-token': manageToken(config.secret, place.id) },
    });
    expect((await look(served.id)).status).toBe('offered');
    expect((await look(passed.id)).status).toBe('waitlisted');
  });
});
