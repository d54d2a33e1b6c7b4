import { beforeAll, expect, test } from 'vitest';
import { challengeToken, manageToken, unsubscribeToken } from '../../api/unit-of-work/secrets.ts';
import { problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeSession, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, sql, time, config, call, latestCode } = await testApi();
let programme: ProgrammeFixture;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
});

let person = 0;
async function book() {
  const { id: sessionId } = await makeSession(db, programme, time.now);
  const email = `gast${++person}@voorbeeld.example`;
  const { body } = await call('POST', `/sessions/${sessionId}/registrations`, {
    body: { name: 'Noor', email },
  });
  const { id } = body as { id: string };
  const [challenge] = await sql<{ id: string }[]>`select id from challenges where registration_id = ${id}`;
  const [account] = await sql<{ id: string }[]>`select id from accounts where email = ${email}`;
  return { id, confirmToken: challengeToken(config.secret, challenge!.id), accountId: account!.id };
}
const bearer = (id: string) => ({ headers: { 'registration-token': manageToken(config.secret, id) } });

/** Everything the database holds that a link could change. */
const everything = async () =>
  JSON.stringify([
    await sql`select * from registrations order by id`,
    await sql`select * from challenges order by id`,
    await sql`select * from accounts order by id`,
    await sql`select * from auth_sessions order by id`,
    await sql`select * from audit_log order by id`,
    await sql`select id, seats_taken from sessions order by id`,
  ]);

test('a mail scanner that opens every link, in every way, changes nothing', async () => {
  const { id, confirmToken, accountId } = await book();
  const before = await everything();
  const paths: [string, object][] = [
    [`/registration-confirmations/${confirmToken}`, {}],
    [`/registrations/${id}`, bearer(id)],
    [`/registrations/${id}/confirmation`, bearer(id)],
    [`/registrations/${id}/cancellation`, bearer(id)],
    [`/registrations/${id}/swap`, bearer(id)],
    [`/registrations/${id}/calendar`, bearer(id)],
    [`/mail-unsubscriptions/${unsubscribeToken(config.secret, 'reminders', accountId)}`, {}],
    [`/mail-unsubscriptions/${unsubscribeToken(config.secret, 'digest', accountId)}`, {}],
  ];
  for (const [path, options] of paths) {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      const { status } = await call(method, path, options);
      expect(status, `${method} ${path}`).toBeLessThan(500);
    }
  }
  expect(await everything()).toBe(before);
});

test('a link to confirm works once, and is of no use for anything else', async () => {
  const { id, confirmToken } = await book();
  const other = await book();
  for (const token of [confirmToken, unsubscribeToken(config.secret, 'reminders', other.accountId)]) {
    const headers = { 'registration-token': token };
    expect(problemIn(await call('POST', `/registrations/${id}/cancellation`, { headers })).code).toBe(
      'not-found',
    );
    const signIn = await call('POST', '/auth-sessions', { body: { token } });
    expect(problemIn(signIn).status).toBe(400);
  }
  const confirm = (target: string) =>
    call('POST', `/registrations/${target}/confirmation`, { body: { token: confirmToken } });
  expect((await confirm(other.id)).status).toBe(400);
  expect((await confirm(id)).status).toBe(200);
  expect(problemIn(await confirm(id)).code).toBe('code-expired');
});

test('the link of one registration opens no other, and cannot confirm or sign in', async () => {
  const [mine, other] = [await book(), await book()];
  await call('POST', `/registrations/${mine.id}/confirmation`, { body: { code: await latestCode(mine.id) } });
  expect((await call('GET', `/registrations/${other.id}`, bearer(mine.id))).status).toBe(404);
  expect((await call('POST', `/registrations/${other.id}/cancellation`, bearer(mine.id))).status).toBe(404);
  const token = manageToken(config.secret, mine.id);
  expect((await call('POST', '/auth-sessions', { body: { token } })).status).toBe(400);
  expect((await call('POST', `/registrations/${other.id}/confirmation`, { body: { token } })).status).toBe(
    400,
  );
});
