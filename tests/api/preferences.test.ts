import { beforeAll, beforeEach, expect, test } from 'vitest';
import { unsubscribeToken } from '../../api/unit-of-work/secrets.ts';
import { problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeSession, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, sql, time, config, call, latestCode, signIn } = await testApi();
let programme: ProgrammeFixture;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
});

let email: string;
let person = 0;
beforeEach(() => {
  email = `lezer${++person}@voorbeeld.example`;
});
const accountOf = async (address: string) =>
  (
    await sql<{ id: string; reminders: boolean; digest: boolean; locale: string }[]>`
    select id, reminders, digest, locale from accounts where email = ${address}`
  )[0]!;

test('everything comes, in the language one signed in with, until one chooses', async () => {
  const cookie = await signIn(email);
  const first = await call('GET', '/me/preferences', { cookie });
  expect(first).toMatchObject({ status: 200, body: { locale: 'nl', reminders: true, digest: true } });
  const chosen = { locale: 'en', reminders: false, digest: false };
  expect(await call('PUT', '/me/preferences', { cookie, body: chosen })).toMatchObject({
    status: 200,
    body: chosen,
  });
  expect((await call('GET', '/me/preferences', { cookie })).body).toEqual(chosen);
  expect((await call('GET', '/me', { cookie })).body).toMatchObject({ locale: 'en' });
});

test('another language counts for what is booked already', async () => {
  const { id } = await makeSession(db, programme, time.now);
  const booked = await call('POST', `/sessions/${id}/registrations`, { body: { name: 'Noor', email } });
  const registrationId = (booked.body as { id: string }).id;
  await call('POST', `/registrations/${registrationId}/confirmation`, {
    body: { code: await latestCode(registrationId) },
  });
  const cookie = await signIn(email);
  await call('PUT', '/me/preferences', { cookie, body: { locale: 'en', reminders: true, digest: true } });
  expect(await sql`select locale from registrations where id = ${registrationId}`).toEqual([
    { locale: 'en' },
  ]);
});

test('nobody reads or changes them without signing in, nor those of someone else', async () => {
  const other = await signIn(`ander-${email}`);
  await signIn(email);
  const body = { locale: 'nl', reminders: false, digest: false };
  for (const method of ['GET', 'PUT']) {
    const answer = await call(method, '/me/preferences', method === 'PUT' ? { body } : {});
    expect(problemIn(answer).code).toBe('not-signed-in');
  }
  await call('PUT', '/me/preferences', { cookie: other, body });
  expect(await accountOf(email)).toMatchObject({ reminders: true, digest: true });
});

test('half a choice is none', async () => {
  const cookie = await signIn(email);
  const answer = await call('PUT', '/me/preferences', { cookie, body: { locale: 'fr' } });
  expect(
    problemIn(answer)
      .invalidParams!.map(({ name }) => name)
      .sort(),
  ).toEqual(['digest', 'locale', 'reminders']);
});

test('a link turns one kind of mail off, and nothing else; looking at it does nothing', async () => {
  await signIn(email);
  const { id } = await accountOf(email);
  const token = unsubscribeToken(config.secret, 'reminders', id);
  for (const method of ['GET', 'HEAD', 'OPTIONS']) await call(method, `/mail-unsubscriptions/${token}`);
  expect((await call('GET', `/mail-unsubscriptions/${token}`)).body).toEqual({ list: 'reminders' });
  expect(await accountOf(email)).toMatchObject({ reminders: true, digest: true });
  for (let twice = 0; twice < 2; twice += 1) {
    const answer = await call('POST', '/mail-unsubscriptions', { body: { token } });
    expect(answer).toMatchObject({ status: 200, body: { list: 'reminders' } });
  }
  expect(await accountOf(email)).toMatchObject({ reminders: false, digest: true });
  const log = await sql`select details from audit_log
    where action = 'preferences.unsubscribed' and subject_id = ${id}`;
  expect(log).toEqual([{ details: { list: 'reminders' } }]);
});

test('a link of another account, of another kind, or made up, turns nothing off', async () => {
  await signIn(email);
  await signIn(`ander-${email}`);
  const { id } = await accountOf(email);
  const { id: otherId } = await accountOf(`ander-${email}`);
  const [, , proof] = unsubscribeToken(config.secret, 'reminders', id).split('.');
  for (const token of [
    `reminders.${otherId}.${proof}`,
    `digest.${id}.${proof}`,
    `locale.${id}.${proof}`,
    `reminders.${id}.${'x'.repeat(43)}`,
    unsubscribeToken('another-secret-that-is-long-enough-to-be', 'reminders', id),
  ]) {
    expect((await call('GET', `/mail-unsubscriptions/${token}`)).status).toBe(404);
    const answer = await call('POST', '/mail-unsubscriptions', { body: { token } });
    expect(problemIn(answer).code).toBe('not-found');
  }
  expect(await accountOf(email)).toMatchObject({ reminders: true, digest: true });
  expect(await accountOf(`ander-${email}`)).toMatchObject({ reminders: true, digest: true });
});
