import { describe, expect, it } from 'vitest';
import { challengeToken } from '../../api/unit-of-work/secrets.ts';
import { cookieOf, problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeSession, makeStaff } from '../support/fixtures.ts';

const { db, sql, time, config, call, codeFor, signIn } = await testApi();
const ask = async (email: string) =>
  (await call('POST', '/sign-ins', { body: { email } })).body as { id: string };
const answer = (body: object) => call('POST', '/auth-sessions', { body });

describe('signing in', () => {
  it('answers the same for a known and an unknown address', async () => {
    await signIn('bekend@voorbeeld.example');
    const known = await call('POST', '/sign-ins', { body: { email: 'bekend@voorbeeld.example' } });
    const unknown = await call('POST', '/sign-ins', { body: { email: 'onbekend@voorbeeld.example' } });
    expect([known.status, Object.keys(known.body)]).toEqual([unknown.status, Object.keys(unknown.body)]);
  });

  it('works with the code and with the link, each once', async () => {
    for (const given of [
      (id: string) => ({ id, code: codeFor(id) }),
      (id: string) => ({ token: challengeToken(config.secret, id) }),
    ]) {
      const { id } = await ask('noor@voorbeeld.example');
      const first = await answer(given(id));
      expect(first.status).toBe(201);
      const me = await call('GET', '/me', { cookie: cookieOf(first.headers) });
      expect(me.body).toMatchObject({ email: 'noor@voorbeeld.example', roles: [] });
      expect(problemIn(await answer(given(id))).code).toBe('code-expired');
    }
  });

  it('ends after fifteen minutes', async () => {
    const { id } = await ask('laat@voorbeeld.example');
    const before = time.now;
    time.now = new Date(before.getTime() + 15 * 60_000);
    const late = await answer({ id, code: codeFor(id) });
    time.now = before;
    expect(problemIn(late).code).toBe('code-expired');
  });

  it('stores neither code nor token nor session as they are', async () => {
    const { id } = await ask('geheim@voorbeeld.example');
    const signedIn = await answer({ id, code: codeFor(id) });
    const value = cookieOf(signedIn.headers).split('=')[1]!;
    const [{ dump }] = await sql<[{ dump: string }]>`
      select (select coalesce(string_agg(c::text, ' '), '') from challenges c)
        || (select coalesce(string_agg(s::text, ' '), '') from auth_sessions s) as dump`;
    expect(dump).not.toContain(value);
    expect(dump).not.toContain(challengeToken(config.secret, id));
    expect(dump).not.toMatch(new RegExp(`\\b${codeFor(id)}\\b`));
  });

  it('sends an address no more than ten mails in a quarter of an hour', async () => {
    const ask = () => call('POST', '/sign-ins', { body: { email: 'vaak@voorbeeld.example' } });
    for (let mails = 0; mails < 10; mails++) expect((await ask()).status).toBe(201);
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900']);
  });

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const { id } = await ask('koekje@voorbeeld.example');
    const [cookie] = (await answer({ id, code: codeFor(id) })).headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
  });

  it('does not take the code of a booking for signing in', async () => {
    const session = await makeSession(db, await makeProgramme(db, time.now), time.now);
    await call('POST', `/sessions/${session.id}/registrations`, {
      body: { name: 'Noor', email: 'boeking@voorbeeld.example' },
    });
    const [challenge] = await sql`select id from challenges where email = 'boeking@voorbeeld.example'`;
    const { id } = challenge as { id: string };
    expect(problemIn(await answer({ id, code: codeFor(id) })).code).toBe('code-expired');
    expect(problemIn(await answer({ token: challengeToken(config.secret, id) })).code).toBe('code-expired');
  });

  it('asks for a code with an id, or a token', async () => {
    expect(problemIn(await answer({ id: '00000000-0000-7000-8000-000000000000' })).code).toBe(
      'invalid-input',
    );
    expect(problemIn(await answer({ code: '123456' })).code).toBe('invalid-input');
    expect(problemIn(await answer({ token: 'x'.repeat(43) })).code).toBe('code-expired');
  });
});

it('signing out ends the session everywhere it was kept', async () => {
  const cookie = await signIn('uit@voorbeeld.example');
  expect((await call('DELETE', '/auth-sessions/current', { cookie })).status).toBe(204);
  expect(problemIn(await call('GET', '/me', { cookie })).code).toBe('not-signed-in');
});

it('says for whom someone works', async () => {
  const { association, municipality, funder } = await makeProgramme(db, time.now);
  const staff = await makeStaff(db, [
    { organisationId: association.id },
    { municipalityId: municipality.id },
  ]);
  const me = await call('GET', '/me', { cookie: await signIn(staff.email) });
  const roles = (me.body as { roles: { role: string; organisation: unknown; municipality: unknown }[] })
    .roles;
  expect(roles.map(({ role }) => role).sort()).toEqual(['municipality', 'organisation']);
  expect(roles.find(({ role }) => role === 'municipality')!.municipality).toEqual({
    id: municipality.id,
    name: municipality.name,
    organisation: { id: funder.id, name: funder.name },
  });
});
