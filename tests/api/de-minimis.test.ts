import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { localDate } from '../../api/language/time.ts';
import { plusWorkingDays } from '../../api/language/working-days.ts';
import { problemIn, testApi } from '../support/api.ts';
import {
  makeProgramme,
  makeSession,
  makeStaff,
  type ProgrammeFixture,
  setApart,
} from '../support/fixtures.ts';

const { db, sql, time, config, call, latestCode, signIn } = await testApi();
const today = localDate(time.now);
let programme: ProgrammeFixture;
let staff: string;
const staffOf = async (role: Parameters<typeof makeStaff>[1][number]) =>
  signIn((await makeStaff(db, [role])).email);
beforeAll(async () => {
  programme = await makeProgramme(db, time.now, { funding: 'perParticipant', deMinimis: 'applicable' });
  await setApart(db, programme);
  await sql`update rule_sets set rules = ${sql.json([
    { kind: 'programmeRunning' },
    { kind: 'deMinimisRoom', ceilingCents: 300_000_00, years: 3 },
  ])} where programme_id = ${programme.programme.id}`;
  staff = await staffOf({ municipalityId: programme.municipality.id });
});

/** Without a rule on state aid, so that every place is decided at once. */
async function withoutRule(change: Parameters<typeof makeProgramme>[2] = {}) {
  const made = await makeProgramme(db, time.now, {
    funding: 'perParticipant',
    deMinimis: 'applicable',
    ...change,
  });
  await setApart(db, made);
  return { ...made, staff: await staffOf({ municipalityId: made.municipality.id }) };
}
const priced = { module: { priceExVatCents: 250_00 }, capacity: 20 };

let person = 0;
type Person = { name: string; email: string; kvkNumber?: string };
const somebody = (): Person => ({ name: 'Noor Jansen', email: `steun${++person}@voorbeeld.example` });
async function hold(sessionId: string, who = somebody()) {
  const { body } = await call('POST', `/sessions/${sessionId}/registrations`, { body: who });
  return (body as { id: string }).id;
}
const confirm = async (id: string) =>
  call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
const cancel = (id: string) =>
  call('POST', `/registrations/${id}/cancellation`, {
    headers: { 'registration-token': manageToken(config.secret, id) },
  });
type List = {
  items: { id: string; registrationId: string; state: string; cents: number; registerBefore: string }[];
};
const list = async (slug: string, cookie: string) =>
  (await call('GET', `/programmes/${slug}/de-minimis`, { cookie })).body as List;

describe('the register of state aid', () => {
  it('has a grant from the moment a paid place is certain, and keeps it, withdrawn, when it is given up', async () => {
    const made = await withoutRule();
    const session = await makeSession(db, made, time.now, priced);
    const id = await hold(session.id);
    expect((await list(made.programme.slug, made.staff)).items).toEqual([]);
    expect((await confirm(id)).status).toBe(200);
    expect((await list(made.programme.slug, made.staff)).items).toMatchObject([
      {
        registrationId: id,
        cents: 250_00,
        grantedOn: today,
        registerBefore: plusWorkingDays(today, 20),
        state: 'open',
      },
    ]);
    expect((await cancel(id)).status).toBeLessThan(300);
    expect((await list(made.programme.slug, made.staff)).items).toMatchObject([
      { registrationId: id, withdrawnOn: today, state: 'withdrawn' },
    ]);
  });

  it('has no row for a place that was given up before it was certain', async () => {
    const made = await withoutRule();
    const session = await makeSession(db, made, time.now, priced);
    expect((await cancel(await hold(session.id))).status).toBeLessThan(300);
    expect((await list(made.programme.slug, made.staff)).items).toEqual([]);
  });

  it.each(['not', 'under-investigation'] as const)(
    'has no rows where state aid is: %s',
    async (deMinimis) => {
      const made = await withoutRule({ deMinimis });
      const session = await makeSession(db, made, time.now, priced);
      expect((await confirm(await hold(session.id))).status).toBe(200);
      expect(await list(made.programme.slug, made.staff)).toEqual({ deMinimis, items: [] });
    },
  );

  it('adds up to the certain places that the municipality pays, whatever happened', async () => {
    const made = await withoutRule();
    const session = await makeSession(db, made, time.now, { ...priced, capacity: 200 });
    const step = fc.constantFrom('hold', 'confirm', 'confirm-cancel', 'cancel');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        for (const what of steps) {
          const id = await hold(session.id);
          if (what.startsWith('confirm')) expect((await confirm(id)).status).toBe(200);
          if (what.endsWith('cancel')) expect((await cancel(id)).status).toBe(200);
        }
        const [sums] = await sql`select
          (select coalesce(sum(cents), 0)::int from de_minimis_grants
            where programme_id = ${made.programme.id} and withdrawn_on is null) as granted,
          (select count(*)::int * 25000 from registrations
            where session_id = ${session.id} and status = 'confirmed') as certain`;
        expect(sums!.granted).toBe(sums!.certain);
      }),
      { numRuns: 8 },
    );
  });

  it('is seen by the rule on state aid at the next booking of that business, in any programme', async () => {
    const made = await withoutRule();
    const first = await makeSession(db, made, time.now, priced);
    const next = await makeSession(db, programme, time.now, priced);
    const who = { ...somebody(), kvkNumber: '69599084' };
    await confirm(await hold(first.id, who));
    const id = await hold(next.id, { ...somebody(), kvkNumber: who.kvkNumber });
    await confirm(id);
    const [decision] = await sql`select facts from decisions where registration_id = ${id}
      order by decided_at desc, id desc limit 1`;
    expect(decision!.facts.deMinimis).toEqual({
      declaredCents: null,
      grants: [{ cents: 250_00, on: today }],
    });
    // Nobody has looked at what this business had from others, so nothing is granted yet.
    expect((await list(programme.programme.slug, staff)).items).toEqual([]);
  });
});

describe('entering a grant in the central register', () => {
  const enter = (id: string, cookie: string | undefined, body: object) =>
    call('POST', `/de-minimis-grants/${id}/registration`, { body, ...(cookie && { cookie }) });
  async function granted(count: number) {
    const made = await withoutRule();
    const session = await makeSession(db, made, time.now, priced);
    for (let n = 0; n < count; n++) await confirm(await hold(session.id));
    const { items } = await list(made.programme.slug, made.staff);
    return { made, items };
  }

  it('puts what is late first and what is done last', async () => {
    const { made, items } = await granted(3);
    const [done, late, open] = items;
    await sql`update de_minimis_grants set granted_on = '2020-01-01', register_before = '2020-01-30'
      where id = ${late!.id}`;
    const answer = await enter(done!.id, made.staff, { registeredOn: today, reference: ' EAIR-1 ' });
    expect(answer.status).toBe(200);
    expect((await list(made.programme.slug, made.staff)).items).toMatchObject([
      { id: late!.id, state: 'overdue' },
      { id: open!.id, state: 'open' },
      { id: done!.id, state: 'registered', registeredOn: today, registerReference: 'EAIR-1' },
    ]);
  });

  it.each([
    ['before the grant', { registeredOn: '2020-01-01', reference: 'x' }, 'registeredOn'],
    ['in the future', { registeredOn: '2199-01-01', reference: 'x' }, 'registeredOn'],
    ['without a reference', { registeredOn: today, reference: ' ' }, 'reference'],
  ])('is refused %s', async (_, body, field) => {
    const { made, items } = await granted(1);
    const answer = await enter(items[0]!.id, made.staff, body);
    expect(answer.status).toBe(400);
    expect(problemIn(answer).invalidParams?.map(({ name }) => name)).toEqual([field]);
  });

  it('is for the municipality that pays alone, and so is the list', async () => {
    const { made, items } = await granted(1);
    const others: [string | undefined, number][] = [
      [undefined, 401],
      [staff, 404],
      [await staffOf({ organisationId: made.association.id }), 404],
      [await staffOf({ operator: true }), 403],
    ];
    for (const [cookie, status] of others) {
      const body = { registeredOn: today, reference: 'x' };
      expect((await enter(items[0]!.id, cookie, body)).status).toBe(status);
      const path = `/programmes/${made.programme.slug}/de-minimis`;
      expect((await call('GET', path, cookie ? { cookie } : {})).status).toBe(status);
    }
    expect((await list(made.programme.slug, made.staff)).items).toMatchObject([{ state: 'open' }]);
  });
});
