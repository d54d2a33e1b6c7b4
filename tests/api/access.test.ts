import { beforeAll, describe, expect, it } from 'vitest';
import { checkAccessOfSessions } from '../../api/mail/jobs/check-access.ts';
import { problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, sql, deps, time, call, signIn } = await testApi('empty', { worker: false });
const start = time.now;
let programme: ProgrammeFixture;
let cookie: string;
beforeAll(async () => {
  programme = await makeProgramme(db, start, { requiresOpenAccess: true });
  cookie = await signIn((await makeStaff(db, [{ organisationId: programme.association.id }])).email);
});

type Check = {
  open: boolean | null;
  checkedAt: string | null;
  checks: { check: string; passed: boolean; detail: string }[];
  history: {
    event: string;
    by: string;
    at: string;
    until: string | null;
    broken: { rule: string; reason: string }[];
  }[];
};
const look = async (id: string) => (await call('GET', `/sessions/${id}/access-check`)).body as Check;
const change = (id: string, body: object, as = cookie) =>
  call('PATCH', `/sessions/${id}`, { cookie: as, body });
const publish = (id: string, as: string | undefined = cookie) =>
  call('POST', `/me/sessions/${id}/publication`, as ? { cookie: as } : {});
const failed = ({ checks }: Check) => checks.flatMap(({ check, passed }) => (passed ? [] : check));
const draft = (change: Parameters<typeof makeSession>[3] = {}) =>
  makeSession(db, programme, start, { status: 'draft', ...change });
const inDays = (days: number) => new Date(start.getTime() + days * 24 * HOUR);

/** What each setting breaks, as the API takes it. */
const closing: [rule: string, settings: Record<string, unknown>][] = [
  ['everyone', { openToNonMembers: false }],
  ['same-price', { memberContributionCents: 0 }],
  ['same-opening', { memberBookingOpensAt: inDays(-90).toISOString() }],
  ['no-code', { bookingCode: 'geheim' }],
  ['no-detour', { bookingUrl: 'https://vereniging.example/aanmelden' }],
  ['listed', { listed: false }],
];
const brokenIn = (answer: { body: unknown }) => {
  const { code, broken = [] } = problemIn(answer);
  return [code, ...broken.map(({ rule }) => rule)];
};

describe('the gate of a programme for everyone', () => {
  it.each(closing)(
    'refuses to publish or change into what breaks %s, with what to change',
    async (rule, settings) => {
      time.now = start;
      const { id } = await draft();
      expect((await change(id, settings)).status).toBe(200);
      const refused = await publish(id);
      expect(brokenIn(refused)).toEqual(['not-open-to-all', rule]);
      const { reason, change: advice } = problemIn(refused).broken![0]!;
      expect(reason.nl).toMatch(/\.$/);
      expect(advice.nl).toMatch(/\.$/);
      expect((await call('GET', `/sessions/${id}`)).status).toBe(404);

      const { id: open } = await makeSession(db, programme, start);
      expect(brokenIn(await change(open, settings))).toEqual(['not-open-to-all', rule]);
      expect(await look(open)).toMatchObject({ history: [{ event: 'published', broken: [] }] });
    },
  );

  it('tells everything at once, what the programme shows included', async () => {
    const hidden = await makeProgramme(db, start, { requiresOpenAccess: true, creditLine: ' ' });
    await sql`update programme_parties set is_sender = false
      where programme_id = ${hidden.programme.id} and organisation_id = ${hidden.otherAssociation.id}`;
    const as = await signIn((await makeStaff(db, [{ organisationId: hidden.association.id }])).email);
    const { id } = await makeSession(db, hidden, start, { status: 'draft' });
    expect(brokenIn(await publish(id, as))).toEqual(['not-open-to-all', 'senders', 'credit-line']);
    expect((await change(id, Object.assign({}, ...closing.map(([, one]) => one)), as)).status).toBe(200);
    const all = closing.map(([rule]) => rule);
    expect(brokenIn(await publish(id, as))).toEqual(['not-open-to-all', ...all, 'senders', 'credit-line']);
    const { id: open } = await makeSession(db, hidden, start);
    const senders = (await call('GET', `/sessions/${open}`)).body as { senders: unknown[] };
    expect(senders.senders).toHaveLength(2);
  });

  it('is not in the way of a programme that does not ask for it', async () => {
    const other = await makeProgramme(db, start);
    const as = await signIn((await makeStaff(db, [{ organisationId: other.association.id }])).email);
    const { id } = await makeSession(db, other, start, { status: 'draft', openToNonMembers: false });
    expect((await publish(id, as)).status).toBe(200);
    expect((await call('GET', `/sessions/${id}/access-check`)).status).toBe(404);
  });
});

describe('the check of a session', () => {
  it('is made when it is published, says so in words, and holds nothing of a person', async () => {
    time.now = start;
    const { id } = await draft({ capacity: 5 });
    expect((await call('GET', `/sessions/${id}/access-check`)).status).toBe(404);
    await publish(id);
    const check = await look(id);
    expect(check).toMatchObject({ open: true, checkedAt: start.toISOString() });
    expect(check.checks.at(-1)).toMatchObject({
      check: 'trial',
      passed: true,
      detail: 'Op proef geboekt als lid en als niet-lid: beide keren een plaats (gratis).',
    });
    expect(check.history).toEqual([
      { event: 'published', by: 'organiser', at: start.toISOString(), until: null, broken: [] },
    ]);
    expect((await publish(id)).status).toBe(200);
    expect((await look(id)).history).toHaveLength(1);
  });

  it('shows members only for one hour, also when it was changed past the portal', async () => {
    time.now = start;
    const { id } = await draft();
    await publish(id);
    const set = (open: boolean, at: Date) =>
      sql.begin(async (tx) => {
        await tx`select set_config('opkoers.at', ${at.toISOString()}, true)`;
        await tx`update sessions set open_to_non_members = ${open} where id = ${id}`;
      });
    const [from, until] = [new Date(start.getTime() + HOUR), new Date(start.getTime() + 2 * HOUR)];
    await set(false, from);
    await set(true, until);
    time.now = new Date(start.getTime() + 3 * HOUR);
    await checkAccessOfSessions(deps);
    const check = await look(id);
    expect(check.open).toBe(false);
    expect(failed(check)).toEqual(['everyone']);
    expect(check.checks[0]!.detail).toMatch(/^Alleen leden mogen boeken: van .+ tot .+\.$/);
    expect(
      check.history.map(({ at, until: end, broken }) => [at, end, broken.map(({ rule }) => rule)]),
    ).toEqual([
      [start.toISOString(), from.toISOString(), []],
      [from.toISOString(), until.toISOString(), ['everyone']],
      [until.toISOString(), null, []],
    ]);
    time.now = start;
  });

  it('negative control: without the trigger that hour is not seen', async () => {
    const { id } = await draft();
    await publish(id);
    await sql`alter table sessions disable trigger sessions_access_changed`;
    await sql`update sessions set open_to_non_members = false where id = ${id}`;
    await sql`update sessions set open_to_non_members = true where id = ${id}`;
    await sql`alter table sessions enable trigger sessions_access_changed`;
    time.now = new Date(start.getTime() + 25 * HOUR);
    await checkAccessOfSessions(deps);
    expect(await look(id)).toMatchObject({ open: true, checkedAt: time.now.toISOString() });
    time.now = start;
  });

  it('meets what only trying shows: an address of a member is let in before others', async () => {
    const { id } = await makeSession(db, programme, start, {
      bookingOpensAt: inDays(1),
      memberBookingOpensAt: inDays(-1),
    });
    await checkAccessOfSessions(deps);
    const check = await look(id);
    expect(failed(check)).toEqual(['same-opening', 'trial']);
    expect(check.checks.at(-1)!.detail).toBe(
      'Op proef geboekt: een lid een plaats (gratis), een niet-lid nog niet open.',
    );
  });

  it('is not against places that are kept for who is no member', async () => {
    const { id } = await draft({
      capacity: 1,
      reservedPlaces: 1,
      startsAt: inDays(30),
    });
    await publish(id);
    const check = await look(id);
    expect(check.open).toBe(true);
    expect(check.checks.at(-1)!.detail).toContain('een niet-lid krijgt een plaats');
  });

  it('is made once a day, and once after the session', async () => {
    const { id } = await draft({ startsAt: inDays(2) });
    await publish(id);
    const number = async () =>
      (await sql`select reason from access_checks where session_id = ${id} order by checked_at`).map(
        ({ reason }) => reason as string,
      );
    await checkAccessOfSessions(deps);
    expect(await number()).toEqual(['change']);
    time.now = inDays(1);
    await checkAccessOfSessions(deps);
    await checkAccessOfSessions(deps);
    expect(await number()).toEqual(['change', 'daily']);
    for (const days of [4, 5, 6]) {
      time.now = inDays(days);
      await checkAccessOfSessions(deps);
    }
    expect(await number()).toEqual(['change', 'daily', 'afterwards']);
    time.now = start;
  });

  it('leaves nothing behind: no row, no mail, no audit, no lock', async () => {
    const { id } = await draft({ capacity: 3 });
    await publish(id);
    const tables = await sql<{ name: string }[]>`
      select table_schema || '.' || table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss') and table_name <> 'access_checks' order by 1`;
    const counts = async () =>
      Promise.all(
        tables.map(async ({ name }) => {
          const [row] = await sql.unsafe<[{ number: number }]>(`select count(*)::int as number from ${name}`);
          return [name, row.number];
        }),
      );
    const before = await counts();
    const [session] = await sql`select * from sessions where id = ${id}`;
    time.now = inDays(1);
    await checkAccessOfSessions(deps);
    const [{ checks }] = await sql<
      [{ checks: { trials?: { member: { answers: string[]; mails: string[] } } }[] }]
    >`
      select checks from access_checks where session_id = ${id} order by checked_at desc limit 1`;
    expect(checks.at(-1)!.trials!.member).toMatchObject({
      answers: ['held', 'confirmed', 'confirmed'],
      mails: ['confirm', 'confirmed', 'confirmed'],
    });
    expect(await counts()).toEqual(before);
    expect(await sql`select * from sessions where id = ${id}`).toEqual([session]);
    const locks = await sql`select locktype from pg_locks l join pg_database d on d.oid = l.database
      where d.datname = current_database() and pid <> pg_backend_pid() and locktype in ('advisory', 'tuple')
        and mode <> 'AccessShareLock'`;
    expect(locks.filter(({ locktype }) => locktype === 'tuple')).toEqual([]);
    time.now = start;
  });

  it('can be seen by anyone, and what is kept can be changed by nobody', async () => {
    const { id } = await draft();
    await publish(id);
    for (const table of ['access_checks', 'session_access_changes']) {
      await expect(sql.unsafe(`delete from ${table} where session_id = '${id}'`)).rejects.toThrow(
        'only added to',
      );
      await expect(
        sql.unsafe(`update ${table} set session_id = session_id where session_id = '${id}'`),
      ).rejects.toThrow('only added to');
    }
  });
});

describe('the sessions of a quarter', () => {
  const ask = (as?: string) =>
    call('GET', `/programmes/${programme.programme.slug}/quarters/1/access-checks`, as ? { cookie: as } : {});

  it('are shown to municipality and association alike, and to no one else', async () => {
    time.now = start;
    await checkAccessOfSessions(deps);
    const town = await signIn((await makeStaff(db, [{ municipalityId: programme.municipality.id }])).email);
    const ofTown = (await ask(town)).body as {
      open: number;
      closed: number;
      unchecked: number;
      sessions: Check[];
    };
    expect(ofTown).toEqual((await ask(cookie)).body);
    expect(ofTown.open + ofTown.closed + ofTown.unchecked).toBe(ofTown.sessions.length);
    expect(ofTown.closed).toBe(2);
    const elsewhere = await makeProgramme(db, start);
    const stranger = await signIn(
      (await makeStaff(db, [{ municipalityId: elsewhere.municipality.id }])).email,
    );
    expect(problemIn(await ask(stranger)).code).toBe('not-found');
    expect(problemIn(await ask(await signIn('iemand@voorbeeld.example'))).code).toBe('not-allowed');
    expect(problemIn(await ask()).code).toBe('not-signed-in');
  });
});
