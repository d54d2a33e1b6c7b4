import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { checkAccessOfSessions } from '../../api/mail/jobs/check-access.ts';
import type { budget, ledgerPage } from '../../api/money/budget/schema.ts';
import type { capsUse } from '../../api/paying/products/schema.ts';
import type { programme as programmeSchema } from '../../api/programmes/programmes/schema.ts';
import type { history } from '../../api/steering/history/schema.ts';
import { testApi } from '../support/api.ts';

const { sql, call, deps, signIn } = await testApi('demo', { worker: false });
const empty = await testApi('empty', { worker: false });
const DEVENTER = 'actieplan-coaching-ondernemers';
const ARCHIVE = 'back-on-track-2021-2022';
const deventer = await signIn('gemeente-deventer@opkoers.example');
const amstelveen = await signIn('gemeente@opkoers.example');
const body = async <T>(path: string, cookie?: string) =>
  (await call('GET', path, cookie ? { cookie } : {})).body as T;
type Programme = z.output<typeof programmeSchema>;

describe('people', () => {
  it('are of age on the day of every session that they asked for', async () => {
    const [found] = await sql`select min(extract(year from s.starts_at)::int - e.birth_year) as youngest,
        max(extract(year from s.starts_at)::int - e.birth_year) as oldest
      from registrations r join sessions s on s.id = r.session_id join entrepreneurs e on e.id = r.entrepreneur_id`;
    // Born in December someone is a year younger than the years say.
    expect(found!.youngest).toBeGreaterThanOrEqual(19);
    expect(found!.oldest).toBeLessThanOrEqual(67);
    const [young] = await sql`select count(*)::int as n from entrepreneurs
      where extract(year from created_at)::int - birth_year < 19`;
    expect(young).toEqual({ n: 0 });
  });
});

describe('Back on Track', () => {
  it('has no venue, hour or speaker for the real kick-off and finale: they are told as the source has them', async () => {
    const onThoseDays = await sql`select m.title from sessions s join modules m on m.id = s.module_id
      join programmes p on p.id = m.programme_id where p.slug = ${ARCHIVE}
        and m.title ~* '(aftrap|afsluiting|verkiezing|dag van de ondernemer)'`;
    expect(onThoseDays).toEqual([]);
    const { source } = await body<Programme>(`/programmes/${ARCHIVE}`);
    expect(source).toContain('Dag van de Ondernemer, 19 november 2021');
    expect(source).toContain('18 november 2022');
  });

  it('evaluates a quarter after its last day', async () => {
    const rows =
      await sql`select q.ends_on::text, (e.decided_at at time zone 'Europe/Amsterdam')::date::text as decided_on
      from quarter_evaluations e join programme_quarters q on q.id = e.quarter_id`;
    expect(rows.length).toBeGreaterThanOrEqual(5);
    for (const { ends_on, decided_on } of rows as unknown as { ends_on: string; decided_on: string }[]) {
      expect(decided_on > ends_on).toBe(true);
      expect(new Date(decided_on).getUTCDay() % 6).not.toBe(0);
    }
  });

  it('can spend its first phase of 60,000 with the sessions that were agreed', async () => {
    const phases = await sql<{ slug: string; ceiling: number; agreed: number }[]>`
      with paid as (
        select p.slug, b.ceiling_cents as ceiling, q.id, case m.kind when 'inspiration' then 'inspiration'
          when 'network' then 'network' else 'knowledgeAndCoaching' end::target_group as target_group,
          max(s.contribution_cents) as cents
        from sessions s join modules m on m.id = s.module_id join programmes p on p.id = m.programme_id
        join programme_quarters q on q.programme_id = p.id and q.ordinal = 1
          and (s.starts_at at time zone 'Europe/Amsterdam')::date between q.starts_on and q.ends_on
        join budget_phases b on b.quarter_id = q.id where p.slug like 'back-on-track%' group by 1, 2, 3, 4)
      select slug, ceiling, sum(cents * t.max_sessions)::int as agreed from paid
      join quarter_targets t on t.quarter_id = paid.id and t.target_group = paid.target_group group by 1, 2 order by 1`;
    expect(phases).toEqual([
      { slug: 'back-on-track', ceiling: 60_000_00, agreed: 60_000_00 },
      { slug: ARCHIVE, ceiling: 60_000_00, agreed: 60_000_00 },
    ]);
  });

  it('says of no session that was over that it was open: nobody looked', async () => {
    for (let round = 0; round < 4; round++) await checkAccessOfSessions({ ...deps });
    const access = await body<{ open: number; closed: number; unchecked: number; sessions: unknown[] }>(
      `/programmes/${ARCHIVE}/quarters/1/access-checks`,
      amstelveen,
    );
    expect(access).toMatchObject({ open: 0, closed: 0 });
    expect([access.unchecked, access.sessions.length > 0]).toEqual([access.sessions.length, true]);
    const [checked] = await sql`select count(distinct session_id)::int as n from access_checks`;
    expect(checked!.n).toBeGreaterThan(10);
  });
});

describe('Deventer', () => {
  it('is executed by OHD; GROS works along', async () => {
    const { parties } = await body<Programme>(`/programmes/${DEVENTER}`);
    expect(parties.map(({ slug, role }) => [slug, role])).toEqual([
      ['gemeente-deventer', 'funder'],
      ['ondernemershuis-deventer', 'executor'],
      ['gros', 'partner'],
    ]);
  });

  it('has a provisional budget, and nothing says whether VAT is in its amounts', async () => {
    const { authorised, vatKnown, phases } = await body<z.output<typeof budget>>(
      `/programmes/${DEVENTER}/budget`,
      deventer,
    );
    expect(authorised).toEqual({ cents: 200_000_00, basis: 'unknown', provisional: true });
    expect([vatKnown, phases?.basis]).toEqual([false, 'unknown']);
    const ledger = await body<z.output<typeof ledgerPage>>(`/programmes/${DEVENTER}/ledger`, deventer);
    expect([ledger.vatKnown, ledger.items.length > 0]).toEqual([false, true]);
    const { items } = await body<{ items: { priceBasis: string }[] }>(`/programmes/${DEVENTER}/products`);
    expect(new Set(items.map(({ priceBasis }) => priceBasis))).toEqual(new Set(['unknown']));
    const other = await body<z.output<typeof budget>>(`/programmes/${ARCHIVE}/budget`, amstelveen);
    expect([other.authorised?.provisional, other.vatKnown]).toEqual([false, true]);
  });

  it('has products that people used, within every cap and within the budget', async () => {
    const caps = await body<z.output<typeof capsUse>>(`/programmes/${DEVENTER}/caps`, deventer);
    expect(caps.people.used).toBeGreaterThan(50);
    expect(caps.people.used).toBeLessThanOrEqual(350);
    for (const { code, used, cap } of caps.products) {
      expect([code, used > 0]).toEqual([code, true]);
      expect(used).toBeLessThanOrEqual(cap ?? Infinity);
    }
    const { money } = await body<z.output<typeof budget>>(`/programmes/${DEVENTER}/budget`, deventer);
    expect(money.realised.exVatCents).toBeGreaterThan(20_000_00);
    const { leadTime } = await body<{ leadTime: { medianDays: number | null } }>(
      `/programmes/${DEVENTER}/quarters/1/report`,
      deventer,
    );
    expect(leadTime.medianDays).not.toBeNull();
  });
});

describe('figures', () => {
  it('of the KTO are of the month that the source names', async () => {
    const cookie = await signIn('gemeente-amsterdam@opkoers.example');
    const { items } = await body<z.output<typeof history>>('/programmes/onderneemvaardig/history', cookie);
    const kto = items.filter(({ dataset }) => dataset.includes('(KTO)'));
    expect(new Set(kto.map(({ asOf }) => asOf))).toEqual(new Set(['2021-07']));
    for (const { period } of kto) expect(period).toMatch(/uitgezet in juli 2021, rapport van augustus 2021/);
  });

  it('that are open data say themselves whether they were invented', async () => {
    expect(await body(`/programmes/${ARCHIVE}/public-figures`)).toMatchObject({ demo: true });
    const real = await empty.sql<{ slug: string }[]>`
      with m as (insert into municipalities (slug, name, cbs_code) values ('echt', 'Echt', '9999') returning id)
      insert into programmes (municipality_id, slug, name, status, starts_on, ends_on, credit_line, funding)
      select id, 'echt', 'Echt', 'running', '2026-01-01', '2026-12-31', 'Door Echt', 'perSession' from m returning slug`;
    const answer = await empty.call('GET', `/programmes/${real[0]!.slug}/public-figures`);
    expect([answer.status, answer.body]).toMatchObject([200, { demo: false }]);
  });
});
