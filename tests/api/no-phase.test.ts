import { describe, expect, it } from 'vitest';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeSession, makeStaff } from '../support/fixtures.ts';
import { bookers, priced } from '../support/steering.ts';

const api = await testApi();
const { db, sql, time, config, call, signIn } = api;
const { hold, confirm, book } = bookers(api, 'geenfase');

type Decided = { outcome: string; cost: { payer: string } };
const programmeWith = (change: Parameters<typeof makeProgramme>[2]) => makeProgramme(db, time.now, change);
const entries = (id: string) => sql`select * from ledger_entries where programme_id = ${id}`;

describe('in a quarter for which no money is set apart', () => {
  it.each([
    ['nothing was authorised', {}],
    ['money was authorised', { authorisedCents: 100_000_00 }],
  ])('no place is promised, also where %s', async (_, money) => {
    const made = await programmeWith({ funding: 'perParticipant', ...money });
    const session = await makeSession(db, made, time.now, priced);
    const asked = (
      await call('POST', '/eligibility-checks', { body: { sessionId: session.id, kvkNumber: '69599084' } })
    ).body as Decided;
    expect(asked).toMatchObject({ outcome: 'not-eligible', cost: { payer: 'entrepreneur' } });
    const { id } = await hold(session.id);
    expect((await confirm(id)).status).toBe(200);
    const [decision] = await sql`select payer, rules from decisions where registration_id = ${id}
      order by decided_at desc, id desc limit 1`;
    expect(decision).toMatchObject({ payer: 'entrepreneur' });
    expect(decision!.rules).toContainEqual(
      expect.objectContaining({ rule: 'budgetRoom', outcome: 'failed' }),
    );
    expect(await entries(made.programme.id)).toEqual([]);
  });

  it('nobody at the desk can promise it either', async () => {
    const made = await programmeWith({ funding: 'perParticipant' });
    const session = await makeSession(db, made, time.now, priced);
    const id = await book(session.id);
    const asked = await call('POST', `/registrations/${id}/review-request`, {
      headers: { 'registration-token': manageToken(config.secret, id) },
      body: { explanation: 'Ik dacht dat dit gratis was.' },
    });
    expect(asked.status).toBeLessThan(300);
    const cookie = await signIn((await makeStaff(db, [{ municipalityId: made.municipality.id }])).email);
    const answer = await call('POST', `/registrations/${id}/review`, {
      cookie,
      body: { outcome: 'approved', motivation: 'Toch maar wel.' },
    });
    expect(answer.status).toBe(409);
    expect(problemIn(answer).code).toBe('budget-full');
  });

  it('no session is paid as a whole', async () => {
    const made = await programmeWith({ funding: 'perSession' });
    const session = await makeSession(db, made, time.now, { capacity: 5, contributionCents: 500_00 });
    await book(session.id);
    expect(await entries(made.programme.id)).toEqual([]);
  });

  it('what costs nothing is still free', async () => {
    const made = await programmeWith({ funding: 'perParticipant' });
    const session = await makeSession(db, made, time.now, { capacity: 5 });
    const { id } = await hold(session.id);
    const [decision] = await sql`select payer from decisions where registration_id = ${id}`;
    expect(decision).toEqual({ payer: 'municipality' });
  });

  it('what was promised before stays, and goes back to where it came from', async () => {
    const made = await programmeWith({ funding: 'perParticipant' });
    await sql`insert into budget_phases (quarter_id, ceiling_cents, state)
      values (${made.quarter.id}, 100000, 'approved')`;
    const session = await makeSession(db, made, time.now, priced);
    const id = await book(session.id);
    // As money was kept before phases were asked for.
    await sql`alter table ledger_entries disable trigger user`;
    await sql`update ledger_entries set phase_id = null where registration_id = ${id}`;
    await sql`alter table ledger_entries enable trigger user`;
    await sql`delete from budget_phases where quarter_id = ${made.quarter.id}`;
    const headers = { 'registration-token': manageToken(config.secret, id) };
    expect((await call('POST', `/registrations/${id}/cancellation`, { headers })).status).toBe(200);
    expect(await entries(made.programme.id)).toMatchObject(
      [
        { fromState: 'free', toState: 'committed' },
        { fromState: 'committed', toState: 'free' },
      ].map(({ fromState, toState }) => ({ from_state: fromState, to_state: toState })),
    );
  });
});
