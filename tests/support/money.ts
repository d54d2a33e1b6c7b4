import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { budgetPhases, programmeQuarters } from '../../db/schema/programmes.ts';
import type { testApi } from './api.ts';
import { HOUR, makeProgramme, makeStaff } from './fixtures.ts';

export const DAY = 24 * HOUR;
export const PRICE = 250_00;
type Api = Awaited<ReturnType<typeof testApi>>;
type Change = Parameters<typeof makeProgramme>[2];
type PhaseChange = Partial<typeof budgetPhases.$inferInsert>;

/** A programme with two quarters, each with a phase of its own, and the hands of everyone who moves its money. */
export async function withMoney(api: Api, change: Change = {}, phases: [PhaseChange?, PhaseChange?] = []) {
  const { db, sql, time, config, call, latestCode, signIn } = api;
  const made = await makeProgramme(db, time.now, { funding: 'perParticipant', ...change });
  const date = (days: number) => new Date(time.now.getTime() + days * DAY).toISOString().slice(0, 10);
  const next = { programmeId: made.programme.id, ordinal: 2, startsOn: date(51), endsOn: date(150) };
  const [second] = await db.insert(programmeQuarters).values(next).returning();
  const [now, later] = await db
    .insert(budgetPhases)
    .values(
      [made.quarter, second!].map(({ id: quarterId }, n) => ({
        quarterId,
        ceilingCents: 30_000_00,
        state: 'approved' as const,
        ...phases[n],
      })),
    )
    .returning();
  const organiser = await signIn((await makeStaff(db, [{ organisationId: made.association.id }])).email);

  let person = 0;
  const newEmail = () => `geld${++person}@${made.programme.slug}.example`;
  const register = (sessionId: string, email = newEmail(), more: object = {}, cookie?: string) =>
    call('POST', `/sessions/${sessionId}/registrations`, {
      body: { name: 'Noor Jansen', email, ...more },
      ...(cookie && { cookie }),
    });
  const token = (id: string) => ({ headers: { 'registration-token': manageToken(config.secret, id) } });
  const hands = {
    register,
    async hold(sessionId: string, more: object = {}) {
      return ((await register(sessionId, newEmail(), more)).body as { id: string }).id;
    },
    confirm: async (id: string) =>
      call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } }),
    async book(sessionId: string, more: object = {}) {
      const id = await hands.hold(sessionId, more);
      await hands.confirm(id);
      return id;
    },
    cancel: (id: string) => call('POST', `/registrations/${id}/cancellation`, token(id)),
    swap: (id: string, sessionId: string) =>
      call('POST', `/registrations/${id}/swap`, { ...token(id), body: { sessionId } }),
    change: (id: string, body: object) => call('PATCH', `/sessions/${id}`, { cookie: organiser, body }),
    cancelSession: (id: string) => call('POST', `/sessions/${id}/cancellation`, { cookie: organiser }),
    mark: (id: string, marks: [string, 'present' | 'absent' | 'excused' | null][]) =>
      call('PUT', `/sessions/${id}/attendance`, {
        cookie: organiser,
        body: { marks: marks.map(([registrationId, attendance]) => ({ registrationId, attendance })) },
      }),
    walkIn: (id: string, body: object = { name: 'Bo Loopin' }) =>
      call('POST', `/sessions/${id}/walk-ins`, { cookie: organiser, body }),
  };
  /** What the phases of this programme hold, in euros by state. */
  async function phasesNow() {
    const rows = await sql<{ reserved: number; committed: number; realised: number }[]>`
      select b.reserved_cents / 100 as reserved, b.committed_cents / 100 as committed, b.realised_cents / 100 as realised
      from budget_phases b join programme_quarters q on q.id = b.quarter_id
      where q.programme_id = ${made.programme.id} order by q.ordinal`;
    return rows.map((row) => [row.reserved, row.committed, row.realised]);
  }
  return { ...made, ...hands, phases: { now: now!, later: later! }, phasesNow, organiser };
}
