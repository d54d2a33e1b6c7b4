import { beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';

/* One open code for each purpose of who asks, and no code opens more than what it was for. */
const { db, sql, time, call, codeFor, latestCode, prove } = await testApi();
let programme: ProgrammeFixture;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
});

let person = 0;
const address = () => `code${++person}@voorbeeld.example`;
const ask = async (email: string, more: object = {}) => {
  time.now = new Date(time.now.getTime() + 1);
  return (await call('POST', '/sign-ins', { body: { email, ...more } })).body as { id: string };
};
const answer = (id: string) => call('POST', '/auth-sessions', { body: { id, code: codeFor(id) } });
const book = async (sessionId: string, body: object) =>
  (await call('POST', `/sessions/${sessionId}/registrations`, { body })).body as { id: string };

describe('signing in', () => {
  it('asked again in place of the first request has one open code', async () => {
    const email = address();
    const first = await ask(email);
    const second = await ask(email, { insteadOf: first.id });
    expect(problemIn(await answer(first.id)).code).toBe('code-expired');
    expect((await answer(second.id)).status).toBe(201);
  });

  it('asked by a stranger, or in place of the request of someone else, ends no code of others', async () => {
    const [mine, theirs] = [address(), address()];
    const first = await ask(mine);
    await ask(mine);
    await ask(theirs, { insteadOf: first.id });
    expect((await answer(first.id)).status).toBe(201);
  });
});

describe('a booking', () => {
  it('that moves to another date has one open code', async () => {
    const from = await makeSession(db, programme, time.now, { capacity: 5 });
    const to = await makeSession(db, programme, time.now, { capacity: 5, moduleId: from.moduleId });
    const email = address();
    const { id } = await book(from.id, { name: 'Noor', email });
    const code = await latestCode(id);
    const cookie = cookieOf((await answer((await ask(email)).id)).headers);
    time.now = new Date(time.now.getTime() + 1);
    await call('POST', `/registrations/${id}/swap`, { body: { sessionId: to.id }, cookie });
    const confirm = (given: string) =>
      call('POST', `/registrations/${id}/confirmation`, { body: { code: given } });
    expect(problemIn(await confirm(code)).code).toBe('code-wrong');
    expect((await confirm(await latestCode(id))).status).toBe(200);
  });

  it('proves the address, and signs nobody in who works here', async () => {
    const { id: session } = await makeSession(db, programme, time.now, { capacity: 5 });
    const staff = await makeStaff(db, [{ municipalityId: programme.municipality.id }]);
    const { id } = await book(session, { name: 'Noor', email: staff.email });
    const confirmed = await prove(id);
    expect(confirmed.body).toMatchObject({ status: 'confirmed' });
    expect(confirmed.headers.getSetCookie()).toEqual([]);
    expect(await sql`select from auth_sessions where account_id = ${staff.id}`).toHaveLength(0);
    const other = await book(session, { name: 'Sam', email: address() });
    expect((await prove(other.id)).headers.getSetCookie()).toHaveLength(1);
  });
});
