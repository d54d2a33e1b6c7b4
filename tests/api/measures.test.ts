import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { problemIn, testApi } from '../support/api.ts';
import { makeSession, makeStaff } from '../support/fixtures.ts';
import { rewriting } from '../support/rewriting.ts';
import { storedMails } from '../support/stored-mails.ts';
import { bookers, makeSteered, moneyOf, priced, type Steered, strangers } from '../support/steering.ts';

const DAY = 86_400_000;
const api = await testApi();
const { db, sql, time, call } = api;
const { book } = bookers(api, 'maatregel');
const start = time.now;
afterEach(() => void (time.now = start));
const inThreeWeeks = () => ({ ...priced, startsAt: new Date(start.getTime() + 20 * DAY) });
const approved = { phases: [{}, { state: 'approved' as const }, {}] };

const payerOf = async (id: string) =>
  (
    await sql<{ payer: string }[]>`select payer from decisions where registration_id = ${id}
      order by decided_at desc, id desc limit 1`
  )[0]!.payer;
const about = { quarter: 2, trigger: 'onlyMembers', motivation: 'Er kwamen alleen leden.' };
type List = { items: { kind: string; ceilingCents: number | null; decidedBy: string; quarter: number }[] };

describe('what a measure does to the money, the day before and the day after', () => {
  it.each([
    ['pause', {}],
    ['stop', {}],
    ['reduceContribution', { ceilingCents: 100_00 }],
  ])('%s', async (kind, more) => {
    const programme = await makeSteered(api, approved);
    const { id } = await makeSession(db, programme, start, inThreeWeeks());
    const measure = { ...about, ...more, kind, effectiveOn: programme.day(1) };
    expect((await programme.measure(measure)).status).toBe(201);
    const before = await book(id);
    time.now = new Date(start.getTime() + DAY);
    const after = await book(id);
    expect([await payerOf(before), await payerOf(after)]).toEqual(['municipality', 'entrepreneur']);
    const { phase, ledger } = await moneyOf(api, programme.phaseIds[1]!);
    expect(ledger).toEqual({ reserved: 0, committed: 100_00, realised: 0 });
    expect(phase).toEqual(ledger);
  });

  it.each(['coSteer', 'scaleDown'])('%s leaves it as it is', async (kind) => {
    const programme = await makeSteered(api, approved);
    const { id } = await makeSession(db, programme, start, inThreeWeeks());
    expect((await programme.measure({ ...about, kind, effectiveOn: programme.day(0) })).status).toBe(201);
    expect(await payerOf(await book(id))).toBe('municipality');
  });

  it('a stop also ends what is paid in a programme without phases, and opens no phase any more', async () => {
    const programme = await makeSteered(api, approved);
    const stop = { ...about, kind: 'stop', effectiveOn: programme.day(0) };
    expect((await programme.measure(stop)).status).toBe(201);
    for (const ordinal of [2, 3]) {
      expect(await programme.get(`/quarters/${ordinal}/phase-changes`)).toMatchObject({
        phase: { state: 'paused' },
        items: [{ kind: 'pause' }],
      });
    }
    // The first quarter was over.
    expect(await programme.get('/quarters/1/phase-changes')).toMatchObject({ items: [] });
    await sql`update programme_quarters set ends_on = ${programme.day(-1)} where id = ${programme.quarter.id}`;
    expect((await programme.evaluate(2, 'continue')).status).toBe(201);
    const changes = [{ kind: 'release' }, { kind: 'resume', effectiveOn: programme.day(0), motivation: 'x' }];
    for (const body of changes) {
      expect(problemIn(await programme.change(3, body)).code).toBe('programme-stopped');
    }
    expect(problemIn(await programme.measure(stop)).code).toBe('programme-stopped');

    await rewriting(sql, 'phase_changes', () => sql`delete from phase_changes`);
    await sql`delete from budget_phases where id in ${sql(programme.phaseIds)}`;
    await sql`update rule_sets set rules = '[{"kind":"programmeRunning"}]' where programme_id = ${programme.programme.id}`;
    const { id } = await makeSession(db, programme, start, inThreeWeeks());
    expect(await payerOf(await book(id))).toBe('entrepreneur');
  });
});

describe('a measure', () => {
  it('is told to who works for the executors, and to nobody else, in the transaction', async () => {
    const programme = await makeSteered(api, approved);
    const one = await makeStaff(db, [{ organisationId: programme.association.id }]);
    const other = await makeStaff(db, [{ organisationId: programme.otherAssociation.id }]);
    await makeStaff(db, [{ organisationId: programme.funder.id }]);
    const refused = { ...about, kind: 'pause', effectiveOn: '2020-01-01' };
    expect((await programme.measure(refused)).status).toBe(400);
    const measure = { ...about, kind: 'reduceContribution', ceilingCents: 80_00 };
    await programme.measure({ ...measure, effectiveOn: programme.day(3) });
    await storedMails(sql).settled();
    const all = await sql<{ to: string; text: string }[]>`select recipient as to, text from mailbox
      where subject like 'Maatregel%' and recipient like 'staf%' and text like '%hoogstens € 80,%'`;
    expect(all.map(({ to }) => to).sort()).toEqual([one.email, other.email].sort());
    expect(all[0]!.text).toContain('Er kwamen alleen leden.');
  });

  it('stays to be read by municipality and parties, newest first, with who decided', async () => {
    const programme = await makeSteered(api, approved);
    for (const kind of ['coSteer', 'pause']) {
      await programme.measure({ ...about, kind, effectiveOn: programme.day(0) });
      time.now = new Date(time.now.getTime() + 1000);
    }
    const { items } = await programme.get<List>('/measures');
    expect(items).toMatchObject([
      { kind: 'pause', quarter: 2, decidedBy: 'Medewerker', ceilingCents: null },
      { kind: 'coSteer' },
    ]);
    const audit = await sql`select details from audit_log where action = 'programme.measure'
      and subject_id = ${programme.programme.id} order by id`;
    expect(audit.map(({ details }) => details.kind)).toEqual(['coSteer', 'pause']);
  });

  it('that lowers or pauses is taken back before its day, and who was told of it is told', async () => {
    const programme = await makeSteered(api, approved);
    const one = await makeStaff(db, [{ organisationId: programme.association.id }]);
    await makeStaff(db, [{ organisationId: programme.funder.id }]);
    const measure = { ...about, kind: 'reduceContribution', ceilingCents: 81_00 };
    await programme.measure({ ...measure, effectiveOn: programme.day(3) });
    type Changes = { items: { id: string; measureId: string }[] };
    const { items } = await programme.get<Changes>('/quarters/2/phase-changes');
    expect((await programme.undo(2, items[0]!.id)).status).toBe(201);
    await storedMails(sql).settled();
    const all = await sql<{ to: string; text: string }[]>`select recipient as to, text from mailbox
      where subject like 'Een maatregel gaat niet door%' and text like '%hoogstens € 81,%'`;
    expect(all.map(({ to }) => to)).toEqual([one.email]);
    expect(all[0]!.text).toContain('Een vergissing.');
    const list = await programme.get<{ items: object[] }>('/measures');
    expect(list.items).toMatchObject([
      { kind: 'reduceContribution', undone: { by: 'Medewerker', motivation: 'Een vergissing.' } },
    ]);
  });

  it('that stops the programme is final, also before its day', async () => {
    const programme = await makeSteered(api, approved);
    await programme.measure({ ...about, kind: 'stop', effectiveOn: programme.day(3) });
    const { items } = await programme.get<{ items: { id: string; canUndo: boolean }[] }>(
      '/quarters/2/phase-changes',
    );
    expect(items).toMatchObject([{ canUndo: false }]);
    expect(problemIn(await programme.undo(2, items[0]!.id)).code).toBe('programme-stopped');
    expect((await programme.get<List>('/measures')).items).toHaveLength(1);
  });

  it('sent twice counts once', async () => {
    const programme = await makeSteered(api, approved);
    const body = { ...about, kind: 'pause', effectiveOn: programme.day(0), repeatedCents: 10_000_00 };
    const send = () =>
      call('POST', `${programme.path}/measures`, {
        body,
        cookie: programme.cookie,
        headers: { 'idempotency-key': 'once' },
      });
    expect([(await send()).status, (await send()).status]).toEqual([201, 201]);
    expect((await programme.get<List>('/measures')).items).toHaveLength(1);
    expect(problemIn(await programme.measure(body)).code).toBe('phase-not-changeable');
    expect((await programme.get<List>('/measures')).items).toHaveLength(1);
  });
});

describe('a measure is refused', () => {
  let programme: Steered;
  beforeAll(async () => void (programme = await makeSteered(api, approved)));
  const others = strangers(api, () => programme);

  it('with every fault named at once', async () => {
    const answer = await programme.measure({ kind: 'reduceContribution', quarter: 2, motivation: ' ' });
    expect(
      problemIn(answer)
        .invalidParams?.map(({ name }) => name)
        .sort(),
    ).toEqual(['ceilingCents', 'effectiveOn', 'motivation', 'trigger']);
  });

  it('for a quarter that is not there', async () => {
    const body = { ...about, quarter: 9, kind: 'coSteer', effectiveOn: programme.day(0) };
    expect((await programme.measure(body)).status).toBe(404);
  });

  it('to everyone but the municipality, and nothing is written', async () => {
    const body = { ...about, kind: 'stop', effectiveOn: programme.day(0) };
    for (const [who, status, cookie] of others) {
      const answer = await call('POST', `${programme.path}/measures`, { body, ...(cookie && { cookie }) });
      expect([who, answer.status]).toEqual([who, status]);
    }
    expect((await programme.get<List>('/measures')).items).toEqual([]);
    const party = others.find(([who]) => who === 'an association')![2]!;
    expect(await programme.get('/measures', party)).toEqual({ items: [] });
  });
});
