import { beforeAll } from 'vitest';
import { localDate, plusDays } from '../../api/language/time.ts';
import { budgetPhases, programmeQuarters, type programmes } from '../../db/schema/programmes.ts';
import type { testApi } from './api.ts';
import { makeProgramme, makeStaff, type ProgrammeFixture } from './fixtures.ts';

const PRICE_CENTS = 100_00;
export const priced = { module: { priceExVatCents: PRICE_CENTS }, capacity: 50 };

type Api = Awaited<ReturnType<typeof testApi>>;
type Phase = Partial<Pick<typeof budgetPhases.$inferInsert, 'ceilingCents' | 'state'>>;

/**
 * A programme that pays per participant, with a quarter that is over, one that runs and one to come, each with a phase; and
 * the desk of its municipality.
 */
export async function makeSteered(
  { db, sql, time, call, signIn }: Api,
  { phases = [{}, {}, {}], ...change }: { phases?: Phase[] } & Partial<typeof programmes.$inferInsert> = {},
) {
  const made = await makeProgramme(db, time.now, { funding: 'perParticipant', ...change });
  const today = localDate(time.now);
  const day = (days: number) => plusDays(today, days);
  await sql`update programme_quarters set ordinal = 2, starts_on = ${day(-40)}, ends_on = ${day(40)}
    where id = ${made.quarter.id}`;
  const [first, third] = await db
    .insert(programmeQuarters)
    .values([
      { programmeId: made.programme.id, ordinal: 1, startsOn: day(-90), endsOn: day(-41) },
      { programmeId: made.programme.id, ordinal: 3, startsOn: day(41), endsOn: day(90) },
    ])
    .returning();
  const rows = await db
    .insert(budgetPhases)
    .values(
      [first!, made.quarter, third!].map(({ id: quarterId }, n) => ({
        quarterId,
        ceilingCents: 10_000_00,
        state: 'planned' as const,
        ...phases[n],
      })),
    )
    .returning();
  await sql`update rule_sets set rules = ${sql.json([
    { kind: 'programmeRunning' },
    { kind: 'kvkNumber', required: false },
    { kind: 'budgetRoom' },
  ])} where programme_id = ${made.programme.id}`;
  const cookie = await signIn((await makeStaff(db, [{ municipalityId: made.municipality.id }])).email);
  const path = `/programmes/${made.programme.slug}`;
  const post = (where: string, body: object, as: string | undefined = cookie) =>
    call('POST', `${path}${where}`, { body, ...(as && { cookie: as }) });
  const get = async <T>(where: string, as = cookie) =>
    (await call('GET', `${path}${where}`, { cookie: as })).body as T;
  type Body = { kind?: string; ceilingCents?: number; repeatedCents?: number };
  /** With the amount repeated, as who decides at the desk does: the new one of the phase, or the one in force. */
  async function repeating<Sent extends Body>(ordinal: number, body: Sent) {
    const { kind = '', ceilingCents, repeatedCents } = body;
    if (repeatedCents !== undefined || !/^(release|pay|pause|reduce)/.test(kind)) return body;
    if (kind.startsWith('reduce')) return { ...body, repeatedCents: ceilingCents ?? 0 };
    const { phase } = await get<{ phase?: { ceilingCents: number } | null }>(
      `/quarters/${ordinal}/phase-changes`,
    );
    return { ...body, repeatedCents: phase?.ceilingCents ?? 0 };
  }
  return {
    ...made,
    cookie,
    day,
    path,
    phaseIds: rows.map(({ id }) => id),
    post,
    change: async (ordinal: number, body: object, as?: string) =>
      post(`/quarters/${ordinal}/phase-changes`, await repeating(ordinal, body), as),
    undo: (ordinal: number, changeId: string, as?: string) =>
      post(`/quarters/${ordinal}/phase-changes/${changeId}/undoing`, { motivation: 'Een vergissing.' }, as),
    evaluate: (ordinal: number, decision: string, as?: string) =>
      post(`/quarters/${ordinal}/evaluations`, { decision, text: 'Het liep goed.' }, as),
    measure: async (body: Body & { quarter?: number; [rest: string]: unknown }, as?: string) =>
      post('/measures', await repeating(body.quarter ?? 0, body), as),
    get,
  };
}
export type Steered = Awaited<ReturnType<typeof makeSteered>>;

/** People who ask for places and make them certain. */
export function bookers({ call, latestCode }: Api, name: string) {
  let person = 0;
  async function hold(sessionId: string) {
    const email = `${name}${++person}@voorbeeld.example`;
    const answer = await call('POST', `/sessions/${sessionId}/registrations`, {
      body: { name: 'Noor Jansen', email },
    });
    return answer.body as { id: string };
  }
  const confirm = async (id: string) =>
    call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
  async function book(sessionId: string) {
    const { id } = await hold(sessionId);
    await confirm(id);
    return id;
  }
  return { hold, confirm, book };
}

/** What the phase says it holds, and what the ledger says. */
export async function moneyOf({ sql }: Pick<Api, 'sql'>, phaseId: string) {
  const [row] = await sql<{ reserved: number; committed: number; realised: number }[]>`
    select reserved_cents as reserved, committed_cents as committed, realised_cents as realised
    from budget_phases where id = ${phaseId}`;
  const inLedger = await sql<{ state: string; cents: number }[]>`
    select side.state, sum(side.sign * l.cents)::int as cents from ledger_entries l
    cross join lateral (values (l.to_state::text, 1), (l.from_state::text, -1)) as side (state, sign)
    where l.phase_id = ${phaseId} group by 1`;
  const of = (state: string) => inLedger.find((one) => one.state === state)?.cents ?? 0;
  return {
    phase: { ...row! },
    ledger: { reserved: of('reserved'), committed: of('committed'), realised: of('realised') },
  };
}

/** Everyone who may not decide, with the answer that they hear. */
export function strangers({ db, signIn, time }: Api, of: () => ProgrammeFixture) {
  const cookies: [who: string, status: number, cookie: string | undefined][] = [];
  beforeAll(async () => {
    const other = await makeProgramme(db, time.now);
    const staff = async (role: Parameters<typeof makeStaff>[1][number]) =>
      signIn((await makeStaff(db, [role])).email);
    cookies.push(
      ['nobody', 401, undefined],
      ['an entrepreneur', 403, await signIn('ondernemer@voorbeeld.example')],
      ['the operator', 403, await staff({ operator: true })],
      ['an association', 404, await staff({ organisationId: of().association.id })],
      ['another municipality', 404, await staff({ municipalityId: other.municipality.id })],
    );
  });
  return cookies;
}
