import { expect, it } from 'vitest';
import { createApi } from '../../api/app.ts';
import { freePort } from '../../db/embedded.ts';
import { openDb } from '../../db/open.ts';
import { problemIn, testApi } from '../support/api.ts';
import { takeErrors } from '../support/console.ts';
import { makeProgramme, makeSession } from '../support/fixtures.ts';

const { db, sql, time, config, businessRegister, call } = await testApi();

it('an unexpected failure is a plain problem; the log says where, not who', async () => {
  const session = await makeSession(db, await makeProgramme(db, time.now), time.now);
  await sql`alter table decisions rename to decisions_away`;
  const answer = await call('POST', `/sessions/${session.id}/registrations`, {
    body: { name: 'Noor Geheim', email: 'geheim@voorbeeld.example' },
  });
  await sql`alter table decisions_away rename to decisions`;
  expect([answer.status, problemIn(answer).code]).toEqual([500, 'internal']);
  expect(JSON.stringify(answer.body)).not.toMatch(/select|insert|decisions/i);
  const log = takeErrors().join('\n');
  expect(log).toMatch(/decisions/);
  expect(log).not.toMatch(/geheim/i);
  const [{ left }] = await sql<[{ left: number }]>`select count(*)::int as left from accounts`;
  expect(left).toBe(0);
});

it('a database that cannot be reached is a 503 that says when to try again', async () => {
  const port = await freePort();
  const away = openDb(`postgres://nobody@127.0.0.1:${port}/away`);
  const api = createApi({
    db: away.db,
    clock: () => time.now,
    config,
    businessRegister,
    enqueueMail: () => Promise.resolve(),
    failedMails: { list: async () => ({ items: [], more: false }), resend: async () => false },
  });
  const answer = await api.request('http://127.0.0.1:4321/api/v1/sessions');
  await away.close();
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(takeErrors()).toEqual([expect.stringMatching(/^\S+Z database: does not answer \(ECONNREFUSED\)$/)]);
});
