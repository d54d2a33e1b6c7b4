import { describe, expect, it, test } from 'vitest';
import type { Rule } from '../../api/paying/eligibility/schema.ts';
import { problemIn, testApi } from '../support/api.ts';
import { reviewing } from '../support/reviews.ts';

const api = await testApi('empty', { worker: false });
const { sql, call, signIn } = api;
const { programmeWith, hold, book, link, cancel, ask, declare, newest, mails } = reviewing(api);

const small = { code: 'klein', nl: 'Ik heb minder dan 50 medewerkers.', en: 'I have fewer than 50 staff.' };
const rules: Rule[] = [
  { kind: 'programmeRunning' },
  { kind: 'declarations', items: [small] },
  { kind: 'deMinimisRoom', ceilingCents: 300_000_00, years: 3 },
];
const made = await programmeWith(rules, { deMinimis: 'applicable' });
const { session } = made;
const all = { declarations: { klein: true }, deMinimisCents: 0 };
const stored = (id: string) =>
  sql`select answers, de_minimis_cents as cents from declarations where registration_id = ${id} order by id`;

describe('what is asked', () => {
  it('stands with the session, in both languages', async () => {
    const { body } = await call('GET', `/sessions/${session.id}`);
    expect(body).toMatchObject({
      declarations: { items: [small], deMinimis: { ceilingCents: 300_000_00, years: 3 } },
    });
  });

  it('is nothing where the rules ask nothing, and no aid where nothing is paid', async () => {
    const open = await programmeWith([{ kind: 'programmeRunning' }]);
    const none = { items: [], deMinimis: null };
    expect((await call('GET', `/sessions/${open.session.id}`)).body).toMatchObject({ declarations: none });
    const { id } = await book(open.session.id, all);
    expect(await stored(id)).toEqual([]);
    await sql`update modules set price_ex_vat_cents = 0 where id = ${open.session.moduleId}`;
    await sql`update rule_sets set rules = ${sql.json(rules as never)} where programme_id = ${open.programme.id}`;
    expect((await call('GET', `/sessions/${open.session.id}`)).body).toMatchObject({
      declarations: { items: [small], deMinimis: null },
    });
  });
});

describe('declaring with the booking', () => {
  it('counts at once and when the address is proved, and makes the grant', async () => {
    const held = await hold(session.id, { ...all, deMinimisCents: 2095_00 });
    expect(held.decision.outcome).toBe('eligible');
    expect(await stored(held.id)).toEqual([{ answers: { klein: true }, cents: 2095_00 }]);
    const { id, decision } = await book(session.id, all);
    expect(decision.outcome).toBe('eligible');
    expect((await newest(id)).facts).toMatchObject({
      declarations: { klein: true },
      deMinimis: { declaredCents: 0 },
    });
    expect(
      await sql`select cents from de_minimis_grants where registration_id = ${id} and withdrawn_on is null`,
    ).toEqual([{ cents: 100_00 }]);
  });

  it('can be tried before booking, and is not kept', async () => {
    const check = async (given: object) => {
      const body = { sessionId: session.id, kvkNumber: '69599084', ...given };
      return ((await call('POST', '/eligibility-checks', { body })).body as { outcome: string }).outcome;
    };
    const before = await sql`select count(*) from declarations`;
    expect([await check({}), await check(all)]).toEqual(['needs-review', 'eligible']);
    expect(await sql`select count(*) from declarations`).toEqual(before);
  });

  it('may be left for later: then a person has to look', async () => {
    const { id, decision } = await book(session.id);
    expect(decision.outcome).toBe('needs-review');
    expect(decision.rules.map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ['programmeRunning', 'passed'],
      ['declarations', 'unknown'],
      ['deMinimisRoom', 'unknown'],
    ]);
    expect(await stored(id)).toEqual([]);
  });

  it('is a no when a sentence is not true, or when it is one cent too much', async () => {
    const no = { ...all, declarations: { klein: false } };
    expect((await book(session.id, no)).decision.outcome).toBe('not-eligible');
    const most = { ...all, deMinimisCents: 300_000_00 - 100_00 };
    expect((await book(session.id, most)).decision.outcome).toBe('eligible');
    const tooMuch = { ...all, deMinimisCents: most.deMinimisCents + 1 };
    expect((await book(session.id, tooMuch)).decision.outcome).toBe('not-eligible');
  });

  it('counts as typed last, and keeps nothing that was not asked', async () => {
    const email = 'tweekeer@voorbeeld.example';
    const given = { declarations: { klein: true, lid: true, __proto__: true }, deMinimisCents: 5 };
    const { id } = await hold(session.id, { email, ...given });
    const again = { name: 'Noor', email, insteadOf: id };
    await call('POST', `/sessions/${session.id}/registrations`, { body: again });
    expect(await stored(id)).toEqual([
      { answers: { klein: true }, cents: 5 },
      { answers: {}, cents: null },
    ]);
    const [{ outcome }] = (await sql`select outcome from decisions where registration_id = ${id}
      order by decided_at desc, id desc limit 1`) as [{ outcome: string }];
    expect(outcome).toBe('needs-review');
  });

  it('tells a stranger nothing: the answer for a known address is that for a new one', async () => {
    const { email } = await book(session.id, all);
    const body = { name: 'Wie dan ook', ...all };
    const known = await call('POST', `/sessions/${session.id}/registrations`, { body: { ...body, email } });
    const fresh = await call('POST', `/sessions/${session.id}/registrations`, {
      body: { ...body, email: 'nieuw-hier@voorbeeld.example' },
    });
    const decisionOf = (answer: { body: unknown }) => (answer.body as { decision: unknown }).decision;
    expect(decisionOf(known)).toEqual(decisionOf(fresh));
  });

  test.each([
    [{ deMinimisCents: -1 }, 'deMinimisCents'],
    [{ deMinimisCents: 1.5 }, 'deMinimisCents'],
    [{ deMinimisCents: null }, 'deMinimisCents'],
    [{ deMinimisCents: 3_000_000_000 }, 'deMinimisCents'],
    [{ declarations: { klein: 'ja' } }, 'declarations.klein'],
    [{ declarations: Object.fromEntries(Array.from({ length: 21 }, (_, n) => [n, true])) }, 'declarations'],
  ])('is refused at the field: %j', async (given, field) => {
    const body = { name: '', email: 'fout@voorbeeld.example', ...given };
    const answer = await call('POST', `/sessions/${session.id}/registrations`, { body });
    expect(answer.status).toBe(400);
    expect(problemIn(answer).invalidParams?.map(({ name }) => name)).toEqual(['name', field]);
  });
});

describe('declaring later', () => {
  it('makes the decision again, moves the money, answers the request and mails once', async () => {
    const { id } = await book(session.id);
    await ask(id);
    const answer = await declare(id, all);
    expect(answer.body).toMatchObject({ ...all, complete: true, changeable: true });
    expect((await newest(id)).outcome).toBe('eligible');
    expect(await sql`select to_state from ledger_entries where registration_id = ${id} order by id`).toEqual([
      { to_state: 'reserved' },
      { to_state: 'committed' },
    ]);
    expect(
      await sql`select from review_requests where registration_id = ${id} and closed_at is null`,
    ).toHaveLength(0);
    expect((await declare(id, all)).status).toBe(200);
    expect(await stored(id)).toHaveLength(1);
    expect(await mails(id)).toEqual(['confirm', 'confirmed', 'decision']);
  });

  it('takes a promise back only for what was declared', async () => {
    const { id } = await book(session.id, all);
    // Other rules since: what was promised was promised under the old ones.
    const more = { code: 'nieuw', nl: 'Iets nieuws.', en: 'Something new.' };
    const newRules = [...rules, { kind: 'manualReview' }, { kind: 'declarations', items: [more] }];
    await sql`insert into rule_sets (programme_id, version, rules, valid_from)
      values (${made.programme.id}, 2, ${sql.json(newRules as never)}, current_date)`;
    const path = `/registrations/${id}/declarations`;
    const { body } = await call('GET', path, { headers: link(id) });
    expect(body).toMatchObject({ asked: { items: [small] }, complete: true });
    await declare(id, { ...all, deMinimisCents: 50_00 });
    const kept = (await newest(id)).outcome;
    await declare(id, { ...all, deMinimisCents: 300_000_00 });
    const taken = (await newest(id)).outcome;
    await sql`delete from rule_sets where programme_id = ${made.programme.id} and version = 2
      and not exists (select from decisions where rule_set_id = rule_sets.id)`;
    expect([kept, taken]).toEqual(['eligible', 'not-eligible']);
    expect(
      await sql`select withdrawn_on is not null as withdrawn from de_minimis_grants where registration_id = ${id}`,
    ).toEqual([{ withdrawn: true }]);
  });

  it('is for the owner and who holds the link alone, while the place is there', async () => {
    const { id, email } = await book(session.id);
    const other = await book(session.id);
    const path = `/registrations/${id}/declarations`;
    for (const options of [
      {},
      { headers: link(other.id) },
      { cookie: await signIn(other.email) },
      { cookie: made.staff },
    ]) {
      expect((await call('PUT', path, { body: all, ...options })).status).toBe(404);
      expect((await call('GET', path, options)).status).toBe(404);
    }
    expect(await stored(id)).toEqual([]);
    expect((await call('PUT', path, { body: all, cookie: await signIn(email) })).status).toBe(200);
    await cancel(id);
    expect(problemIn(await declare(id, all)).code).toBe('registration-ended');
  });
});
