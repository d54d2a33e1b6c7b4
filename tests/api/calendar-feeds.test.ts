import { beforeAll, describe, expect, it } from 'vitest';
import { problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';
import { faultsIn, readByIcalJs, readByNodeIcal } from '../support/ics.ts';

const { db, sql, time, call, latestCode, signIn } = await testApi();
let programme: ProgrammeFixture;
let organiser: string;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
  organiser = await signIn((await makeStaff(db, [{ organisationId: programme.association.id }])).email);
});
const days = (number: number) => new Date(time.now.getTime() + number * 24 * HOUR);
const make = (change: Parameters<typeof makeSession>[3] = {}) => makeSession(db, programme, time.now, change);

async function calendar(path: string, headers: Record<string, string> = {}) {
  const answer = await call('GET', path, { headers });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  const content = answer.body as string;
  expect(faultsIn(content)).toEqual([]);
  const found = readByIcalJs(content);
  expect(readByNodeIcal(content)).toEqual(found);
  return { content, found };
}

describe('the public calendar', () => {
  it('shows what the list shows, with the same filters, in one file however long', async () => {
    for (let n = 0; n < 30; n++) await make({ startsAt: days(3 + n), module: { topic: 'recovery' } });
    const query = `topic=recovery&organiser=${programme.association.slug}`;
    const ids: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page = (await call('GET', `/sessions?${query}&limit=20${next && `&cursor=${next}`}`)).body as {
        items: { id: string }[];
        next: string | null;
      };
      ids.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(ids).toHaveLength(30);
    const { found } = await calendar(`/session-calendar?${query}`);
    expect(found.map(({ uid }) => uid).sort()).toEqual(ids.map((id) => `${id}@127.0.0.1`).sort());
    expect((await calendar(`/session-calendar?topic=recovery&organiser=niemand`)).found).toEqual([]);
    expect(problemIn(await call('GET', '/session-calendar?topic=onzin')).code).toBe('invalid-input');
  });

  it('keeps one uid through a life, each change one step further, and what is cancelled stays', async () => {
    const { id } = await make({ deliveryMode: 'hybrid', onlineUrl: 'https://meet.example/geheim' });
    const now = async () => {
      const { content, found } = await calendar(`/session-calendar?organiser=${programme.association.slug}`);
      expect(content).not.toContain('meet.example');
      return found.find(({ uid }) => uid === `${id}@127.0.0.1`)!;
    };
    const act = async (method: string, path: string, body?: object) =>
      expect((await call(method, path, { cookie: organiser, ...(body && { body }) })).status).toBe(200);
    const life = [await now()];
    await act('PATCH', `/sessions/${id}`, { startsAt: days(5).toISOString() });
    life.push(await now());
    await act('POST', '/me/sessions/online', { sessionIds: [id], onlineUrl: 'https://meet.example/geheim' });
    life.push(await now());
    await act('POST', `/sessions/${id}/cancellation`);
    life.push(await now());
    expect(life.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3]);
    expect(life.map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'CANCELLED']);
    expect(life[1]!.startsAt.slice(0, 16)).toBe(days(5).toISOString().slice(0, 16));
    expect(life[2]!.location).toBe('Online');
  });

  it('is the same file as long as nothing changes, and another when something does', async () => {
    const { id } = await make({ module: { topic: 'networking' } });
    const path = `/session-calendar?topic=networking&organiser=${programme.association.slug}`;
    const before = (await calendar(path)).content;
    const start = time.now;
    time.now = new Date(start.getTime() + HOUR);
    expect((await calendar(path)).content).toBe(before);
    await call('PATCH', `/sessions/${id}`, { body: { capacity: 9 }, cookie: organiser });
    const after = (await calendar(path)).content;
    time.now = start;
    expect(after).not.toBe(before);
  });

  it('keeps what was last week, not what was before, and shows no drafts', async () => {
    const module = { topic: 'sales' } as const;
    const lastWeek = await make({ startsAt: days(-3), module });
    await make({ startsAt: days(-30), module });
    await make({ status: 'draft', module });
    const { found } = await calendar(`/session-calendar?topic=sales&organiser=${programme.association.slug}`);
    expect(found.map(({ uid }) => uid)).toEqual([`${lastWeek.id}@127.0.0.1`]);
  });

  it('of one organisation, and of one session', async () => {
    const other = await makeProgramme(db, time.now);
    const theirs = await makeSession(db, other, time.now);
    const { found } = await calendar(`/organisations/${other.association.slug}/calendar`);
    expect(found.map(({ uid }) => uid)).toEqual([`${theirs.id}@127.0.0.1`]);
    expect(problemIn(await call('GET', '/organisations/niemand/calendar')).code).toBe('not-found');
    expect((await calendar(`/sessions/${theirs.id}/calendar`)).found).toEqual(found);
    const draft = await make({ status: 'draft' });
    expect(problemIn(await call('GET', `/sessions/${draft.id}/calendar`)).code).toBe('not-found');
  });
});

describe('the personal calendar', () => {
  type Feed = { url: string; createdAt: string };
  const made = async (cookie: string, headers: Record<string, string> = {}) => {
    const answer = await call('POST', '/me/calendar-feed', { cookie, headers });
    expect(answer.status).toBe(201);
    return answer.body as Feed;
  };
  const secretOf = ({ url }: Feed) => /^http:\/\/127\.0\.0\.1:4321\/agenda\/([\w-]{43})\.ics$/.exec(url)![1]!;
  const read = (feed: Feed) => calendar('/personal-calendar', { 'calendar-secret': secretOf(feed) });
  const gone = async (feed: Feed, cookie?: string) =>
    problemIn(
      await call('GET', '/personal-calendar', {
        headers: { 'calendar-secret': secretOf(feed) },
        ...(cookie && { cookie }),
      }),
    ).code;

  async function book(email: string, change: Parameters<typeof makeSession>[3] = {}, confirm = true) {
    const session = await make(change);
    const placed = await call('POST', `/sessions/${session.id}/registrations`, {
      body: { name: 'Noor', email },
    });
    const { id } = placed.body as { id: string };
    if (confirm)
      await call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
    return { id, session };
  }

  it('shows certain places only, of this person only, and a cancelled one as such', async () => {
    const email = 'agenda@voorbeeld.example';
    const cookie = await signIn(email);
    const feed = await made(cookie);
    expect((await read(feed)).found).toEqual([]);
    const certain = await book(email, { deliveryMode: 'hybrid', onlineUrl: 'https://meet.example/geheim' });
    await book(email, {}, false);
    await book('iemand-anders@voorbeeld.example');
    const first = await read(feed);
    expect(first.found).toMatchObject([{ uid: `${certain.id}@127.0.0.1`, sequence: 0, status: 'CONFIRMED' }]);
    for (const word of [
      'meet.example',
      'Noor',
      email,
      'DESCRIPTION',
      'ORGANIZER',
      'URL:http://127.0.0.1:4321/sessies',
    ])
      expect(first.content).not.toContain(word);

    const cancelled = await call('POST', `/registrations/${certain.id}/cancellation`, { cookie });
    expect(cancelled.status).toBe(200);
    expect((await read(feed)).found).toMatchObject([{ sequence: 1, status: 'CANCELLED' }]);
  });

  it('is cancelled too when the organiser cancels', async () => {
    const email = 'agenda2@voorbeeld.example';
    const feed = await made(await signIn(email));
    const { session } = await book(email);
    await call('POST', `/sessions/${session.id}/cancellation`, { cookie: organiser });
    expect((await read(feed)).found).toMatchObject([{ sequence: 2, status: 'CANCELLED' }]);
  });

  it('can be looked up by its owner; the database has only a hash', async () => {
    const cookie = await signIn('opzoeken@voorbeeld.example');
    expect(problemIn(await call('GET', '/me/calendar-feed', { cookie })).code).toBe('not-found');
    const feed = await made(cookie);
    expect((await call('GET', '/me/calendar-feed', { cookie })).body).toEqual(feed);
    const english = await call('GET', '/me/calendar-feed', { cookie, headers: { 'accept-language': 'en' } });
    expect((english.body as Feed).url).toBe(feed.url.replace('/agenda/', '/en/agenda/'));
    const rows = JSON.stringify(await sql`select * from calendar_feeds`);
    expect(rows).not.toContain(secretOf(feed));
  });

  it('has one address: a new one ends the old, revoking ends it for everyone, and both are written down', async () => {
    const email = 'intrekken@voorbeeld.example';
    const cookie = await signIn(email);
    const first = await made(cookie);
    const second = await made(cookie);
    expect(secretOf(second)).not.toBe(secretOf(first));
    expect(await gone(first, cookie)).toBe('not-found');
    await read(second);
    for (let n = 0; n < 2; n++)
      expect((await call('DELETE', '/me/calendar-feed', { cookie })).status).toBe(204);
    expect(await gone(second)).toBe('not-found');
    expect(await gone(second, cookie)).toBe('not-found');
    const actions = await sql`select action from audit_log l join accounts a on a.id = l.subject_id
      where a.email = ${email} and action like 'calendar-feed.%' order by l.at, l.id`;
    expect(actions.map(({ action }) => action as string)).toEqual([
      'calendar-feed.made',
      'calendar-feed.made',
      'calendar-feed.revoked',
    ]);
  });

  it('asked for twice with one key is one address', async () => {
    const cookie = await signIn('twee-keer@voorbeeld.example');
    const key = { 'idempotency-key': crypto.randomUUID() };
    const [first, again] = [await made(cookie, key), await made(cookie, key)];
    expect(again).toEqual(first);
    await read(first);
  });

  it('asked for by twenty requests at once is one address that works', async () => {
    const cookie = await signIn('tegelijk@voorbeeld.example');
    const all = await Promise.all(Array.from({ length: 20 }, () => made(cookie)));
    const shown = (await call('GET', '/me/calendar-feed', { cookie })).body as Feed;
    expect(all.filter(({ url }) => url === shown.url)).toHaveLength(1);
    const others = all.filter(({ url }) => url !== shown.url);
    for (const other of others) expect(await gone(other)).toBe('not-found');
    await read(shown);
  });

  it.each([
    ['POST', '/me/calendar-feed'],
    ['DELETE', '/me/calendar-feed'],
    ['GET', '/me/calendar-feed'],
  ])('%s %s is not for who is not signed in', async (method, path) => {
    expect(problemIn(await call(method, path)).code).toBe('not-signed-in');
  });

  it('of another cannot be revoked or seen', async () => {
    const mine = await made(await signIn('mijn@voorbeeld.example'));
    const other = await signIn('ander@voorbeeld.example');
    expect(problemIn(await call('GET', '/me/calendar-feed', { cookie: other })).code).toBe('not-found');
    expect((await call('DELETE', '/me/calendar-feed', { cookie: other })).status).toBe(204);
    await read(mine);
  });

  it.each(['', 'x', 'x'.repeat(43), "' or 1=1"])('a secret that is none: %j', async (secret) => {
    const answer = await call('GET', '/personal-calendar', { headers: { 'calendar-secret': secret } });
    expect(['not-found', 'invalid-input']).toContain(problemIn(answer).code);
  });

  it('is written by nobody who only looks', async () => {
    const feed = await made(await signIn('kijken@voorbeeld.example'));
    const state = () => sql`select (select count(*) from audit_log) as log, (select max(xmin::text::bigint)
      from calendar_feeds) as feeds, (select count(*) from inbound_mails) as mails`;
    const before = await state();
    for (const headers of [{}, { 'user-agent': 'GoogleImageProxy' }] as Record<string, string>[])
      await call('GET', '/personal-calendar', { headers: { ...headers, 'calendar-secret': secretOf(feed) } });
    expect(await state()).toEqual(before);
  });
});
