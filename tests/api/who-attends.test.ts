import { beforeAll, describe, expect, it } from 'vitest';
import { tidySessions } from '../../api/mail/jobs/tidy-sessions.ts';
import { problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, type ProgrammeFixture } from '../support/fixtures.ts';
import { storedMails } from '../support/stored-mails.ts';

/*
 * Somebody types an address and watches: nothing that can be asked afterwards may tell whether its owner comes. Everything
 * is done in two sessions that are alike, in one of which the address has a place.
 */
const { db, sql, deps, time, call, latestCode, signIn } = await testApi();
const mails = storedMails(sql);
let programme: ProgrammeFixture;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
});

type Placed = { id: string; placement: string; expiresAt?: string };
let person = 0;
const somebody = (name = 'Noor Jansen') => ({ name, email: `bekend${++person}@voorbeeld.example` });
const book = (sessionId: string, body: object, cookie?: string) =>
  call('POST', `/sessions/${sessionId}/registrations`, { body, ...(cookie && { cookie }) });
const confirm = async (id: string) =>
  call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
const wrongCode = (id: string) =>
  call('POST', `/registrations/${id}/confirmation`, { body: { code: '000000' } });

/** Everything that anyone can ask about a registration whose id was told, and a session, without ids. */
const followUps = (id: string, sessionId: string, otherId: string) => [
  () => call('GET', `/registrations/${id}`),
  () => call('POST', `/registrations/${id}/cancellation`),
  () => call('PUT', `/registrations/${id}/waits`, { body: { sessionIds: [sessionId] } }),
  () => call('POST', `/registrations/${id}/swap`, { body: { sessionId: otherId } }),
  () => call('GET', `/registrations/${id}/declarations`),
  () => call('PUT', `/registrations/${id}/declarations`, { body: { deMinimisCents: 0 } }),
  () => call('GET', `/registrations/${id}/membership`),
  () => call('PUT', `/registrations/${id}/membership`, { body: { answer: 'rather-not' } }),
  () => call('GET', `/registrations/${id}/review-request`),
  () =>
    call('POST', `/registrations/${id}/review-request`, { body: { explanation: 'Ik kom uit Amstelveen' } }),
  () => call('GET', `/registrations/${id}/calendar`),
  ...Array.from({ length: 7 }, () => () => wrongCode(id)),
];

async function watched(sessionId: string, otherId: string, body: object) {
  const session = async () => {
    const { placesLeft, waitlistLength, booking } = (await call('GET', `/sessions/${sessionId}`))
      .body as Record<string, unknown>;
    return { placesLeft, waitlistLength, booking };
  };
  const bare = ({ status, body: said }: { status: number; body: unknown }, id: string) => ({
    status,
    said: JSON.stringify(said).replaceAll(id, 'ID').replaceAll(sessionId, 'SESSION'),
  });
  const seen: unknown[] = [await session()];
  const placed = await book(sessionId, body);
  const { id, expiresAt } = placed.body as Placed;
  seen.push(bare(placed, id), await session());
  for (const ask of followUps(id, sessionId, otherId)) seen.push(bare(await ask(), id));
  const again = await book(sessionId, body);
  seen.push(bare(again, (again.body as Placed).id), await session());
  return {
    seen,
    /** When what was asked for has lapsed. */
    after: async () => {
      const since = time.now;
      time.now = new Date(Date.parse(expiresAt!) + 1);
      const lapsed = [await session(), bare(await wrongCode(id), id), await session()];
      await tidySessions(deps);
      lapsed.push(await session());
      time.now = since;
      return lapsed;
    },
  };
}

const inState: Record<string, (sessionId: string, me: object & { email: string }) => Promise<void>> = {
  'with a place': async (id, me) => {
    await book(id, me, await signIn(me.email));
  },
  'with a place that is not confirmed yet': async (id, me) => {
    await book(id, me);
  },
  'in the queue': async (id, me) => {
    await book(id, somebody(), await signIn(`bekend${person}@voorbeeld.example`));
    await book(id, me, await signIn(me.email));
  },
  'with a place that is offered': async (id, me) => {
    const first = somebody();
    const cookie = await signIn(first.email);
    const { id: place } = (await book(id, first, cookie)).body as Placed;
    await book(id, me, await signIn(me.email));
    await call('POST', `/registrations/${place}/cancellation`, { cookie });
  },
};

describe('an address tells nobody whether its owner comes', () => {
  it.each([
    ['with a place', 5],
    ['with a place that is not confirmed yet', 5],
    ['in the queue', 1],
    ['with a place that is offered', 1],
  ])('%s', async (state, capacity) => {
    const make = () => makeSession(db, programme, time.now, { capacity });
    const [own, twin, other] = [await make(), await make(), await make()];
    const [me, someoneElse, stranger] = [somebody(), somebody(), somebody()];
    await inState[state]!(own.id, me);
    await inState[state]!(twin.id, someoneElse);
    // Past the mails that both got, which count for what may be sent to an address.
    const since = time.now;
    time.now = new Date(since.getTime() + HOUR / 4 + 1);
    const known = await watched(own.id, other.id, { ...me, name: 'Iemand Anders' });
    const unknown = await watched(twin.id, other.id, { ...stranger, name: 'Iemand Anders' });
    expect(known.seen).toEqual(unknown.seen);
    expect(await known.after()).toEqual(await unknown.after());
    time.now = since;
  });

  it('keeps as much for who has a place as for a stranger', async () => {
    const { id } = await makeSession(db, programme, time.now, { capacity: 5 });
    const me = somebody();
    await book(id, me, await signIn(me.email));
    await book((await makeSession(db, programme, time.now)).id, somebody());
    const stranger = `bekend${person}@voorbeeld.example`;
    const kept = async () => {
      const [rows] = await sql<[Record<string, number>]>`select
        (select count(*)::int from registrations) as registrations,
        (select count(*)::int from challenges) as challenges, (select count(*)::int from decisions) as decisions,
        (select count(*)::int from audit_log) as audit,
        (select count(*)::int from pgboss.job where name = 'mail') as mails`;
      return rows;
    };
    const more = async (body: object) => {
      const before = await kept();
      expect((await book(id, body)).status).toBe(201);
      const after = await kept();
      return Object.fromEntries(Object.keys(after).map((key) => [key, after[key]! - before[key]!]));
    };
    expect(await more(me)).toEqual(await more({ ...somebody(), email: stranger }));
  });
});

describe('the owner', () => {
  it('reads that a booking was tried, and under which name', async () => {
    const { id } = await makeSession(db, programme, time.now, { capacity: 5 });
    const me = somebody('Noor Jansen');
    await book(id, me, await signIn(me.email));
    await book(id, { ...me, name: 'Sem de Boer' });
    await mails.settled();
    const last = (await mails.to(me.email)).at(-1)!;
    expect(last.subject).toMatch(/^Nog een aanmelding/);
    expect(last.text.replace(/\s+/g, ' ')).toContain('Sem de Boer');
    expect(last.text).not.toMatch(/\b\d{3} \d{3}\b/);
  });

  it('has one registration in the list, and keeps it', async () => {
    const { id } = await makeSession(db, programme, time.now, { capacity: 5 });
    const me = somebody();
    const cookie = await signIn(me.email);
    const mine = (await book(id, me, cookie)).body as Placed;
    const tried = (await book(id, { ...me, name: 'Sem de Boer' })).body as Placed;
    const list = (await call('GET', '/me/registrations', { cookie })).body as { items: { id: string }[] };
    expect(list.items.map((one) => one.id)).toEqual([mine.id]);
    // Even with the code, which is in no mail.
    expect(problemIn(await confirm(tried.id)).code).toBe('already-registered');
    const left = await sql`select status from registrations where session_id = ${id} order by status`;
    expect(left.map(({ status }) => status as string)).toEqual(['confirmed', 'expired']);
  });
});
