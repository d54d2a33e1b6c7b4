import { expect, it } from 'vitest';
import { everyMinute } from '../../api/mail/jobs/every-minute.ts';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { testApi } from '../support/api.ts';
import { HOUR, makeSession, makeStaff } from '../support/fixtures.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { recount } from '../support/recount-money.ts';
import { makeSteered } from '../support/steering.ts';

const ROUNDS = Number(process.env.STORM_ROUNDS ?? 6);
const AT_ONCE = 30;
const seed = Number(process.env.STORM_SEED ?? Date.now() % 100_000);
const api = await testApi('empty', { connections: 24, doors: 6, worker: false });
const { db, sql, time, config, call, signIn, latestCode, enqueueMail } = api;

let state = seed;
/** A number below `below`, the same ones for the same seed. */
function dice(below: number) {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * below);
}
const oneOf = <T>(list: readonly T[]) => list[dice(list.length)]!;

it(`everyone does everything at once, and it still adds up (seed ${seed})`, async () => {
  const made = await makeSteered(api, { phases: [{ state: 'paid' }, { ceilingCents: 3_000_00 }, {}] });
  const organiser = await signIn((await makeStaff(db, [{ organisationId: made.association.id }])).email);
  const city = made.cookie;
  const rules = [
    { kind: 'programmeRunning' },
    { kind: 'kvkNumber', required: true },
    { kind: 'capPerEntrepreneur', max: 3, unit: 'count', period: { per: 'programme' } },
    { kind: 'deMinimisRoom', ceilingCents: 300_000_00, years: 3 },
    { kind: 'budgetRoom' },
  ];
  await sql`update rule_sets set rules = ${sql.json(rules)} where programme_id = ${made.programme.id}`;
  await sql`update programmes set de_minimis = 'applicable' where id = ${made.programme.id}`;
  const sessions: { id: string; moduleId: string }[] = [];
  for (let n = 0; n < 4; n++) {
    const startsAt = new Date(time.now.getTime() + (n === 0 ? 0.5 : 48 + n) * HOUR);
    sessions.push(
      await makeSession(db, made, time.now, {
        startsAt,
        capacity: 8,
        placesPerBusiness: null,
        module: { priceExVatCents: 100_00, vatRate: '21' },
      }),
    );
  }
  // Dates of one module, between which people move.
  await sql`update sessions set module_id = ${sessions[1]!.moduleId}`;
  const registrations: string[] = [];
  const token = (id: string) => ({ headers: { 'registration-token': manageToken(config.secret, id) } });
  const KVK = ['69599084', '00000019', '68750110', '90001354', '90003942', '90001745'];
  let person = 0;
  const { path } = made;
  const deeds: Record<string, () => Promise<{ status: number; body?: unknown }>> = {
    register: async () => {
      const body = { name: 'Noor', email: `n${++person}@storm.example`, kvkNumber: oneOf(KVK) };
      const answer = await call('POST', `/sessions/${oneOf(sessions).id}/registrations`, { body });
      if (answer.status === 201) registrations.push((answer.body as { id: string }).id);
      return answer;
    },
    confirm: async () => {
      const id = oneOf(registrations.slice(-12));
      const code = await latestCode(id).catch(() => '000000');
      return call('POST', `/registrations/${id}/confirmation`, { body: { code } });
    },
    cancel: () => {
      const id = oneOf(registrations);
      return call('POST', `/registrations/${id}/cancellation`, token(id));
    },
    swap: () => {
      const id = oneOf(registrations);
      return call('POST', `/registrations/${id}/swap`, {
        ...token(id),
        body: { sessionId: oneOf(sessions).id },
      });
    },
    waits: () => {
      const id = oneOf(registrations);
      const sessionIds = [...new Set([oneOf(sessions).id, oneOf(sessions).id])];
      return call('PUT', `/registrations/${id}/waits`, { ...token(id), body: { sessionIds } });
    },
    declare: () => {
      const id = oneOf(registrations);
      const body = { declarations: {}, deMinimisCents: dice(2) * 299_990_00 };
      return call('PUT', `/registrations/${id}/declarations`, { ...token(id), body });
    },
    ask: () => {
      const id = oneOf(registrations);
      return call('POST', `/registrations/${id}/review-request`, { ...token(id), body: {} });
    },
    review: () => {
      const body = { outcome: oneOf(['approved', 'refused']), motivation: 'Gezien en besproken.' };
      return call('POST', `/registrations/${oneOf(registrations)}/review`, { cookie: city, body });
    },
    again: () => call('POST', `/registrations/${oneOf(registrations)}/decisions`, { cookie: city }),
    mark: async () => {
      const certain = await sql<{ id: string }[]>`
        select id from registrations where session_id = ${sessions[0]!.id} and status = 'confirmed' order by id`;
      const marks = [
        {
          registrationId: certain.length > 0 ? oneOf(certain).id : oneOf(registrations),
          attendance: oneOf(['present', 'absent', 'excused', null]),
        },
      ];
      return call('PUT', `/sessions/${sessions[0]!.id}/attendance`, { cookie: organiser, body: { marks } });
    },
    walkIn: () =>
      call('POST', `/sessions/${sessions[0]!.id}/walk-ins`, {
        cookie: organiser,
        body: { name: 'Bo Loopin', kvkNumber: oneOf(KVK) },
      }),
    capacity: () =>
      call('PATCH', `/sessions/${oneOf(sessions).id}`, {
        cookie: organiser,
        body: { capacity: 4 + dice(8) },
      }),
    evaluate: () => made.evaluate(1, 'continue'),
    phase: () =>
      made.change(2, {
        kind: oneOf(['release', 'pay', 'reduce', 'pause', 'resume']),
        ceilingCents: oneOf([500_00, 2_000_00, 3_000_00]),
        effectiveOn: made.day(0),
        motivation: 'Zo besloten.',
      }),
    measure: () =>
      made.measure({
        kind: oneOf(['reduceContribution', 'pause', 'coSteer']),
        quarter: 2,
        trigger: 'budget',
        motivation: 'Zo besloten.',
        effectiveOn: made.day(0),
        ceilingCents: oneOf([1_000_00, 2_500_00]),
      }),
    stop: () =>
      made.measure({
        kind: 'stop',
        quarter: 2,
        trigger: 'budget',
        motivation: 'Zo besloten.',
        effectiveOn: made.day(0),
      }),
    settle: () => call('POST', `${path}/quarters/1/settlement`, { cookie: city }),
    ruleSet: () => made.post('/rule-sets', { rules, validFrom: made.day(0) }),
    products: () =>
      call('PUT', `${path}/products`, {
        cookie: city,
        body: {
          items: [
            { code: 'gesprek', name: 'Gesprek', hours: 1, priceCents: 100, inPackage: false, cap: null },
          ],
        },
      }),
    settings: async () => {
      const { body } = await call('GET', `${path}/settings`, { cookie: city });
      const { version, settings } = body as { version: number; settings: object };
      return call('PUT', `${path}/settings`, {
        cookie: city,
        body: { version, motivation: 'Zo besloten.', settings },
      });
    },
    roster: () =>
      call('PUT', `/organisations/${made.association.id}/roster`, {
        cookie: organiser,
        body: { emails: [`n${dice(30)}@storm.example`], kvkNumbers: [oneOf(KVK)] },
      }),
    minute: async () => {
      await everyMinute({ db, clock: () => time.now, config, enqueueMail });
      return { status: 200 };
    },
    read: () =>
      call('GET', path + oneOf(['/budget', '/caps', '/reviews', '/quarters/2/report']), { cookie: city }),
  };
  const names = Object.keys(deeds).filter((name) => name !== 'stop');
  const often = ['register', 'confirm', 'confirm', 'confirm', 'cancel', 'swap', 'review', 'mark', 'phase'];
  for (let n = 0; n < 10; n++) await deeds.register!();
  for (let round = 0; round < ROUNDS; round++) {
    const isLast = round === ROUNDS - 1;
    const chosen = Array.from({ length: AT_ONCE }, (_, n) =>
      isLast && n === AT_ONCE / 2 ? 'stop' : oneOf([...names, ...often]),
    );
    const got = await Promise.all(chosen.map(async (name) => ({ name, ...(await deeds[name]!()) })));
    expect(got.filter(({ status }) => status >= 500)).toEqual([]);
    expect([round, await brokenInvariants(sql)]).toEqual([round, []]);
    expect([round, (await recount(sql)).filter(({ what }) => what !== 'above the ceiling')]).toEqual([
      round,
      [],
    ]);
    // Some holds lapse between the rounds.
    time.now = new Date(time.now.getTime() + 20_000);
  }
}, 120_000);

it('of lists of members that are sent at once one is left, whole', async () => {
  const made = await makeSteered(api);
  const cookie = await signIn((await makeStaff(db, [{ organisationId: made.association.id }])).email);
  const send = (n: number) => {
    const emails = [
      'steeds@voorbeeld.example',
      ...Array.from({ length: n }, (_, m) => `lid${m}@voorbeeld.example`),
    ];
    return call('PUT', `/organisations/${made.association.id}/roster`, { cookie, body: { emails } });
  };
  const statuses = (await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(send))).map(({ status }) => status);
  expect(statuses).toEqual(Array(8).fill(200));
  const [kept] = await sql`
    select r.emails, count(e.hash)::int as entries from rosters r
    join roster_entries e on e.organisation_id = r.organisation_id
    where r.organisation_id = ${made.association.id} group by r.organisation_id`;
  expect(kept!.entries).toBe(kept!.emails);
});
