import { describe, expect, it } from 'vitest';
import { problems } from '../../api/http/problem.ts';
import { cookieOf, problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeSession } from '../support/fixtures.ts';

const { db, sql, time, call, codeFor, signIn } = await testApi();

describe('every answer', () => {
  it.each(['/sessions', '/me', '/nergens', '/sessions/'])('%s carries version and headers', async (path) => {
    const { headers } = await call('GET', path);
    expect(headers.get('api-version')).toMatch(/^\d+\.\d+\.\d+$/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is a problem where there is nothing, also with a slash at the end', async () => {
    for (const path of ['/nergens', '/sessions/', '/sessions/nope', '/sessions?q=%00', '/modules/a%00b']) {
      const answer = await call('GET', path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    }
  });

  it('names the methods that a path has', async () => {
    const answer = await call('DELETE', '/sessions');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
  });
});

describe('a forged request', () => {
  it('from another site is refused when it borrows a cookie', async () => {
    const session = await makeSession(db, await makeProgramme(db, time.now), time.now);
    const cookie = await signIn('noor@voorbeeld.example');
    const placed = await call('POST', `/sessions/${session.id}/registrations`, {
      cookie,
      body: { name: 'Noor', email: 'noor@voorbeeld.example' },
    });
    const { id } = placed.body as { id: string };
    const forge = (headers: Record<string, string>) =>
      call('POST', `/registrations/${id}/cancellation`, { headers: { cookie, ...headers } });
    expect(problemIn(await forge({ origin: 'https://kwaad.example' })).code).toBe('cross-site');
    expect(problemIn(await forge({})).code).toBe('cross-site');
    expect(problemIn(await forge({ 'sec-fetch-site': 'cross-site' })).code).toBe('cross-site');
    expect((await forge({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });
});

it('refuses to sign a visitor in from another site, also without a cookie', async () => {
  const forged = await call('POST', '/sign-ins', {
    raw: '{"email":"noor@voorbeeld.example"}',
    headers: { origin: 'https://kwaad.example', 'content-type': 'text/plain' },
  });
  expect(problemIn(forged).code).toBe('cross-site');
});

it('refuses what a script on another site writes, however it says what it sends', async () => {
  const cookie = await signIn('noor@voorbeeld.example');
  for (const method of ['PUT', 'PATCH', 'POST', 'DELETE']) {
    const forged = await call(method, '/me/preferences', {
      ...(method !== 'DELETE' && { body: { weeklyDigest: true } }),
      cookie,
      headers: { origin: 'https://kwaad.example' },
    });
    expect([method, problemIn(forged).code]).toEqual([method, 'cross-site']);
  }
});

describe('a sign-in session', () => {
  const me = async (cookie: string) => (await call('GET', '/me', { cookie })).status;

  it('ends when its browser signs in again, as someone else or not', async () => {
    const first = await signIn('noor@voorbeeld.example');
    const asked = await call('POST', '/sign-ins', { body: { email: 'cem@voorbeeld.example' } });
    const { id } = asked.body as { id: string };
    const answer = await call('POST', '/auth-sessions', { cookie: first, body: { id, code: codeFor(id) } });
    expect(await me(cookieOf(answer.headers))).toBe(200);
    expect(await me(first)).toBe(401);
  });

  it('ends ninety days after signing in, however it is used', async () => {
    const cookie = await signIn('noor@voorbeeld.example');
    await sql`update auth_sessions set signed_in_at = now() - interval '89 days'`;
    expect(await me(cookie)).toBe(200);
    await sql`update auth_sessions set signed_in_at = now() - interval '91 days'`;
    expect(await me(cookie)).toBe(401);
  });

  it('is not renewed by an answer that others may be given', async () => {
    const cookie = await signIn('noor@voorbeeld.example');
    await sql`update auth_sessions set expires_at = now() + interval '10 days'`;
    const open = await call('GET', '/openapi.json', { cookie });
    expect(open.headers.get('cache-control')).toMatch(/^public/);
    expect(open.headers.getSetCookie()).toEqual([]);
    await sql`update auth_sessions set expires_at = now() + interval '10 days'`;
    expect((await call('GET', '/me', { cookie })).headers.getSetCookie()).toHaveLength(1);
  });
});

describe('the OpenAPI document', () => {
  it('is made once, and not sent again to who has it', async () => {
    const { headers, status } = await call('GET', '/openapi.json');
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=300']);
    const again = await call('GET', '/openapi.json', { headers: { 'if-none-match': headers.get('etag')! } });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  it('describes every route, with the problems it can give', async () => {
    const { body, headers } = await call('GET', '/openapi.json');
    const document = body as unknown as {
      openapi: string;
      info: { contact: { email: string } };
      paths: Record<string, Record<string, { responses: Record<string, { headers?: object }> }>>;
      components: { schemas: Record<string, unknown> };
    };
    expect(document.openapi).toBe('3.1.0');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/modules',
        '/api/v1/sessions',
        '/api/v1/sessions/{id}',
        '/api/v1/sessions/{id}/registrations',
        '/api/v1/me/registrations',
        '/api/v1/registrations/{id}/cancellation',
        '/api/v1/sessions/{id}/attendance',
        '/api/v1/programmes',
        '/api/v1/programmes/{id}/quarters/{ordinal}/report',
      ]),
    );
    expect(document.components.schemas).toHaveProperty('Problem');
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { responses }] of Object.entries(methods)) {
        const ok = Object.entries(responses).filter(([status]) => status.startsWith('2') && status !== '204');
        expect(
          ok.every(([, response]) => response.headers),
          `${method} ${path}`,
        ).toBe(true);
        if (method === 'post' || method === 'put')
          expect(Object.keys(responses), `${method} ${path}`).toContain('400');
      }
    }
  });

  it('gives every problem a status that means what it says', () => {
    for (const { status } of Object.values(problems)) expect(status).toBeGreaterThanOrEqual(400);
  });
});
