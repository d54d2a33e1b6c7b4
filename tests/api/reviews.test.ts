import { describe, expect, it, test } from 'vitest';
import { problemIn, testApi } from '../support/api.ts';
import { makeStaff } from '../support/fixtures.ts';
import { fault, testKvk } from '../support/kvk.ts';
import {
  approval,
  type Case,
  IN_AMSTELVEEN,
  refusal,
  reviewing,
  SHIELDED,
  usualRules,
} from '../support/reviews.ts';

const kvk = await testKvk();
const api = await testApi('empty', {
  worker: false,
  env: { KVK_API_KEY: 'a-key', KVK_BASE_URL: `${kvk.baseUrl}/` },
});
const { db, sql, time, call, signIn } = api;
const { programmeWith, sessionOf, hold, book, link, cancel, ask, review, again, queue, newest, mails } =
  reviewing(api);
const made = await programmeWith();
const { staff, session } = made;
const { slug } = made.programme;

const money = async (id: string) => {
  const rows = await sql`select from_state as from, to_state as to, cents from ledger_entries
    where registration_id = ${id} order by id`;
  return rows.map(({ from, to, cents }) => [from, to, cents]);
};

describe('a place for which the rules cannot say who pays', () => {
  it('is kept, is in the queue by itself, and is paid when a person approves', async () => {
    const { id, decision } = await book(session.id, { kvkNumber: SHIELDED });
    expect(decision.outcome).toBe('needs-review');
    const [open] = (await queue(slug, staff, '?state=open')).items.filter((it) => it.registrationId === id);
    expect(open).toMatchObject({ state: 'open', name: 'Noor Jansen', kvkNumber: SHIELDED, request: null });
    expect(open!.decision.rules.map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ['programmeRunning', 'passed'],
      ['businessActive', 'passed'],
      ['establishedInArea', 'unknown'],
      ['budgetRoom', 'passed'],
    ]);
    expect(open!.decision.rules[1]!.saw).toEqual({ status: 'found', active: true, endedOn: null });

    const answer = await review(id, staff);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      state: 'done',
      decision: { outcome: 'eligible', cost: { payer: 'municipality' } },
      review: { ...approval, reviewer: 'Medewerker' },
    });
    expect((await newest(id)).facts.review).toMatchObject({ outcome: 'approved' });
    expect(await money(id)).toEqual([
      ['free', 'reserved', 100_00],
      ['reserved', 'committed', 100_00],
    ]);
    expect(await mails(id)).toEqual(['confirm', 'confirmed', 'reviewOutcome']);
  });

  it('is not paid when a person refuses: the place stays, the money is free again', async () => {
    const { id } = await book(session.id, { kvkNumber: SHIELDED });
    expect((await review(id, staff, refusal)).status).toBe(200);
    expect(await newest(id)).toMatchObject({ outcome: 'not-eligible', payer: 'entrepreneur' });
    const own = await call('GET', `/registrations/${id}`, { headers: link(id) });
    expect(own.body).toMatchObject({ status: 'confirmed', decision: { outcome: 'not-eligible' } });
    expect((await money(id)).at(-1)).toEqual(['reserved', 'free', 100_00]);
  });

  it('is only in the queue when the address is proved, or its owner asks', async () => {
    const { id } = await hold(session.id, { kvkNumber: SHIELDED });
    const shown = async () =>
      (await queue(slug, staff, '?limit=100')).items.filter((it) => it.registrationId === id).length;
    expect(await shown()).toBe(0);
    expect((await review(id, staff)).status).toBe(409);
    expect((await ask(id)).status).toBe(201);
    expect(await shown()).toBe(1);
  });

  it('keeps what a person found when it moves to another date', async () => {
    const other = await sessionOf(made);
    await sql`update sessions set module_id = ${session.moduleId} where id = ${other.id}`;
    const { id } = await book(session.id, { kvkNumber: SHIELDED });
    await review(id, staff);
    const body = { sessionId: other.id };
    expect((await call('POST', `/registrations/${id}/swap`, { body, headers: link(id) })).status).toBe(200);
    expect((await newest(id)).outcome).toBe('eligible');
  });
});

describe('asking for a review', () => {
  it('puts a no in the queue with the explanation, once at a time', async () => {
    const { id } = await book(session.id, { kvkNumber: '69599068' });
    expect((await newest(id)).outcome).toBe('not-eligible');
    const state = () => call('GET', `/registrations/${id}/review-request`, { headers: link(id) });
    expect((await state()).body).toEqual({ mayAsk: true, underReview: false, request: null, review: null });
    expect((await ask(id, { explanation: ' Ik ben verhuisd.\r\nZie mijn brief. ' })).status).toBe(201);
    const twice = await ask(id);
    expect([twice.status, problemIn(twice).code]).toEqual([409, 'review-requested']);
    const [found] = (await queue(slug, staff, '?limit=100')).items.filter((it) => it.registrationId === id);
    expect(found!.request).toMatchObject({ explanation: 'Ik ben verhuisd.\nZie mijn brief.' });
    await review(id, staff);
    expect((await state()).body).toMatchObject({
      mayAsk: false,
      underReview: false,
      request: null,
      review: approval,
    });
  });

  it('can be done again after a refusal', async () => {
    const { id } = await book(session.id, { kvkNumber: SHIELDED });
    await review(id, staff, refusal);
    expect((await ask(id)).status).toBe(201);
    expect((await review(id, staff)).status).toBe(200);
    expect(
      (await sql`select outcome from reviews where registration_id = ${id} order by id`).map(
        (it) => it.outcome,
      ),
    ).toEqual(['refused', 'approved']);
  });

  it('is not needed when the municipality pays, and not possible when the registration ended', async () => {
    const paid = await book(session.id, { kvkNumber: IN_AMSTELVEEN });
    expect(problemIn(await ask(paid.id)).code).toBe('nothing-to-review');
    const gone = await book(session.id, { kvkNumber: SHIELDED });
    await cancel(gone.id);
    expect(problemIn(await ask(gone.id)).code).toBe('registration-ended');
  });

  test.each([['x'.repeat(2001)], ['\u202eomgekeerd'], [3]])(
    'refuses the explanation %j',
    async (explanation) => {
      const { id } = await book(session.id, { kvkNumber: SHIELDED });
      const answer = await ask(id, { explanation });
      expect([answer.status, problemIn(answer).invalidParams?.[0]?.name]).toEqual([400, 'explanation']);
    },
  );

  it('is for the owner and who holds the link alone', async () => {
    const { id } = await book(session.id, { kvkNumber: SHIELDED });
    const other = await book(session.id, { kvkNumber: SHIELDED });
    const stranger = await signIn(other.email);
    for (const options of [{}, { headers: link(other.id) }, { cookie: stranger }, { cookie: staff }]) {
      const path = `/registrations/${id}/review-request`;
      expect((await call('POST', path, { body: {}, ...options })).status).toBe(404);
      expect((await call('GET', path, options)).status).toBe(404);
    }
    expect(await sql`select from review_requests where registration_id = ${id}`).toHaveLength(0);
  });
});

describe('reviewing', () => {
  test.each([
    ['without a reason', { outcome: 'approved', motivation: ' \n' }, 'motivation'],
    ['without an outcome', { motivation: 'x' }, 'outcome'],
    ['with a third outcome', { outcome: 'maybe', motivation: 'x' }, 'outcome'],
    ['with a very long reason', { outcome: 'refused', motivation: 'x'.repeat(2001) }, 'motivation'],
  ])('is refused %s', async (_, body, field) => {
    const { id } = await book(session.id, { kvkNumber: SHIELDED });
    const answer = await review(id, staff, body);
    expect([answer.status, problemIn(answer).invalidParams?.[0]?.name]).toEqual([400, field]);
    expect((await newest(id)).outcome).toBe('needs-review');
  });

  it('is done once: whoever comes later is told so, and who saw the outcome can put it right', async () => {
    const { id } = await book(session.id, { kvkNumber: SHIELDED });
    const first = (await review(id, staff)).body as Case;
    expect(problemIn(await review(id, staff, refusal)).code).toBe('nothing-to-review');
    const seen = { ...refusal, decisionId: first.decision.id };
    expect((await review(id, staff, seen)).status).toBe(200);
    expect(problemIn(await review(id, staff, seen)).code).toBe('decision-changed');
    expect((await newest(id)).outcome).toBe('not-eligible');
    expect(await money(id)).toEqual([
      ['free', 'reserved', 100_00],
      ['reserved', 'committed', 100_00],
      ['committed', 'free', 100_00],
    ]);
  });

  it('is not of what the rules settled, and not of what ended', async () => {
    const paid = await book(session.id, { kvkNumber: IN_AMSTELVEEN });
    expect(problemIn(await review(paid.id, staff, refusal)).code).toBe('nothing-to-review');
    const gone = await book(session.id, { kvkNumber: SHIELDED });
    await cancel(gone.id);
    expect(problemIn(await review(gone.id, staff)).code).toBe('registration-ended');
    expect((await queue(slug, staff, '?limit=100')).items.map((it) => it.registrationId)).not.toContain(
      gone.id,
    );
    expect(await money(gone.id)).toEqual([
      ['free', 'reserved', 100_00],
      ['reserved', 'free', 100_00],
    ]);
  });

  test.each([
    ['a rule says so', usualRules],
    ['no rule says so', usualRules.slice(0, 3)],
  ])('says when there is no money, and changes nothing: %s', async (_, rules) => {
    const poor = await programmeWith(rules, { ceilingCents: 100_00 });
    const no = await book(poor.session.id, { kvkNumber: '69599068' });
    await book(poor.session.id, { kvkNumber: IN_AMSTELVEEN });
    await ask(no.id);
    const answer = await review(no.id, poor.staff);
    expect([answer.status, problemIn(answer).code]).toEqual([409, 'budget-full']);
    expect((await newest(no.id)).outcome).toBe('not-eligible');
    expect(await sql`select from reviews where registration_id = ${no.id}`).toHaveLength(0);
    expect((await queue(poor.programme.slug, poor.staff)).counts).toEqual({ open: 1, done: 0 });
  });

  it('never goes above the ceiling of the law', async () => {
    const aided = await programmeWith([{ kind: 'deMinimisRoom', ceilingCents: 300_000_00, years: 3 }]);
    const { id } = await book(aided.session.id, { deMinimisCents: 299_950_00 });
    expect((await newest(id)).outcome).toBe('not-eligible');
    await ask(id);
    expect(problemIn(await review(id, aided.staff)).code).toBe('aid-ceiling');
  });
});

describe('who may not', () => {
  const others = async (): Promise<[string | undefined, number][]> => {
    const elsewhere = await programmeWith();
    const cookieOf = async (role: Parameters<typeof makeStaff>[1][number]) =>
      signIn((await makeStaff(db, [role])).email);
    const entrepreneur = await signIn((await book(session.id)).email);
    return [
      [undefined, 401],
      [elsewhere.staff, 404],
      [await cookieOf({ organisationId: made.association.id }), 404],
      [await cookieOf({ organisationId: made.funder.id }), 404],
      [await cookieOf({ operator: true }), 403],
      [entrepreneur, 403],
    ];
  };

  it('review, look, or judge again: others than the municipality that pays', async () => {
    const { id, email } = await book(session.id, { kvkNumber: SHIELDED });
    const owner: [string, number] = [await signIn(email), 403];
    const asked = kvk.received.length;
    for (const [cookie, status] of [...(await others()), owner]) {
      const options = cookie ? { cookie } : {};
      expect((await review(id, cookie)).status).toBe(status);
      expect((await again(id, cookie)).status).toBe(status);
      expect((await call('GET', `/registrations/${id}/review`, options)).status).toBe(status);
      expect((await call('GET', `/programmes/${slug}/reviews`, options)).status).toBe(status);
    }
    expect(kvk.received.length).toBe(asked);
    expect((await newest(id)).outcome).toBe('needs-review');
    expect(await sql`select from decisions where registration_id = ${id}`).toHaveLength(2);
  });
});

describe('judging again', () => {
  it('finds what was not known when the register was down, and tells the entrepreneur', async () => {
    kvk.instead = fault(500, 'IPD9999');
    const { id, decision } = await book(session.id, { kvkNumber: '68750110' });
    expect(decision.outcome).toBe('needs-review');
    kvk.instead = null;
    const answer = await again(id, staff);
    expect([answer.status, (answer.body as Case).decision.outcome]).toEqual([200, 'eligible']);
    expect(await mails(id)).toEqual(['confirm', 'confirmed', 'decision']);
    expect((await money(id)).at(-1)).toEqual(['reserved', 'committed', 100_00]);
  });

  it('mails nobody when it comes out the same', async () => {
    const { id } = await book(session.id, { kvkNumber: SHIELDED });
    expect((await again(id, staff)).status).toBe(200);
    expect(await mails(id)).toEqual(['confirm', 'confirmed']);
  });

  it('never takes back what was promised', async () => {
    const { id } = await book(session.id, { kvkNumber: IN_AMSTELVEEN });
    await sql`update rule_sets set rules = ${sql.json([{ kind: 'manualReview' }])} where programme_id = ${made.programme.id}`;
    const answer = await again(id, staff);
    await sql`update rule_sets set rules = ${sql.json(usualRules as never)} where programme_id = ${made.programme.id}`;
    expect([answer.status, (answer.body as Case).decision.outcome]).toEqual([200, 'eligible']);
    expect(await sql`select from decisions where registration_id = ${id}`).toHaveLength(2);
  });

  it('answers an open request when the municipality now pays, and is over when the place is', async () => {
    kvk.instead = fault(500, 'IPD9999');
    const { id } = await book(session.id, { kvkNumber: '90001745' });
    kvk.instead = null;
    await ask(id);
    await again(id, staff);
    expect(
      await sql`select closed_at is not null as closed from review_requests where registration_id = ${id}`,
    ).toEqual([{ closed: true }]);
    await cancel(id);
    expect(problemIn(await again(id, staff)).code).toBe('registration-ended');
  });
});

describe('the queue', () => {
  it('has the oldest open case first, then what was done, page by page', async () => {
    const own = await programmeWith();
    const ids: string[] = [];
    const start = time.now;
    for (let n = 0; n < 5; n++) {
      time.now = new Date(start.getTime() + n * 60_000);
      ids.push((await book(own.session.id, { kvkNumber: SHIELDED })).id);
    }
    await review(ids[1]!, own.staff);
    time.now = new Date(start.getTime() + 6 * 60_000);
    await review(ids[3]!, own.staff, refusal);
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 3; page++) {
      const { items, next, counts } = await queue(own.programme.slug, own.staff, `?limit=2${cursor}`);
      expect(counts).toEqual({ open: 3, done: 2 });
      seen.push(...items.map((it) => it.registrationId));
      cursor = `&cursor=${next}`;
      expect(next === null).toBe(page === 2);
    }
    time.now = start;
    expect(seen).toEqual([ids[0], ids[2], ids[4], ids[3], ids[1]]);
    const done = await queue(own.programme.slug, own.staff, '?state=done');
    expect(done.items.map((it) => it.registrationId)).toEqual([ids[3], ids[1]]);
    const wrong = await call('GET', `/programmes/${slug}/reviews?cursor=x`, { cookie: staff });
    expect([wrong.status, problemIn(wrong).invalidParams?.[0]?.name]).toEqual([400, 'cursor']);
  });
});
