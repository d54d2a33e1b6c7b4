import { beforeAll, describe, expect, it } from 'vitest';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, sql, time, config, call, latestCode, signIn } = await testApi('empty', { worker: false });
let programme: ProgrammeFixture;
let staff: string[];
let session: { id: string };
let person = 0;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
  const of = async ({ id }: { id: string }) => signIn((await makeStaff(db, [{ organisationId: id }])).email);
  staff = [await of(programme.association), await of(programme.otherAssociation)];
  session = await makeSession(db, programme, time.now, { capacity: 100, placesPerBusiness: null });
});

const roster = (n: 0 | 1, body: object) =>
  call('PUT', `/organisations/${(n === 0 ? programme.association : programme.otherAssociation).id}/roster`, {
    cookie: staff[n]!,
    body,
  });
const held = async (kvkNumber?: string) =>
  (
    await call('POST', `/sessions/${session.id}/registrations`, {
      body: { name: 'Noor', email: `p${++person}@voorbeeld.example`, ...(kvkNumber && { kvkNumber }) },
    })
  ).body as { id: string };
async function placed(kvkNumber?: string) {
  const { id } = await held(kvkNumber);
  await call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
  return id;
}
const stored = async (id: string) => {
  const [{ membership }] = await sql<
    [{ membership: string }]
  >`select membership from registrations where id = ${id}`;
  return membership;
};
const headersOf = (id: string) => ({ 'registration-token': manageToken(config.secret, id) });
const say = (id: string, body: object, headers = headersOf(id)) =>
  call('PUT', `/registrations/${id}/membership`, { headers, body });

it('a list of ten thousand members is taken, and a longer one is called too long', async () => {
  const emails = Array.from({ length: 10_000 }, (_, n) => `voornaam.achternaam${n}@vereniging-${n}.example`);
  expect((await roster(1, { emails })).status).toBe(200);
  const answer = await roster(1, { emails: [...emails, 'een.meer@voorbeeld.example'] });
  expect(problemIn(answer).invalidParams).toMatchObject([{ name: 'emails', code: 'too-long' }]);
  expect((await roster(1, { emails: ['x'.repeat(1_100_000)] })).status).toBe(413);
  await sql`delete from roster_entries`;
  await sql`delete from rosters`;
});

describe('what the roster says when a place is confirmed', () => {
  it('unknown without a list, member on it, and not-member only when all lists are complete', async () => {
    expect(await stored(await placed('11111111'))).toBe('unknown');
    await roster(0, { kvkNumbers: ['11111111'] });
    expect(await stored(await placed('11111111'))).toBe('member');
    expect(await stored(await placed('22222222'))).toBe('unknown');
    await roster(0, { kvkNumbers: ['11111111'], isComplete: true });
    expect(await stored(await placed('22222222'))).toBe('unknown');
    await roster(1, { kvkNumbers: ['33333333'], isComplete: true });
    const id = await placed('22222222');
    expect(await stored(id)).toBe('not-member');
    expect(
      await sql`select membership, source from registration_memberships where registration_id = ${id}`,
    ).toEqual([
      { membership: 'not-member', source: 'roster' },
      { membership: 'not-member', source: 'roster' },
    ]);
    expect(await stored(await placed())).toBe('unknown');
    expect(await stored(await placed('33333333'))).toBe('member');
  });

  it('is kept as it was then: another list later changes nothing', async () => {
    const id = await placed('11111111');
    await roster(0, { kvkNumbers: [], isComplete: true });
    expect(await stored(id)).toBe('member');
    await roster(0, { kvkNumbers: [] });
    await roster(1, { kvkNumbers: [] });
  });

  it('the state of a list is told to its own staff, without a name', async () => {
    await roster(0, { kvkNumbers: ['11111111'], emails: ['a@voorbeeld.example'], isComplete: true });
    const path = `/organisations/${programme.association.id}/roster`;
    expect((await call('GET', path, { cookie: staff[0]! })).body).toEqual({
      entries: 2,
      emails: 1,
      kvkNumbers: 1,
      isComplete: true,
      replacedAt: time.now.toISOString(),
    });
    expect(problemIn(await call('GET', path, { cookie: staff[1]! })).code).toBe('not-found');
    expect(problemIn(await call('GET', path)).code).toBe('not-signed-in');
    await roster(0, { kvkNumbers: [] });
  });
});

describe('the own answer', () => {
  it('comes after the place, says of which, and can be taken back', async () => {
    const { id } = await held();
    expect(problemIn(await say(id, { answer: 'not-member' })).code).toBe('place-not-certain');
    await call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
    const show = async () =>
      (await call('GET', `/registrations/${id}/membership`, { headers: headersOf(id) })).body;
    expect(await show()).toMatchObject({
      answer: null,
      memberOf: [],
      associations: [{ id: programme.association.id }, { id: programme.otherAssociation.id }],
    });
    expect((await say(id, { answer: 'not-member' })).body).toMatchObject({ answer: 'not-member' });
    expect(await stored(id)).toBe('not-member');
    expect(problemIn(await say(id, { answer: 'member' })).invalidParams).toMatchObject([
      { name: 'memberOf', code: 'required' },
    ]);
    const elsewhere = { answer: 'member', memberOf: [programme.funder.id] };
    expect(problemIn(await say(id, elsewhere)).invalidParams).toMatchObject([
      { name: 'memberOf', code: 'invalid' },
    ]);
    await say(id, { answer: 'member', memberOf: [programme.otherAssociation.id] });
    expect(await stored(id)).toBe('member');
    expect(await show()).toMatchObject({ answer: 'member', memberOf: [programme.otherAssociation.id] });
    await say(id, { answer: 'rather-not' });
    expect(await stored(id)).toBe('unknown');
    expect(await show()).toMatchObject({ answer: null });
  });

  it('does not make a member of the list a non-member', async () => {
    await roster(0, { kvkNumbers: ['44444444'] });
    const id = await placed('44444444');
    await say(id, { answer: 'not-member' });
    expect(await stored(id)).toBe('member');
    await say(id, { answer: 'rather-not' });
    expect(await stored(id)).toBe('member');
  });

  it('is of the owner, or who holds the link: others hear that it does not exist', async () => {
    const id = await placed();
    const anyone = await signIn('iemand@voorbeeld.example');
    for (const options of [
      {},
      { cookie: anyone },
      { cookie: staff[0]! },
      { headers: headersOf(await placed()) },
    ]) {
      const answer = await call('PUT', `/registrations/${id}/membership`, {
        body: { answer: 'member', memberOf: [programme.association.id] },
        ...options,
      });
      expect(problemIn(answer).code).toBe('not-found');
      expect((await call('GET', `/registrations/${id}/membership`, options)).status).toBe(404);
    }
    expect(await stored(id)).toBe('unknown');
  });
});
