import { beforeAll, expect, test } from 'vitest';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeSession, type ProgrammeFixture } from '../support/fixtures.ts';
import { storedMails } from '../support/stored-mails.ts';

const { db, sql, time, config, call, latestCode, signIn } = await testApi();
const mails = storedMails(sql);
let programme: ProgrammeFixture;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
});

let person = 0;
async function book() {
  const { id: sessionId } = await makeSession(db, programme, time.now);
  const email = `link${++person}@voorbeeld.example`;
  const body = { name: 'Noor', email };
  const placed = await call('POST', `/sessions/${sessionId}/registrations`, { body });
  return { id: (placed.body as { id: string }).id, email };
}
const withLink = (id: string, version: number) => ({
  headers: { 'registration-token': manageToken(config.secret, id, version) },
});
const revoke = (id: string, options: object) => call('POST', `/registrations/${id}/link-revocation`, options);

/** The token in the newest mail that has a link to the registration. */
async function mailedToken(id: string, email: string) {
  await mails.settled();
  const texts = (await mails.to(email)).map(({ text }) => text);
  const found = texts.flatMap((text) => new RegExp(`/aanmeldingen/${id}/([\\w-]+)`).exec(text)?.[1] ?? []);
  return found.at(-1);
}

test('the owner makes the links in earlier mails useless; later mails carry another', async () => {
  const { id, email } = await book();
  const cookie = await signIn(email);
  expect((await call('GET', `/registrations/${id}`, withLink(id, 0))).status).toBe(200);
  expect((await revoke(id, { cookie })).body).toMatchObject({ id, status: 'held' });

  await call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
  for (const [method, path] of [
    ['GET', ''],
    ['GET', '/calendar'],
    ['POST', '/cancellation'],
  ] as const) {
    const answer = await call(method, `/registrations/${id}${path}`, withLink(id, 0));
    expect(problemIn(answer).code, path).toBe('not-found');
  }
  const mailed = await mailedToken(id, email);
  expect(mailed).toBe(manageToken(config.secret, id, 1));
  const link = { headers: { 'registration-token': mailed! } };
  expect((await call('GET', `/registrations/${id}`, link)).body).toMatchObject({ status: 'confirmed' });

  await revoke(id, { cookie });
  expect((await call('GET', `/registrations/${id}`, link)).status, 'and again').toBe(404);
  const [audit] = await sql`select count(*)::int as times from audit_log
    where action = 'registration.links-revoked' and subject_id = ${id}`;
  expect(audit).toEqual({ times: 2 });
});

test('the links of one registration are not those of another', async () => {
  const [mine, other] = [await book(), await book()];
  await revoke(mine.id, { cookie: await signIn(mine.email) });
  expect((await call('GET', `/registrations/${other.id}`, withLink(other.id, 0))).status).toBe(200);
  expect((await call('GET', `/registrations/${mine.id}`, withLink(other.id, 1))).status).toBe(404);
});

test('who may not: who holds the link, and another account', async () => {
  const { id } = await book();
  const stranger = await signIn((await book()).email);
  expect(problemIn(await revoke(id, withLink(id, 0))).code).toBe('not-signed-in');
  expect(problemIn(await revoke(id, { cookie: stranger, ...withLink(id, 0) })).code).toBe('not-found');
  expect((await call('GET', `/registrations/${id}`, withLink(id, 0))).status).toBe(200);
});
