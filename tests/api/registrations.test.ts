import { beforeAll, describe, expect, it } from 'vitest';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { cookieOf, problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, sql, time, config, call, latestCode, signIn } = await testApi();
let programme: ProgrammeFixture;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
});
const session = (change: Parameters<typeof makeSession>[3] = {}) =>
  makeSession(db, programme, time.now, change);

let person = 0;
const somebody = () => ({ name: 'Noor Jansen', email: `noor${++person}@voorbeeld.example` });
type Placed = {
  id: string;
  placement: string;
  position?: number;
  expiresAt?: string;
  payer: string;
  decision: object;
};
const book = (sessionId: string, body: object = somebody(), cookie?: string) =>
  call('POST', `/sessions/${sessionId}/registrations`, { body, ...(cookie && { cookie }) });
const seatsTaken = async (id: string) =>
  (await sql`select seats_taken from sessions where id = ${id}`)[0]!.seats_taken;
const statusOf = async (id: string) =>
  (await sql`select status from registrations where id = ${id}`)[0]!.status;
const confirm = async (id: string) =>
  call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });

describe('booking', () => {
  it('holds a place for thirty minutes and says who pays and why', async () => {
    const { id } = await session();
    const answer = await book(id, { ...somebody(), kvkNumber: '6959 9084', locale: 'en' });
    expect(answer.status).toBe(201);
    const placed = answer.body as Placed;
    expect(placed).toMatchObject({
      placement: 'held',
      payer: 'municipality',
      decision: { outcome: 'eligible' },
    });
    expect(Date.parse(placed.expiresAt!) - time.now.getTime()).toBe(HOUR / 2);
    expect(JSON.stringify(placed.decision)).toContain('You gave a KVK number.');
    expect(await seatsTaken(id)).toBe(1);
  });

  it('keeps the decision with every rule and what it saw', async () => {
    const { id } = await session();
    const placed = (await book(id)).body as Placed;
    const [stored] =
      await sql`select outcome, rules, facts from decisions where registration_id = ${placed.id}`;
    expect(stored).toMatchObject({ outcome: 'eligible', facts: { kvkNumber: null, paid: [] } });
    expect(stored!.rules).toHaveLength(2);
  });

  it('answers with a position in the queue when the session is full, and with the next one after that', async () => {
    const { id } = await session({ capacity: 1 });
    await book(id);
    expect((await book(id)).body).toMatchObject({ placement: 'waitlist', position: 1 });
    expect((await book(id)).body).toMatchObject({ placement: 'waitlist', position: 2 });
    expect(await seatsTaken(id)).toBe(1);
  });

  it('confirms at once for someone signed in with the same address, not with another', async () => {
    const { id } = await session({ capacity: 9 });
    const me = somebody();
    const cookie = await signIn(me.email);
    expect((await book(id, me, cookie)).body).toMatchObject({ placement: 'confirmed' });
    expect((await book(id, somebody(), cookie)).body).toMatchObject({ placement: 'held' });
  });

  it('keeps one place for who asks again in place of what was asked before; what was typed last counts', async () => {
    const { id } = await session({ capacity: 1 });
    const me = somebody();
    const first = (await book(id, { ...me, name: 'Nor', locale: 'en' })).body as Placed;
    const code = await latestCode(first.id);
    time.now = new Date(time.now.getTime() + 1);
    const again = await book(id, {
      ...me,
      email: me.email.toUpperCase(),
      kvkNumber: '69599084',
      locale: 'nl',
      insteadOf: first.id,
    });
    expect(again.body).toMatchObject({ id: first.id, placement: 'held', decision: { outcome: 'eligible' } });
    const log = await sql`select action from audit_log where subject_id = ${first.id} order by at, id`;
    expect(log.map(({ action }) => action as string)).toEqual([
      'registration.held',
      'registration.asked-again',
    ]);
    const before = await call('POST', `/registrations/${first.id}/confirmation`, { body: { code } });
    expect(problemIn(before).code).toBe('code-wrong');
    const cookie = cookieOf((await confirm(first.id)).headers);
    expect((await call('GET', '/me', { cookie })).body).toMatchObject({ name: 'Noor Jansen', locale: 'nl' });
    expect(await seatsTaken(id)).toBe(1);
  });

  it('keeps nobody a place for ever without confirming', async () => {
    const { id } = await session();
    const me = somebody();
    const since = time.now;
    const first = (await book(id, me)).body as Placed;
    time.now = new Date(since.getTime() + HOUR / 2 - 60_000);
    const insteadOf = first.id;
    const again = (await book(id, { ...me, insteadOf })).body as Placed;
    time.now = new Date(since.getTime() + HOUR - 120_000);
    const third = (await book(id, { ...me, insteadOf })).body as Placed;
    time.now = since;
    expect([again.id === third.id, Date.parse(third.expiresAt!) - since.getTime()]).toEqual([true, HOUR]);
  });

  it('shows a place that was not confirmed in time as expired, also before anyone tidied up', async () => {
    const { id } = await session();
    const held = (await book(id)).body as Placed;
    const since = time.now;
    time.now = new Date(Date.parse(held.expiresAt!));
    const headers = { 'registration-token': manageToken(config.secret, held.id) };
    const shown = await call('GET', `/registrations/${held.id}`, { headers });
    time.now = since;
    expect(shown.body).toMatchObject({ status: 'expired', expiresAt: null, cancellable: false });
    expect(await statusOf(held.id)).toBe('held');
  });

  it('believes the owner, not who typed the address before', async () => {
    const { id } = await session();
    const me = somebody();
    await book(id, { name: 'Iemand Anders', email: me.email, kvkNumber: '12345678', locale: 'en' });
    const cookie = await signIn(me.email);
    const placed = (await book(id, { ...me, kvkNumber: '69599084' }, cookie)).body as Placed;
    const [kept] = await sql`select r.name, r.kvk_number as "kvkNumber", r.locale, b.kvk_number as business
      from registrations r join entrepreneurs e on e.id = r.entrepreneur_id
      join businesses b on b.id = e.business_id where r.id = ${placed.id}`;
    const business = '69599084';
    expect(kept).toEqual({ name: me.name, kvkNumber: business, locale: 'nl', business });
  });

  it('refuses a second place to the owner, and confirms an own held place at once', async () => {
    const { id } = await session();
    const me = somebody();
    const held = (await book(id, me)).body as Placed;
    const cookie = await signIn(me.email);
    expect((await book(id, me, cookie)).body).toMatchObject({ id: held.id, placement: 'confirmed' });
    const second = await book(id, me, cookie);
    expect([second.status, problemIn(second).code]).toEqual([409, 'already-registered']);
    expect(await seatsTaken(id)).toBe(1);
  });

  it('does not let a stranger name, or later rename, the person behind an address', async () => {
    const me = somebody();
    await book((await session()).id, { ...me, name: 'Iemand Anders', locale: 'en' });
    const cookie = await signIn(me.email);
    expect((await call('GET', '/me', { cookie })).body).toMatchObject({ name: me.email });
    await book((await session()).id, me, cookie);
    await book((await session()).id, { ...me, name: 'Iemand Anders' });
    expect((await call('GET', '/me', { cookie })).body).toMatchObject({ name: me.name, locale: 'nl' });
  });

  it.each([
    ['session-past', () => session({ startsAt: new Date(time.now.getTime() - HOUR) })],
    ['session-cancelled', () => session({ status: 'cancelled', cancelledAt: time.now })],
    ['booking-not-open', () => session({ bookingOpensAt: new Date(time.now.getTime() + HOUR) })],
    ['booking-closed', () => session({ bookingClosesAt: new Date(time.now.getTime() - 1) })],
  ])('%s leaves nothing behind', async (code, make) => {
    const { id } = await make();
    const me = somebody();
    const answer = await book(id, me);
    expect([answer.status, problemIn(answer).code]).toEqual([409, code]);
    const [left] = await sql`select
      (select count(*)::int from registrations where session_id = ${id}) as registrations,
      (select count(*)::int from accounts where email = ${me.email}) as accounts`;
    expect(left).toEqual({ registrations: 0, accounts: 0 });
  });

  it('knows no unknown session, draft or id that cannot exist', async () => {
    const draft = await session({ status: 'draft' });
    for (const id of [draft.id, '00000000-0000-7000-8000-000000000000', 'nope']) {
      expect((await book(id)).status).toBe(404);
    }
  });
});

describe('bad input', () => {
  it('names all wrong fields together', async () => {
    const { id } = await session();
    const answer = await book(id, { name: ' ', email: 'geen-adres', kvkNumber: '1234567' });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const { invalidParams } = problemIn(answer);
    expect(invalidParams!.map(({ name, code }) => [name, code]).sort()).toEqual([
      ['email', 'email'],
      ['kvkNumber', 'kvk-number'],
      ['name', 'required'],
    ]);
    expect(await seatsTaken(id)).toBe(0);
  });

  it.each([
    ['letters in the KVK number', { kvkNumber: '6959908a' }, 'kvkNumber', 'kvk-number'],
    ['a KVK number that is a number', { kvkNumber: 69599084 }, 'kvkNumber', 'kvk-number'],
    ['a name that is too long', { name: 'n'.repeat(121) }, 'name', 'too-long'],
    ['a name that is a list', { name: ['Noor'] }, 'name', 'invalid'],
    ['an address that is too long', { email: `${'a'.repeat(250)}@b.nl` }, 'email', 'too-long'],
    ['a name with a NUL in it', { name: 'No\u0000or' }, 'name', 'invalid'],
    ['no address', { email: undefined }, 'email', 'required'],
    ['another language', { locale: 'de' }, 'locale', 'invalid'],
  ])('refuses %s', async (_, change, name, code) => {
    const { id } = await session();
    const answer = await book(id, { ...somebody(), ...change });
    expect(answer.status).toBe(400);
    expect(problemIn(answer).invalidParams).toEqual([expect.objectContaining({ name, code })]);
  });

  it('accepts an empty KVK number as not known', async () => {
    const { id } = await session();
    expect((await book(id, { ...somebody(), kvkNumber: '' })).status).toBe(201);
  });

  it('refuses what is not JSON, not JSON by its label, or far too large', async () => {
    const { id } = await session();
    const post = (options: Parameters<typeof call>[2]) =>
      call('POST', `/sessions/${id}/registrations`, options);
    expect(problemIn(await post({ raw: '{"name":' })).code).toBe('malformed-json');
    expect(problemIn(await post({ raw: 'name=x', headers: { 'content-type': 'text/plain' } })).code).toBe(
      'unsupported-media-type',
    );
    expect(problemIn(await post({ raw: JSON.stringify({ name: 'n'.repeat(100_000) }) })).code).toBe(
      'too-large',
    );
    expect((await post({})).status).toBe(400);
  });
});

describe('confirming', () => {
  it('makes the place certain and signs the person in', async () => {
    const { id } = await session();
    const placed = (await book(id, { ...somebody(), kvkNumber: '69599084' })).body as Placed;
    const answer = await confirm(placed.id);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ status: 'confirmed', expiresAt: null, session: { id } });
    const mine = await call('GET', '/me/registrations', { cookie: cookieOf(answer.headers) });
    expect((mine.body as { items: { id: string }[] }).items.map((item) => item.id)).toEqual([placed.id]);
    const [business] = await sql`
      select b.kvk_number from businesses b join entrepreneurs e on e.business_id = b.id
      join registrations r on r.entrepreneur_id = e.id where r.id = ${placed.id}`;
    expect(business!.kvk_number).toBe('69599084');
  });

  it('works once', async () => {
    const { id } = await session();
    const placed = (await book(id)).body as Placed;
    await confirm(placed.id);
    expect(problemIn(await confirm(placed.id)).code).toBe('code-expired');
  });

  it('allows five tries at the code', async () => {
    const { id } = await session();
    const placed = (await book(id)).body as Placed;
    const right = await latestCode(placed.id);
    const wrong = right === '000000' ? '000001' : '000000';
    const attempt = (code: string) =>
      call('POST', `/registrations/${placed.id}/confirmation`, { body: { code } });
    for (let tries = 0; tries < 5; tries++) expect(problemIn(await attempt(wrong)).code).toBe('code-wrong');
    expect(problemIn(await attempt(right)).code).toBe('code-expired');
    expect(await statusOf(placed.id)).toBe('held');
  });

  it('accepts an id in capitals', async () => {
    const { id } = await session();
    const placed = (await book(id)).body as Placed;
    expect((await confirm(placed.id.toUpperCase())).body).toMatchObject({ status: 'confirmed' });
  });

  it('allows an address ten tries in an hour, however often it is asked again', async () => {
    const { id } = await session();
    const me = somebody();
    const placed = (await book(id, me)).body as Placed;
    const codes: string[] = [];
    for (let tries = 0; tries < 12; tries++) {
      time.now = new Date(time.now.getTime() + 1000);
      if (tries % 4 === 3) await book(id, { ...me, insteadOf: placed.id });
      const attempt = await call('POST', `/registrations/${placed.id}/confirmation`, {
        body: { code: '000000' },
      });
      codes.push(problemIn(attempt).code);
    }
    expect(codes.filter((code) => code === 'code-wrong')).toHaveLength(10);
    expect(codes.slice(10)).toEqual(['too-many-attempts', 'too-many-attempts']);
  });

  it('does not accept the code of someone else', async () => {
    const { id } = await session();
    const mine = (await book(id)).body as Placed;
    const theirs = (await book(id)).body as Placed;
    const answer = await call('POST', `/registrations/${mine.id}/confirmation`, {
      body: { code: await latestCode(theirs.id) },
    });
    expect(problemIn(answer).code).toBe('code-wrong');
  });

  it('comes too late when the time is up, and says so', async () => {
    const { id } = await session();
    const placed = (await book(id)).body as Placed;
    const code = await latestCode(placed.id);
    time.now = new Date(time.now.getTime() + HOUR);
    const answer = await call('POST', `/registrations/${placed.id}/confirmation`, { body: { code } });
    expect(problemIn(answer).code).toBe('code-expired');
  });
});

describe('what a stranger learns by typing an address', () => {
  const paid = { priceExVatCents: 10_000, ownContributionCents: 1_000 };
  const inModule = async (moduleId: string, change = {}) => {
    const made = await session(change);
    await sql`update sessions set module_id = ${moduleId} where id = ${made.id}`;
    return made;
  };
  const shape = (answer: { status: number; body: unknown }) => {
    // Whoever asks later stands later; `api/who-attends` compares in sessions that are alike.
    const { id: _, position: __, ...rest } = answer.body as Placed;
    return { status: answer.status, ...rest };
  };

  it.each([
    ['with a place', 3],
    ['in the queue', 0],
  ])('someone %s looks like anyone else, and gets a mail', async (_, free) => {
    const { id } = await session({ capacity: 1 + free });
    if (free === 0) await book(id);
    const me = somebody();
    const cookie = await signIn(me.email);
    await book(id, me, cookie);
    const [{ mails }] = await sql<
      [{ mails: number }]
    >`select count(*)::int as mails from pgboss.job where name = 'mail'`;
    const known = await book(id, me);
    const [{ after }] = await sql<
      [{ after: number }]
    >`select count(*)::int as after from pgboss.job where name = 'mail'`;
    expect(shape(known)).toEqual(shape(await book(id)));
    expect(after).toBe(mails + 1);
  });

  it('nothing of what the municipality paid before; the owner hears it when confirming', async () => {
    const rules = [{ kind: 'notPaidForModule' }];
    await sql`insert into rule_sets (programme_id, version, rules, valid_from)
      values (${programme.programme.id}, 2, ${sql.json(rules)}, '2020-01-01')`;
    await sql`update rule_sets set valid_from = '2019-01-01' where programme_id = ${programme.programme.id} and version = 1`;
    const first = await session({ module: paid });
    const second = await inModule(first.moduleId);
    const me = somebody();
    await book(first.id, me, await signIn(me.email));
    const typed = (await book(second.id, me)).body as Placed;
    expect(typed).toMatchObject({ payer: 'municipality', decision: { outcome: 'eligible' } });
    expect((await confirm(typed.id)).body).toMatchObject({ decision: { outcome: 'not-eligible' } });
    await sql`update registrations set decision_id = null where decision_id in
      (select d.id from decisions d join rule_sets s on s.id = d.rule_set_id where s.version = 2)`;
    await sql`delete from decisions where rule_set_id in (select id from rule_sets where version = 2)`;
    await sql`delete from rule_sets where version = 2`;
  });
});

describe('a place that was not confirmed in time', () => {
  it('is free at once, for everyone who looks and for who books', async () => {
    const { id } = await session({ capacity: 1 });
    const late = (await book(id)).body as Placed;
    expect((await call('GET', `/sessions/${id}`)).body).toMatchObject({ placesLeft: 0, booking: 'waitlist' });
    time.now = new Date(Date.parse(late.expiresAt!));
    expect((await call('GET', `/sessions/${id}`)).body).toMatchObject({ placesLeft: 1, booking: 'open' });
    expect((await book(id)).body).toMatchObject({ placement: 'held' });
    expect(await statusOf(late.id)).toBe('expired');
    expect(await seatsTaken(id)).toBe(1);
  });

  it('goes to the first in the queue, not to a newcomer, also when that address had many mails', async () => {
    const { id } = await session({ capacity: 1 });
    const late = (await book(id)).body as Placed;
    const waiting = somebody();
    const queued = (await book(id, waiting)).body as Placed;
    await confirm(queued.id);
    for (let mails = 0; mails < 10; mails++)
      await call('POST', '/sign-ins', { body: { email: waiting.email } });
    time.now = new Date(Date.parse(late.expiresAt!));
    expect((await book(id)).body).toMatchObject({ placement: 'waitlist', position: 1 });
    expect(await statusOf(queued.id)).toBe('offered');
    expect((await confirm(queued.id)).body).toMatchObject({ status: 'confirmed' });
  });
});

describe('cancelling', () => {
  it('frees the place and offers it to the first in the queue', async () => {
    const { id } = await session({ capacity: 1 });
    const first = (await book(id)).body as Placed;
    await confirm(first.id);
    const second = (await book(id)).body as Placed;
    const third = (await book(id)).body as Placed;
    for (const one of [second, third]) await confirm(one.id);
    time.now = new Date(time.now.getTime() + 1);
    const token = manageToken(config.secret, first.id);
    const cancel = () =>
      call('POST', `/registrations/${first.id}/cancellation`, { headers: { 'registration-token': token } });
    expect((await cancel()).body).toMatchObject({ status: 'cancelled', cancelledBy: 'participant' });
    expect(await statusOf(second.id)).toBe('offered');
    expect(await statusOf(third.id)).toBe('waitlisted');
    expect(await seatsTaken(id)).toBe(1);
    expect((await cancel()).status).toBe(200);
    expect(await seatsTaken(id)).toBe(1);
    expect((await confirm(second.id)).body).toMatchObject({ status: 'confirmed' });
  });

  it('leaves the queue as easily as it is joined', async () => {
    const { id } = await session({ capacity: 1 });
    await book(id);
    const me = somebody();
    const waiting = (await book(id, me)).body as Placed;
    const cookie = await signIn(me.email);
    const answer = await call('POST', `/registrations/${waiting.id}/cancellation`, { cookie });
    expect(answer.body).toMatchObject({ status: 'cancelled' });
    expect(await seatsTaken(id)).toBe(1);
  });

  it('is refused once the session has begun', async () => {
    const { id } = await session({ startsAt: new Date(time.now.getTime() + HOUR) });
    const me = somebody();
    const cookie = await signIn(me.email);
    const placed = (await book(id, me, cookie)).body as Placed;
    const before = time.now;
    time.now = new Date(before.getTime() + 2 * HOUR);
    const answer = await call('POST', `/registrations/${placed.id}/cancellation`, { cookie });
    time.now = before;
    expect(problemIn(answer).code).toBe('too-late-to-cancel');
    expect(await statusOf(placed.id)).toBe('confirmed');
  });

  it('is not for strangers: no link, a wrong link, or another account', async () => {
    const { id } = await session();
    const placed = (await book(id)).body as Placed;
    const stranger = await signIn(somebody().email);
    const other = manageToken(config.secret, '00000000-0000-7000-8000-000000000000');
    const attempts = [
      call('POST', `/registrations/${placed.id}/cancellation`),
      call('POST', `/registrations/${placed.id}/cancellation`, { headers: { 'registration-token': other } }),
      call('POST', `/registrations/${placed.id}/cancellation`, { cookie: stranger }),
      call('GET', `/registrations/${placed.id}`, { cookie: stranger }),
    ];
    expect((await Promise.all(attempts)).map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
    expect(await statusOf(placed.id)).toBe('held');
  });
});

it('gives the appointment as a file to its owner and to who holds the link, once it is confirmed', async () => {
  const { id: sessionId } = await session();
  const { id } = (await book(sessionId)).body as Placed;
  const link = { 'registration-token': manageToken(config.secret, id) };
  const calendar = (headers: Record<string, string>) =>
    call('GET', `/registrations/${id}/calendar`, { headers });
  expect(problemIn(await calendar(link)).code).toBe('not-found');
  const cookie = cookieOf((await confirm(id)).headers);
  for (const headers of [link, { cookie }]) {
    const answer = await calendar(headers);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8; method=PUBLISH',
    ]);
    expect(answer.body).toContain(`UID:${id}@`);
  }
  const strangers: Record<string, string>[] = [{}, { cookie: await signIn('ander@voorbeeld.example') }];
  for (const headers of strangers) expect(problemIn(await calendar(headers)).code).toBe('not-found');
});

it('shows nobody the registrations of others', async () => {
  expect(problemIn(await call('GET', '/me/registrations')).code).toBe('not-signed-in');
});
