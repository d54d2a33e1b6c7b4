import { describe, expect, it, test } from 'vitest';
import { problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeStaff } from '../support/fixtures.ts';
import { IN_AMSTELVEEN, refusal, reviewing, SHIELDED, usualRules } from '../support/reviews.ts';

const api = await testApi('empty', { worker: false });
const { db, sql, time, call, signIn } = api;
const { programmeWith, sessionOf, hold, book, link, cancel, ask, review, declare, queue, newest, mails } =
  reviewing(api);
const made = await programmeWith();
const { session, staff } = made;
const { slug } = made.programme;

const IN_AMSTERDAM = '69599068';
const ALSO_IN_AMSTELVEEN = '00000019';
const UNKNOWN = '12345678';
const path = (id: string) => `/registrations/${id}/kvk-number`;
const give = (id: string, kvkNumber: string, headers: Record<string, string> = link(id)) =>
  call('PUT', path(id), { body: { kvkNumber }, headers });
const stored = async (id: string) =>
  (await sql`select kvk_number as number from registrations where id = ${id}`)[0]!.number as string | null;
const audit = async (id: string, action: string) =>
  (await sql`select details from audit_log where subject_id = ${id} and action = ${action}`).length;

describe('giving the KVK number after booking', () => {
  it('decides at once: the money moves, the request is answered, and one mail tells it', async () => {
    const { id, decision } = await book(session.id);
    expect(decision.outcome).toBe('needs-review');
    await ask(id);
    const before = await call('GET', path(id), { headers: link(id) });
    expect(before.body).toEqual({ kvkNumber: null, asked: 'number' });

    const answer = await give(id, '6959 9084');
    expect(answer.body).toEqual({ kvkNumber: IN_AMSTELVEEN, asked: null });
    expect((await newest(id)).outcome).toBe('eligible');
    expect(await sql`select to_state from ledger_entries where registration_id = ${id} order by id`).toEqual([
      { to_state: 'reserved' },
      { to_state: 'committed' },
    ]);
    expect(
      await sql`select from review_requests where registration_id = ${id} and closed_at is null`,
    ).toHaveLength(0);
    expect(await mails(id)).toEqual(['confirm', 'confirmed', 'decision']);
    expect((await queue(slug, staff)).items.map(({ registrationId }) => registrationId)).not.toContain(id);
    expect(
      await sql`select b.kvk_number as number from entrepreneurs e join businesses b on b.id = e.business_id
        join registrations r on r.entrepreneur_id = e.id where r.id = ${id}`,
    ).toEqual([{ number: IN_AMSTELVEEN }]);
  });

  it('twice is the same as once, and what is paid takes no other number', async () => {
    const { id } = await book(session.id);
    await give(id, IN_AMSTELVEEN);
    expect((await give(id, IN_AMSTELVEEN)).status).toBe(200);
    expect(await sql`select from decisions where registration_id = ${id}`).toHaveLength(3);
    expect(await audit(id, 'registration.kvk-number')).toBe(1);
    expect(problemIn(await give(id, IN_AMSTERDAM)).code).toBe('kvk-number-settled');
    expect([await stored(id), (await newest(id)).outcome]).toEqual([IN_AMSTELVEEN, 'eligible']);
  });

  it('of a business elsewhere is a no, and the money comes free; a mistake can be corrected', async () => {
    const { id } = await book(session.id);
    const answer = await give(id, IN_AMSTERDAM);
    expect(answer.body).toEqual({ kvkNumber: IN_AMSTERDAM, asked: 'correction' });
    expect(await newest(id)).toMatchObject({ outcome: 'not-eligible', payer: 'entrepreneur' });
    const held = () => sql`select to_state from ledger_entries where registration_id = ${id} order by id`;
    expect((await held()).at(-1)).toEqual({ to_state: 'free' });
    await give(id, IN_AMSTELVEEN);
    expect((await newest(id)).outcome).toBe('eligible');
    expect((await held()).at(-1)).toEqual({ to_state: 'committed' });
    expect(
      await sql`select b.kvk_number as number from entrepreneurs e join businesses b on b.id = e.business_id
        join registrations r on r.entrepreneur_id = e.id where r.id = ${id}`,
    ).toEqual([{ number: IN_AMSTELVEEN }]);
  });

  it('that the register does not know, or whose address is shielded, goes as with a booking', async () => {
    const { id } = await book(session.id);
    await give(id, UNKNOWN);
    expect((await newest(id)).outcome).toBe(
      (await book(session.id, { kvkNumber: UNKNOWN })).decision.outcome,
    );
    await give(id, SHIELDED);
    expect((await newest(id)).outcome).toBe('needs-review');
  });

  it('does not undo what a person refused', async () => {
    const { id } = await book(session.id);
    await review(id, staff, refusal);
    await give(id, IN_AMSTELVEEN);
    expect((await newest(id)).outcome).toBe('not-eligible');
  });

  it('keeps within the places of one business, with the answer that a booking gets', async () => {
    const one = await sessionOf(made);
    await sql`update sessions set places_per_business = 1 where id = ${one.id}`;
    await book(one.id, { kvkNumber: IN_AMSTELVEEN });
    const later = await book(one.id);
    expect(problemIn(await give(later.id, IN_AMSTELVEEN)).code).toBe('business-has-place');
    expect([await stored(later.id), (await newest(later.id)).outcome]).toEqual([null, 'needs-review']);
    expect((await give(later.id, ALSO_IN_AMSTELVEEN)).status).toBe(200);

    // An address that was only typed is told nothing of other places; it is looked at when it is confirmed.
    const typed = await hold(one.id);
    const free = await hold((await sessionOf(made)).id);
    const answers = [await give(typed.id, IN_AMSTELVEEN), await give(free.id, IN_AMSTELVEEN)];
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, { kvkNumber: IN_AMSTELVEEN, asked: null }],
      [200, { kvkNumber: IN_AMSTELVEEN, asked: null }],
    ]);
    const code = await api.latestCode(typed.id);
    const confirmed = await call('POST', `/registrations/${typed.id}/confirmation`, { body: { code } });
    expect(problemIn(confirmed).code).toBe('business-has-place');
  });

  it('counts the state aid of the business, also what others of it got', async () => {
    const aid = await programmeWith(
      [
        { kind: 'kvkNumber', required: true },
        { kind: 'deMinimisRoom', ceilingCents: 150_00, years: 3 },
      ],
      { deMinimis: 'applicable' },
    );
    const none = { deMinimisCents: 0 };
    expect((await book(aid.session.id, { ...none, kvkNumber: IN_AMSTELVEEN })).decision.outcome).toBe(
      'eligible',
    );
    const { id, decision } = await book(aid.session.id, none);
    expect(decision.outcome).toBe('needs-review');
    await give(id, IN_AMSTELVEEN);
    expect((await newest(id)).outcome).toBe('not-eligible');
    await give(id, ALSO_IN_AMSTELVEEN);
    expect(
      await sql`select kvk_number as number from de_minimis_grants where registration_id = ${id}`,
    ).toEqual([{ number: ALSO_IN_AMSTELVEEN }]);
  });

  test.each([[''], ['1234'], ['Noor'], [null]])('is refused at the field: %j', async (kvkNumber) => {
    const { id } = await book(session.id);
    const answer = await call('PUT', path(id), { body: { kvkNumber }, headers: link(id) });
    expect(answer.status).toBe(400);
    expect(problemIn(answer).invalidParams).toMatchObject([{ name: 'kvkNumber', code: 'kvk-number' }]);
  });

  it('is for the owner and who holds the link alone, while the place is there', async () => {
    const { id, email } = await book(session.id);
    const other = await book(session.id);
    for (const options of [
      {},
      { headers: link(other.id) },
      { cookie: await signIn(other.email) },
      { cookie: staff },
    ]) {
      expect((await call('PUT', path(id), { body: { kvkNumber: IN_AMSTELVEEN }, ...options })).status).toBe(
        404,
      );
      expect((await call('GET', path(id), options)).status).toBe(404);
    }
    expect(await stored(id)).toBeNull();
    const cookie = await signIn(email);
    expect((await call('PUT', path(id), { body: { kvkNumber: IN_AMSTELVEEN }, cookie })).status).toBe(200);
    await cancel(other.id);
    expect(problemIn(await give(other.id, IN_AMSTELVEEN)).code).toBe('registration-ended');
    const state = await call('GET', path(other.id), { headers: link(other.id) });
    expect(state.body).toEqual({ kvkNumber: null, asked: null });
  });
});

describe('who is meant: where the business is, or where someone lives', () => {
  it('either is enough, and what is not known is asked', async () => {
    const both = await programmeWith([
      { kind: 'programmeRunning' },
      { kind: 'kvkNumber', required: false },
      { kind: 'establishedInArea', basis: 'either', places: ['Amstelveen'], postcodes: [] },
    ]);
    const asked = [{ code: 'lives_either', nl: 'Ik woon in Amstelveen.', en: 'I live in Amstelveen.' }];
    const { body } = await call('GET', `/sessions/${both.session.id}`);
    expect(body).toMatchObject({ declarations: { items: asked } });

    const outcomeOf = async (who: object) => (await book(both.session.id, { ...who })).decision.outcome;
    const lives = (there: boolean) => ({ declarations: { lives_either: there } });
    expect(await outcomeOf({ kvkNumber: IN_AMSTELVEEN })).toBe('eligible');
    expect(await outcomeOf(lives(true))).toBe('eligible');
    expect(await outcomeOf({ kvkNumber: IN_AMSTERDAM, ...lives(true) })).toBe('eligible');
    expect(await outcomeOf({ kvkNumber: IN_AMSTERDAM, ...lives(false) })).toBe('not-eligible');

    const inside = await book(both.session.id, { kvkNumber: IN_AMSTELVEEN });
    const declarations = `/registrations/${inside.id}/declarations`;
    const settled = await call('GET', declarations, { headers: link(inside.id) });
    expect(settled.body).toMatchObject({ asked: { items: [] }, complete: true });

    const { id, decision } = await book(both.session.id);
    expect(decision.outcome).toBe('needs-review');
    await give(id, IN_AMSTERDAM);
    expect((await newest(id)).outcome).toBe('needs-review');
    await declare(id, lives(true));
    expect((await newest(id)).outcome).toBe('eligible');
    const own = await call('GET', `/registrations/${id}/declarations`, { headers: link(id) });
    expect(own.body).toMatchObject({ asked: { items: asked }, declarations: { lives_either: true } });
  });

  it('who is outside pays, or is looked at where the programme says so', async () => {
    const rules = usualRules.map((rule) =>
      rule.kind === 'establishedInArea' ? { ...rule, outside: 'review' as const } : rule,
    );
    const open = await programmeWith(rules);
    const { decision } = await book(open.session.id, { kvkNumber: IN_AMSTERDAM });
    expect(decision.outcome).toBe('needs-review');
    const usual = await book(session.id, { kvkNumber: IN_AMSTERDAM });
    expect([usual.decision.outcome, usual.decision.cost.payer]).toEqual(['not-eligible', 'entrepreneur']);
  });

  it('rules that were kept before the basis could be chosen look at the business', async () => {
    const old = await programmeWith();
    const rules = [{ kind: 'establishedInArea', places: ['Amstelveen'], postcodes: [] }];
    await sql`update rule_sets set rules = ${sql.json(rules as never)} where programme_id = ${old.programme.id}`;
    expect((await book(old.session.id, { kvkNumber: IN_AMSTELVEEN })).decision.outcome).toBe('eligible');
    expect((await book(old.session.id, { kvkNumber: IN_AMSTERDAM })).decision.outcome).toBe('not-eligible');
  });
});

describe('asking for the number', () => {
  const request = (registrationIds: string[], cookie = staff, of = slug) =>
    call('POST', `/programmes/${of}/kvk-number-requests`, { body: { registrationIds }, cookie });
  const outcomes = (answer: { body: unknown }) =>
    new Map(
      (answer.body as { items: { registrationId: string; outcome: string }[] }).items.map(
        ({ registrationId, outcome }) => [registrationId, outcome],
      ),
    );

  it('mails each of many once, tells of the others why not, and is written down', async () => {
    const waiting = [await book(session.id), await book(session.id)].map(({ id }) => id);
    const [first, second] = waiting as [string, string];
    const known = await book(session.id, { kvkNumber: SHIELDED });
    const paid = await book(session.id, { kvkNumber: IN_AMSTELVEEN });
    const over = await book(session.id);
    await cancel(over.id);
    const answer = await request([first, second, first, known.id, paid.id, over.id]);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(outcomes(answer))).toEqual({
      [first]: 'asked',
      [second]: 'asked',
      [known.id]: 'number-known',
      [paid.id]: 'not-open',
      [over.id]: 'not-open',
    });
    for (const id of waiting) {
      expect(await mails(id)).toEqual(['confirm', 'confirmed', 'kvkNumber']);
      expect(await audit(id, 'registration.kvk-number-asked')).toBe(1);
    }
    expect(await mails(known.id)).toEqual(['confirm', 'confirmed']);
  });

  it('is not done twice within a week, and the queue says when it was', async () => {
    const { id } = await book(session.id);
    const ofQueue = async () =>
      (await queue(slug, staff, '?state=open&limit=100')).items.find((one) => one.registrationId === id);
    expect(await ofQueue()).toMatchObject({ kvkNumberAsk: { possible: true, askedAt: null } });
    await request([id]);
    expect(await ofQueue()).toMatchObject({
      kvkNumberAsk: { possible: false, askedAt: time.now.toISOString() },
    });
    expect(outcomes(await request([id])).get(id)).toBe('asked-before');
    const start = time.now;
    // The session must not have begun before it is a week later.
    time.now = new Date(start.getTime() + 7 * 24 * 3_600_000 + 3_600_000);
    expect(outcomes(await request([id])).get(id)).toBe('asked');
    time.now = start;
    expect(await mails(id)).toEqual(['confirm', 'confirmed', 'kvkNumber', 'kvkNumber']);
  });

  it('asks nobody of another programme or municipality, and nobody at all when one of them is not there', async () => {
    const { id } = await book(session.id);
    const elsewhere = await programmeWith();
    expect((await request([id], elsewhere.staff)).status).toBe(404);
    expect((await request([id], elsewhere.staff, elsewhere.programme.slug)).status).toBe(404);
    const other = await book(elsewhere.session.id);
    expect((await request([id, other.id])).status).toBe(404);
    expect(await mails(id)).toEqual(['confirm', 'confirmed']);
    const { municipality } = await makeProgramme(db, time.now);
    const { email } = await makeStaff(db, [{ municipalityId: municipality.id, duty: 'reader' }]);
    expect((await request([id], await signIn(email))).status).toBe(403);
    expect((await request([])).status).toBe(400);
  });
});
