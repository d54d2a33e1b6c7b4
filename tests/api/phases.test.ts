import { beforeAll, describe, expect, it } from 'vitest';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { problemIn, testApi } from '../support/api.ts';
import { makeSession, makeStaff } from '../support/fixtures.ts';
import { bookers, makeSteered, moneyOf, priced, type Steered, strangers } from '../support/steering.ts';

const DAY = 86_400_000;
const api = await testApi();
const { db, sql, time, config, call, signIn } = api;
const { hold, confirm, book } = bookers(api, 'fase');
const start = time.now;
const daysOn = (days: number) => (time.now = new Date(start.getTime() + days * DAY));

type History = {
  phase: { state: string; ceilingCents: number; initialCents: number };
  possible: string[];
  releaseRefusal: string | null;
  items: {
    id: string;
    kind: string;
    effectiveOn: string;
    motivation: string | null;
    decidedBy: string;
    undone: { by: string; motivation: string } | null;
    canUndo: boolean;
  }[];
};
const historyOf = (programme: Steered, ordinal: number) =>
  programme.get<History>(`/quarters/${ordinal}/phase-changes`);
const payerOf = async (id: string) =>
  (
    await sql<{ payer: string }[]>`select payer from decisions where registration_id = ${id}
      order by decided_at desc, id desc limit 1`
  )[0]!.payer;

describe('releasing a phase', () => {
  it('needs the evaluation of the quarter before, and one that does not say stop', async () => {
    const programme = await makeSteered(api);
    expect(problemIn(await programme.change(2, { kind: 'release' }))).toMatchObject({
      status: 409,
      code: 'evaluation-needed',
    });
    await programme.evaluate(1, 'stop');
    expect(problemIn(await programme.change(2, { kind: 'release' })).code).toBe('programme-stopped');
    expect(await historyOf(programme, 2)).toMatchObject({
      phase: { state: 'planned' },
      releaseRefusal: 'programme-stopped',
      items: [],
    });
    await programme.evaluate(1, 'scaleDown');
    expect((await historyOf(programme, 2)).possible).toContain('release');
    expect((await programme.change(2, { kind: 'release' })).status).toBe(201);
    expect(await historyOf(programme, 2)).toMatchObject({
      phase: { state: 'approved' },
      items: [{ kind: 'release', decidedBy: 'Medewerker' }],
    });
    expect(problemIn(await programme.change(2, { kind: 'release' })).code).toBe('phase-not-changeable');
  });

  it('needs none for the first quarter', async () => {
    const programme = await makeSteered(api);
    expect((await programme.change(1, { kind: 'release' })).status).toBe(201);
  });

  it('commits what was only reserved, and leaves what is not certain in reserve', async () => {
    const programme = await makeSteered(api);
    const sessions = [
      await makeSession(db, programme, time.now, priced),
      await makeSession(db, programme, time.now, priced),
    ];
    for (const { id } of sessions) await book(id);
    // Who waits is offered the place that came free.
    const small = await makeSession(db, programme, time.now, { ...priced, capacity: 1 });
    const leaving = await book(small.id);
    await book(small.id);
    await call('POST', `/registrations/${leaving}/cancellation`, {
      headers: { 'registration-token': manageToken(config.secret, leaving) },
    });
    const gone = await book(sessions[1]!.id);
    await call('POST', `/registrations/${gone}/cancellation`, {
      headers: { 'registration-token': manageToken(config.secret, gone) },
    });
    const [, phaseId] = programme.phaseIds;
    const before = { reserved: 300_00, committed: 0, realised: 0 };
    expect(await moneyOf(api, phaseId!)).toEqual({ phase: before, ledger: before });
    await programme.evaluate(1, 'continue');
    expect((await programme.change(2, { kind: 'release' })).status).toBe(201);
    const after = { reserved: 100_00, committed: 200_00, realised: 0 };
    expect(await moneyOf(api, phaseId!)).toEqual({ phase: after, ledger: after });
  });

  it('commits the contribution of a session that is paid as a whole', async () => {
    const programme = await makeSteered(api, { funding: 'perSession' });
    const session = await makeSession(db, programme, time.now, { capacity: 5, contributionCents: 500_00 });
    await book(session.id);
    await programme.evaluate(1, 'continue');
    await programme.change(2, { kind: 'release' });
    expect((await moneyOf(api, programme.phaseIds[1]!)).ledger).toMatchObject({
      reserved: 0,
      committed: 500_00,
    });
  });

  it('is followed by paying once its quarter has begun', async () => {
    const programme = await makeSteered(api, { phases: [{}, {}, { state: 'approved' }] });
    expect((await historyOf(programme, 3)).possible).not.toContain('pay');
    expect(problemIn(await programme.change(3, { kind: 'pay' })).code).toBe('quarter-not-begun');
    await sql`update programme_quarters set starts_on = ${programme.day(0)}, ordinal = 4
      where id = (select quarter_id from budget_phases where id = ${programme.phaseIds[2]!})`;
    expect((await historyOf(programme, 4)).possible).toContain('pay');
    expect((await programme.change(4, { kind: 'pay' })).status).toBe(201);
  });

  it('is done only when the amount that was repeated is that of the phase', async () => {
    const programme = await makeSteered(api);
    const repeat = (kind: string, repeatedCents: number, more: object = {}) =>
      programme.change(1, { kind, repeatedCents, ...more });
    const later = { effectiveOn: programme.day(0), motivation: 'x' };
    for (const [kind, cents, more] of [
      ['release', 10_000_00, {}],
      ['pay', 10_000_00, {}],
      ['reduce', 500_00, { ...later, ceilingCents: 500_00 }],
      ['pause', 500_00, later],
    ] as const) {
      expect(problemIn(await repeat(kind, cents + 1, more)).invalidParams).toMatchObject([
        { name: 'repeatedCents', code: 'invalid' },
      ]);
      expect([kind, (await repeat(kind, cents, more)).status]).toEqual([kind, 201]);
    }
  });

  it('needs the amount repeated, as paying, lowering and pausing do', async () => {
    const programme = await makeSteered(api);
    const later = { effectiveOn: programme.day(0), motivation: 'x' };
    for (const body of [
      { kind: 'release' },
      { kind: 'pay' },
      { kind: 'reduce', ...later, ceilingCents: 500_00 },
      { kind: 'pause', ...later },
    ]) {
      const answer = await programme.post('/quarters/1/phase-changes', body);
      expect([body.kind, problemIn(answer).invalidParams]).toMatchObject([
        body.kind,
        [{ name: 'repeatedCents', code: 'required' }],
      ]);
    }
    for (const more of [{ kind: 'pause' }, { kind: 'reduceContribution', ceilingCents: 5_00 }]) {
      const answer = await programme.post('/measures', { ...later, ...more, quarter: 2, trigger: 'other' });
      expect(problemIn(answer).invalidParams).toMatchObject([{ name: 'repeatedCents', code: 'required' }]);
    }
    expect((await historyOf(programme, 1)).items).toEqual([]);
  });

  it('is followed by paying, once', async () => {
    const programme = await makeSteered(api);
    expect(problemIn(await programme.change(1, { kind: 'pay' })).code).toBe('phase-not-changeable');
    await programme.change(1, { kind: 'release' });
    expect((await programme.change(1, { kind: 'pay' })).status).toBe(201);
    expect((await historyOf(programme, 1)).phase.state).toBe('paid');
    expect(problemIn(await programme.change(1, { kind: 'pay' })).code).toBe('phase-not-changeable');
    const audit =
      await sql`select action from audit_log where subject_id = ${programme.phaseIds[0]!} order by id`;
    expect(audit.map(({ action }) => action)).toEqual(['phase.release', 'phase.pay']);
  });
});

describe('a lowered ceiling', () => {
  it('works from its date on; promises above it stay, and nothing new comes above it', async () => {
    const programme = await makeSteered(api, { phases: [{}, { state: 'approved' }, {}] });
    const { id } = await makeSession(db, programme, start, {
      ...priced,
      startsAt: new Date(start.getTime() + 20 * DAY),
    });
    await book(id);
    const held = await hold(id);
    const effectiveOn = programme.day(1);
    const lower = { kind: 'reduce', ceilingCents: 250_00, effectiveOn, motivation: 'Te weinig bezoek.' };
    expect((await programme.change(2, lower)).status).toBe(201);
    await confirm(held.id);
    expect(await payerOf((await hold(id)).id)).toBe('municipality');

    daysOn(1);
    const phase = async () => (await moneyOf(api, programme.phaseIds[1]!)).ledger;
    const total = async () => Object.values(await phase()).reduce((sum, cents) => sum + cents);
    expect(await historyOf(programme, 2)).toMatchObject({
      phase: { state: 'reduced', ceilingCents: 250_00, initialCents: 10_000_00 },
    });
    const before = await total();
    const late = await hold(id);
    await confirm(late.id);
    expect(await payerOf(late.id)).toBe('entrepreneur');
    expect(await total()).toBeLessThanOrEqual(before);
    expect(await payerOf(held.id)).toBe('municipality');
    expect((await phase()).committed).toBe(200_00);
    daysOn(0);
  });

  it('keeps what is over-committed to be seen, and lets it be realised', async () => {
    const programme = await makeSteered(api, { phases: [{}, { state: 'approved' }, {}] });
    const { id } = await makeSession(db, programme, start, priced);
    const booked = [await book(id), await book(id), await book(id)];
    const lower = { kind: 'reduce', ceilingCents: 50_00, effectiveOn: programme.day(0), motivation: 'x' };
    expect((await programme.change(2, lower)).status).toBe(201);
    expect(await payerOf(booked[2]!)).toBe('municipality');
    const [report] = [await programme.get<{ phase: object }>('/quarters/2/report')];
    expect(report).toMatchObject({ phase: { ceilingCents: 50_00, committedCents: 300_00 } });
    daysOn(2);
    const organiser = await signIn(
      (await makeStaff(db, [{ organisationId: programme.association.id }])).email,
    );
    const marks = booked.slice(0, 2).map((registrationId) => ({ registrationId, attendance: 'present' }));
    const marked = await call('PUT', `/sessions/${id}/attendance`, { cookie: organiser, body: { marks } });
    expect(marked.status).toBe(200);
    expect((await moneyOf(api, programme.phaseIds[1]!)).ledger).toMatchObject({ realised: 200_00 });
    daysOn(0);
  });

  it('can be set right, but not above that with which the phase began', async () => {
    const programme = await makeSteered(api, { phases: [{}, { state: 'approved' }, {}] });
    const lower = (ceilingCents: number) =>
      programme.change(2, { kind: 'reduce', ceilingCents, effectiveOn: programme.day(0), motivation: 'x' });
    expect((await lower(3_00)).status).toBe(201);
    expect((await lower(3_000_00)).status).toBe(201);
    expect(problemIn(await lower(10_000_01)).invalidParams).toMatchObject([{ name: 'ceilingCents' }]);
    expect((await historyOf(programme, 2)).phase.ceilingCents).toBe(3_000_00);
  });
});

describe('a paused phase', () => {
  it('promises nothing new from its date on, keeps what was promised, and goes on after resuming', async () => {
    const programme = await makeSteered(api, { phases: [{}, { state: 'approved' }, {}] });
    const { id } = await makeSession(db, programme, start, {
      ...priced,
      startsAt: new Date(start.getTime() + 20 * DAY),
    });
    const effectiveOn = programme.day(1);
    await programme.change(2, { kind: 'pause', effectiveOn, motivation: 'Alleen leden.' });
    const dayBefore = await book(id);
    expect(await payerOf(dayBefore)).toBe('municipality');
    daysOn(1);
    const dayAfter = await book(id);
    expect(await payerOf(dayAfter)).toBe('entrepreneur');
    expect(await payerOf(dayBefore)).toBe('municipality');
    expect((await moneyOf(api, programme.phaseIds[1]!)).ledger).toMatchObject({
      committed: 100_00,
      reserved: 0,
    });
    expect(problemIn(await programme.change(2, { kind: 'pay' })).code).toBe('phase-not-changeable');
    const resume = { kind: 'resume', effectiveOn, motivation: 'Er is een plan.' };
    expect((await programme.change(2, resume)).status).toBe(201);
    expect(await payerOf(await book(id))).toBe('municipality');
    daysOn(0);
  });

  it('offers a place from the queue with what is true then', async () => {
    const programme = await makeSteered(api, { phases: [{}, { state: 'approved' }, {}] });
    const { id } = await makeSession(db, programme, start, { ...priced, capacity: 1 });
    const first = await book(id);
    const waiting = await hold(id);
    await confirm(waiting.id);
    expect(await payerOf(waiting.id)).toBe('municipality');
    const pause = { kind: 'pause', effectiveOn: programme.day(0), motivation: 'x' };
    expect((await programme.change(2, pause)).status).toBe(201);
    const cancelled = await call('POST', `/registrations/${first}/cancellation`, {
      headers: { 'registration-token': manageToken(config.secret, first) },
    });
    expect(cancelled.status).toBe(200);
    expect(await payerOf(waiting.id)).toBe('entrepreneur');
    expect((await moneyOf(api, programme.phaseIds[1]!)).ledger).toMatchObject({ committed: 0, reserved: 0 });
  });

  it('lets sessions that are paid as a whole go on, without a new promise', async () => {
    const programme = await makeSteered(api, {
      funding: 'perSession',
      phases: [{}, { state: 'approved' }, {}],
    });
    const made = () => makeSession(db, programme, start, { capacity: 5, contributionCents: 500_00 });
    const [before, after] = [await made(), await made()];
    await book(before.id);
    await programme.change(2, { kind: 'pause', effectiveOn: programme.day(0), motivation: 'x' });
    const { id } = await hold(after.id);
    expect((await confirm(id)).status).toBe(200);
    await book(before.id);
    expect((await moneyOf(api, programme.phaseIds[1]!)).ledger).toMatchObject({ committed: 500_00 });
  });
});

describe('taking a change back', () => {
  const approved = { phases: [{}, { state: 'approved' as const }, {}] };
  const decide = async (programme: Steered, ordinal: number, body: object) =>
    ((await programme.change(ordinal, body)).body as { id: string }).id;
  const answerTo = async (programme: Steered, ordinal: number, id: string) => {
    const answer = await programme.undo(ordinal, id);
    return answer.status === 201 ? 'done' : problemIn(answer).code;
  };
  const canUndo = async (programme: Steered, ordinal: number) =>
    (await historyOf(programme, ordinal)).items.filter((one) => one.canUndo).map(({ kind }) => kind);

  it('of a release is possible until money was committed in the phase', async () => {
    const programme = await makeSteered(api);
    await programme.evaluate(1, 'continue');
    const first = await decide(programme, 2, { kind: 'release' });
    daysOn(3);
    expect(await canUndo(programme, 2)).toEqual(['release']);
    expect(await answerTo(programme, 2, first)).toBe('done');
    expect(await historyOf(programme, 2)).toMatchObject({
      phase: { state: 'planned' },
      items: [
        { kind: 'release', canUndo: false, undone: { by: 'Medewerker', motivation: 'Een vergissing.' } },
      ],
    });
    const session = await makeSession(db, programme, time.now, priced);
    const booked = await book(session.id);
    const again = await decide(programme, 2, { kind: 'release' });
    expect(await canUndo(programme, 2)).toEqual([]);
    expect(await answerTo(programme, 2, again)).toBe('phase-change-in-effect');
    // Also when it came back since.
    await call('POST', `/registrations/${booked}/cancellation`, {
      headers: { 'registration-token': manageToken(config.secret, booked) },
    });
    expect((await moneyOf(api, programme.phaseIds[1]!)).ledger.committed).toBe(0);
    expect(await answerTo(programme, 2, again)).toBe('phase-change-in-effect');
    daysOn(0);
  });

  it('of a release leaves in reserve what is asked for after it', async () => {
    const programme = await makeSteered(api);
    await programme.evaluate(1, 'continue');
    const release = await decide(programme, 2, { kind: 'release' });
    const session = await makeSession(db, programme, time.now, priced);
    const held = await hold(session.id);
    expect(await answerTo(programme, 2, release)).toBe('done');
    await confirm(held.id);
    expect((await moneyOf(api, programme.phaseIds[1]!)).ledger).toMatchObject({
      reserved: 100_00,
      committed: 0,
    });
  });

  it.each([
    ['reduce', { ceilingCents: 50_00 }],
    ['pause', {}],
  ])('of a %s is possible until the day from which it holds', async (kind, more) => {
    const programme = await makeSteered(api, approved);
    const { id } = await makeSession(db, programme, start, {
      ...priced,
      startsAt: new Date(start.getTime() + 20 * DAY),
    });
    const later = { ...more, kind, effectiveOn: programme.day(2), motivation: 'x' };
    const first = await decide(programme, 2, later);
    daysOn(1);
    expect(await canUndo(programme, 2)).toEqual([kind]);
    expect(await answerTo(programme, 2, first)).toBe('done');
    expect(await answerTo(programme, 2, first)).toBe('phase-not-changeable');
    daysOn(2);
    expect((await historyOf(programme, 2)).phase).toMatchObject({
      state: 'approved',
      ceilingCents: 10_000_00,
    });
    expect(await payerOf(await book(id))).toBe('municipality');
    daysOn(0);

    const second = await decide(programme, 2, later);
    daysOn(2);
    expect(await answerTo(programme, 2, second)).toBe('phase-change-in-effect');
    expect(await payerOf(await book(id))).toBe('entrepreneur');
    daysOn(0);
  });

  it('of a payment is possible on the day itself', async () => {
    const programme = await makeSteered(api, approved);
    const first = await decide(programme, 2, { kind: 'pay' });
    expect(await answerTo(programme, 2, first)).toBe('done');
    expect((await historyOf(programme, 2)).phase.state).toBe('approved');
    const second = await decide(programme, 2, { kind: 'pay' });
    daysOn(1);
    expect(await answerTo(programme, 2, second)).toBe('phase-change-in-effect');
    daysOn(0);
  });

  it('waits for what was decided on top of it', async () => {
    const programme = await makeSteered(api);
    const release = await decide(programme, 1, { kind: 'release' });
    const pay = await decide(programme, 1, { kind: 'pay' });
    expect(await canUndo(programme, 1)).toEqual(['pay']);
    expect(await answerTo(programme, 1, release)).toBe('phase-change-needed');
    expect(await answerTo(programme, 1, pay)).toBe('done');
    expect(await answerTo(programme, 1, release)).toBe('done');
    const audit = await sql`select action, details from audit_log
      where subject_id = ${programme.phaseIds[0]!} and action = 'phase.undone' order by id`;
    expect(audit.map(({ details }) => details.kind)).toEqual(['pay', 'release']);
  });

  it('does not wait for what has nothing to do with it', async () => {
    const programme = await makeSteered(api);
    const later = { kind: 'pause', effectiveOn: programme.day(5), motivation: 'x' };
    const pause = await decide(programme, 1, later);
    await decide(programme, 1, { kind: 'release' });
    expect(await answerTo(programme, 1, pause)).toBe('done');
    expect((await historyOf(programme, 1)).phase.state).toBe('approved');
  });

  it('is not for another quarter, nor for what is not there', async () => {
    const programme = await makeSteered(api, approved);
    const pause = { kind: 'pause', effectiveOn: programme.day(5), motivation: 'x' };
    const id = await decide(programme, 2, pause);
    expect(await answerTo(programme, 1, id)).toBe('not-found');
    expect(await answerTo(programme, 2, programme.phaseIds[1]!)).toBe('not-found');
    const noReason = await programme.post(`/quarters/2/phase-changes/${id}/undoing`, { motivation: ' ' });
    expect(problemIn(noReason).invalidParams).toMatchObject([{ name: 'motivation', code: 'required' }]);
    expect((await historyOf(programme, 2)).items).toMatchObject([{ undone: null, canUndo: true }]);
  });

  it('sent twice counts once', async () => {
    const programme = await makeSteered(api, approved);
    const pause = { kind: 'pause', effectiveOn: programme.day(5), motivation: 'x' };
    const id = await decide(programme, 2, pause);
    const send = () =>
      call('POST', `${programme.path}/quarters/2/phase-changes/${id}/undoing`, {
        body: { motivation: 'Een vergissing.' },
        cookie: programme.cookie,
        headers: { 'idempotency-key': 'once' },
      });
    expect([(await send()).status, (await send()).status]).toEqual([201, 201]);
  });

  it('makes a plan of the phase again, that cannot be removed', async () => {
    const programme = await makeSteered(api, { authorisedCents: 50_000_00 });
    const release = await decide(programme, 1, { kind: 'release' });
    await programme.undo(1, release);
    const plan = await programme.get<{ quarters: object[] }>('/phases');
    expect(plan.quarters[0]).toMatchObject({ canChange: true, canRemove: false });
  });

  describe('is refused', () => {
    let programme: Steered;
    let id: string;
    beforeAll(async () => {
      programme = await makeSteered(api, approved);
      id = await decide(programme, 2, { kind: 'pause', effectiveOn: programme.day(5), motivation: 'x' });
    });
    const others = strangers(api, () => programme);
    it('to everyone but the municipality, and nothing is written', async () => {
      for (const [who, status, cookie] of others) {
        const answer = await call('POST', `${programme.path}/quarters/2/phase-changes/${id}/undoing`, {
          body: { motivation: 'x' },
          ...(cookie && { cookie }),
        });
        expect([who, answer.status]).toEqual([who, status]);
      }
      expect((await historyOf(programme, 2)).items).toMatchObject([{ undone: null }]);
    });
  });
});

describe('a change is refused', () => {
  let programme: Steered;
  beforeAll(async () => void (programme = await makeSteered(api)));
  const others = strangers(api, () => programme);

  it.each([
    [{ kind: 'pause', motivation: 'x' }, 'effectiveOn', 'required'],
    [{ kind: 'pause', motivation: 'x', effectiveOn: '2020-01-01' }, 'effectiveOn', 'in-past'],
    [{ kind: 'pause', motivation: ' ', effectiveOn: '2099-01-01' }, 'motivation', 'required'],
    [{ kind: 'pause', motivation: 'a\u0000b', effectiveOn: '2099-01-01' }, 'motivation', 'invalid'],
    [{ kind: 'reduce', motivation: 'x', effectiveOn: '2099-01-01' }, 'ceilingCents', 'required'],
    [
      { kind: 'reduce', motivation: 'x', effectiveOn: '2099-01-01', ceilingCents: -1 },
      'ceilingCents',
      'too-short',
    ],
    [{ kind: 'raise' }, 'kind', 'invalid'],
  ])('%o', async (body, name, code) => {
    const answer = await programme.change(1, body);
    expect(answer.status).toBe(400);
    expect(problemIn(answer).invalidParams).toMatchObject([{ name, code }]);
  });

  it('of a quarter that is not there, or has no phase', async () => {
    expect((await programme.change(9, { kind: 'release' })).status).toBe(404);
    await sql`delete from budget_phases where id = ${programme.phaseIds[2]!}`;
    const pause = { kind: 'pause', effectiveOn: programme.day(0), motivation: 'x' };
    expect(problemIn(await programme.change(3, pause)).code).toBe('no-phase');
  });

  it('to everyone but the municipality, and nothing is written', async () => {
    for (const [who, status, cookie] of others) {
      const answer = await call('POST', `${programme.path}/quarters/1/phase-changes`, {
        body: { kind: 'release', repeatedCents: 10_000_00 },
        ...(cookie && { cookie }),
      });
      expect([who, answer.status]).toEqual([who, status]);
    }
    expect((await historyOf(programme, 1)).items).toEqual([]);
  });

  it('may be read by the parties', async () => {
    const party = others.find(([who]) => who === 'an association')![2]!;
    expect(await programme.get('/quarters/1/phase-changes', party)).toMatchObject({ items: [] });
    const other = others.find(([who]) => who === 'another municipality')![2]!;
    const answer = await call('GET', `${programme.path}/quarters/1/phase-changes`, { cookie: other });
    expect(answer.status).toBe(404);
  });
});
