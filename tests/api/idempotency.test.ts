import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { forgetAnswers } from '../../api/http/idempotency/answers.ts';
import { cookieOf, problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, sql, time, call, codeFor, latestCode, signIn } = await testApi();
let programme: ProgrammeFixture;
let organiser: string;
let colleague: string;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
  const staff = async () =>
    signIn((await makeStaff(db, [{ organisationId: programme.association.id }])).email);
  [organiser, colleague] = [await staff(), await staff()];
});

let person = 0;
const somebody = () => ({ name: 'Noor Geheim', email: `noor${++person}@voorbeeld.example` });
const post = (path: string, key: string, body?: object, cookie?: string) =>
  call('POST', path, { body, headers: { 'idempotency-key': key }, ...(cookie && { cookie }) });
const book = (sessionId: string, key: string, body: object, cookie?: string) =>
  post(`/sessions/${sessionId}/registrations`, key, body, cookie);
const upcoming = () => makeSession(db, programme, time.now, { capacity: 9 });
const soon = () =>
  makeSession(db, programme, time.now, { startsAt: new Date(time.now.getTime() + HOUR / 2) });
const walkIn = (sessionId: string, key: string, name = 'Cem Yilmaz', cookie = organiser) =>
  post(`/sessions/${sessionId}/walk-ins`, key, { name }, cookie);
const registrationsOf = async (id: string) =>
  (await sql`select count(*)::int as n from registrations where session_id = ${id}`)[0]!.n as number;
const mails = async () => (await sql`select count(*)::int as n from pgboss.job where name = 'mail'`)[0]!.n;
const replayed = (answer: { headers: Headers }) => answer.headers.get('idempotent-replayed');

describe('the same request with the same key', () => {
  it('writes one person down at the door, and answers the same', async () => {
    const { id } = await soon();
    const key = randomUUID();
    const first = await walkIn(id, key);
    const second = await walkIn(id, key);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect([replayed(first), replayed(second)]).toEqual([null, 'true']);
    expect(await registrationsOf(id)).toBe(1);
  });

  it('registers once and mails once', async () => {
    const { id } = await upcoming();
    const [key, me, before] = [randomUUID(), somebody(), await mails()];
    const first = await book(id, key, me);
    expect((await book(id, key, me)).body).toEqual(first.body);
    expect([await registrationsOf(id), await mails()]).toEqual([1, before + 1]);
  });

  it('confirms, cancels and asks to sign in once, and gives a cookie once', async () => {
    const { id } = await upcoming();
    const placed = (await book(id, randomUUID(), somebody())).body as { id: string };
    const code = await latestCode(placed.id);
    const twice = async (path: string, body?: object, cookie?: string) => {
      const key = randomUUID();
      const first = await post(path, key, body, cookie);
      const second = await post(path, key, body, cookie);
      expect([second.status, second.body]).toEqual([first.status, first.body]);
      expect(second.headers.getSetCookie()).toEqual([]);
      return first;
    };
    const confirmed = await twice(`/registrations/${placed.id}/confirmation`, { code });
    const cookie = cookieOf(confirmed.headers);
    expect(cookie).not.toBe('');
    const before = await mails();
    await twice(`/registrations/${placed.id}/cancellation`, undefined, cookie);
    const asked = await twice('/sign-ins', { email: somebody().email });
    expect(await mails()).toBe(before + 2);
    const { id: challenge } = asked.body as { id: string };
    const signedIn = await twice('/auth-sessions', { id: challenge, code: codeFor(challenge) });
    expect(signedIn.headers.getSetCookie()).toHaveLength(1);
  });

  it('is known again after its caller signed in with it', async () => {
    const { id } = await upcoming();
    const placed = (await book(id, randomUUID(), somebody())).body as { id: string };
    const [key, path] = [randomUUID(), `/registrations/${placed.id}/confirmation`];
    const body = { code: await latestCode(placed.id) };
    const cookie = cookieOf((await post(path, key, body)).headers);
    expect((await post(path, key, body, cookie)).status).toBe(200);
  });

  it('has a second effect after 24 hours, and its traces are gone', async () => {
    const { id } = await soon();
    const key = randomUUID();
    const first = await walkIn(id, key);
    const start = time.now;
    time.now = new Date(start.getTime() + 24 * HOUR - 1);
    expect((await walkIn(id, key)).body).toEqual(first.body);
    time.now = new Date(start.getTime() + 24 * HOUR);
    expect((await walkIn(id, key)).body).not.toEqual(first.body);
    expect(await registrationsOf(id)).toBe(2);
    time.now = new Date(start.getTime() + 48 * HOUR);
    await forgetAnswers(db, time.now);
    expect((await sql`select count(*)::int as n from idempotency_keys`)[0]!.n).toBe(0);
    time.now = start;
  });
});

describe('a key that was used', () => {
  it('is refused with another body or route', async () => {
    const [one, other] = [await soon(), await soon()];
    const key = randomUUID();
    await walkIn(one.id, key);
    for (const answer of [await walkIn(one.id, key, 'Bo de Wit'), await walkIn(other.id, key)]) {
      expect([answer.status, problemIn(answer).code]).toEqual([409, 'idempotency-key-reused']);
    }
    expect([await registrationsOf(one.id), await registrationsOf(other.id)]).toEqual([1, 0]);
    const anonymous = randomUUID();
    await book((await upcoming()).id, anonymous, somebody());
    const answer = await book((await upcoming()).id, anonymous, somebody());
    expect(problemIn(answer).code).toBe('idempotency-key-reused');
  });

  it('gives its answer to nobody else', async () => {
    const { id } = await soon();
    const key = randomUUID();
    const mine = await walkIn(id, key);
    const theirs = await walkIn(id, key, 'Cem Yilmaz', colleague);
    expect([theirs.status, replayed(theirs)]).toEqual([201, null]);
    expect(theirs.body).not.toEqual(mine.body);
    const stranger = await call('POST', `/sessions/${id}/walk-ins`, {
      body: { name: 'Cem Yilmaz' },
      headers: { 'idempotency-key': key },
    });
    expect(stranger.status).toBe(401);
  });

  it('gives the answer of a link only to who holds the link', async () => {
    const { id } = await upcoming();
    const me = somebody();
    const cookie = await signIn(me.email);
    const placed = (await book(id, randomUUID(), me, cookie)).body as { id: string };
    const key = randomUUID();
    await post(`/registrations/${placed.id}/cancellation`, key, undefined, cookie);
    expect((await post(`/registrations/${placed.id}/cancellation`, key)).status).toBe(404);
  });

  it('can be used again after a refusal', async () => {
    const { id } = await makeSession(db, programme, time.now, {
      startsAt: new Date(time.now.getTime() + 2 * HOUR),
    });
    const key = randomUUID();
    expect(problemIn(await walkIn(id, key)).code).toBe('attendance-too-early');
    expect(problemIn(await walkIn(id, key, '')).code).toBe('invalid-input');
    await sql`update sessions set starts_at = ${time.now}, ends_at = ${new Date(time.now.getTime() + HOUR)}
      where id = ${id}`;
    expect((await walkIn(id, key)).status).toBe(201);
  });

  it('leaves nothing that can be read', async () => {
    const me = somebody();
    const keys = ['noor@voorbeeld.example', randomUUID()];
    await book((await upcoming()).id, keys[0]!, me);
    const asked = (await post('/sign-ins', randomUUID(), { email: me.email })).body as { id: string };
    const signedIn = await post('/auth-sessions', keys[1]!, { id: asked.id, code: codeFor(asked.id) });
    expect(JSON.stringify(signedIn.body)).toContain(me.email);
    const rows = JSON.stringify(await sql`select * from idempotency_keys`);
    for (const word of ['noor', 'Geheim', 'voorbeeld', asked.id, keys[1]!]) expect(rows).not.toContain(word);
  });
});

it.each(['', 'x'.repeat(256), 'kéy', 'a\tb'])('%j is no key', async (key) => {
  const answer = await book((await upcoming()).id, key, somebody());
  expect([answer.status, problemIn(answer).invalidParams?.[0]?.name]).toEqual([400, 'Idempotency-Key']);
});

it('every POST says that it takes a key', async () => {
  const { body } = await call('GET', '/openapi.json');
  const { paths } = body as {
    paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;
  };
  for (const [path, { post: operation }] of Object.entries(paths)) {
    // A provider's message carries an id of its own, which does the same.
    if (!operation || path.includes('/webhooks/')) continue;
    const names = operation.parameters?.filter((one) => one.in === 'header').map(({ name }) => name);
    expect(names, path).toContain('Idempotency-Key');
  }
});
