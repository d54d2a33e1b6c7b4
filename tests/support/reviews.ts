import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { budgetPhases, type programmes } from '../../db/schema/programmes.ts';
import type { Rule } from '../../api/paying/eligibility/schema.ts';
import type { testApi } from './api.ts';
import { makeProgramme, makeSession, makeStaff } from './fixtures.ts';

type TestApi = Awaited<ReturnType<typeof testApi>>;
type Decided = {
  id: string;
  outcome: string;
  rules: { rule: string; outcome: string; saw: object }[];
  cost: { payer: string };
};
export type Case = {
  registrationId: string;
  state: string;
  since: string;
  name: string;
  kvkNumber: string | null;
  decision: Decided;
  request: { explanation: string | null } | null;
  review: { outcome: string; motivation: string; reviewer: string } | null;
};
type Queue = { counts: { open: number; done: number }; items: Case[]; next: string | null };

export const SHIELDED = '90001354';
export const IN_AMSTELVEEN = '69599084';
export const usualRules: Rule[] = [
  { kind: 'programmeRunning' },
  { kind: 'businessActive' },
  { kind: 'establishedInArea', basis: 'business', places: ['Amstelveen'], postcodes: [] },
  { kind: 'budgetRoom' },
];

let person = 0;

/** People who book, and staff who look, over the front door. */
export function reviewing({ db, sql, time, config, call, latestCode, signIn }: TestApi) {
  /** A programme that pays per participant under these rules, with its staff and a session of 100 euros. */
  async function programmeWith(
    rules: Rule[] = usualRules,
    change: Partial<typeof programmes.$inferInsert> & { ceilingCents?: number } = {},
  ) {
    const { ceilingCents = 10_000_00, ...rest } = change;
    const made = await makeProgramme(db, time.now, { funding: 'perParticipant', ...rest });
    await db.insert(budgetPhases).values({ quarterId: made.quarter.id, ceilingCents, state: 'approved' });
    await sql`update rule_sets set rules = ${sql.json(rules as never)} where programme_id = ${made.programme.id}`;
    const { email } = await makeStaff(db, [{ municipalityId: made.municipality.id }]);
    const staff = await signIn(email);
    const session = await sessionOf(made);
    return { ...made, staff, session };
  }
  const sessionOf = (made: Awaited<ReturnType<typeof makeProgramme>>, capacity = 50) =>
    makeSession(db, made, time.now, {
      module: { priceExVatCents: 100_00 },
      capacity,
      placesPerBusiness: null,
    });

  async function hold(sessionId: string, who: Record<string, unknown> = {}) {
    const email = `beoordeeld${++person}@voorbeeld.example`;
    const answer = await call('POST', `/sessions/${sessionId}/registrations`, {
      body: { name: 'Noor Jansen', email, ...who },
    });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return { ...(answer.body as { id: string; decision: Decided }), email };
  }
  async function book(sessionId: string, who: Record<string, unknown> = {}) {
    const held = await hold(sessionId, who);
    const code = await latestCode(held.id);
    const { body } = await call('POST', `/registrations/${held.id}/confirmation`, { body: { code } });
    return { ...held, decision: (body as { decision: Decided }).decision };
  }
  const link = (id: string) => ({ 'registration-token': manageToken(config.secret, id) });
  const cancel = (id: string) => call('POST', `/registrations/${id}/cancellation`, { headers: link(id) });
  const ask = (id: string, body: object = {}, headers: Record<string, string> = link(id)) =>
    call('POST', `/registrations/${id}/review-request`, { body, headers });
  const review = (id: string, cookie: string | undefined, body: object = approval) =>
    call('POST', `/registrations/${id}/review`, { body, ...(cookie && { cookie }) });
  const again = (id: string, cookie: string | undefined) =>
    call('POST', `/registrations/${id}/decisions`, cookie ? { cookie } : {});
  const declare = (id: string, body: object, headers: Record<string, string> = link(id)) =>
    call('PUT', `/registrations/${id}/declarations`, { body, headers });
  async function queue(slug: string, cookie: string, query = '') {
    return (await call('GET', `/programmes/${slug}/reviews${query}`, { cookie })).body as Queue;
  }
  async function newest(id: string) {
    const [row] = await sql`select outcome, payer, facts from decisions where registration_id = ${id}
      order by decided_at desc, id desc limit 1`;
    return row as { outcome: string; payer: string; facts: Record<string, never> };
  }
  /** The kinds of mails about a registration that were put in the queue, in order. */
  async function mails(id: string) {
    const rows = await sql<{ kind: string }[]>`select data->>'kind' as kind from pgboss.job
      where name = 'mail' and data->>'registrationId' = ${id} order by created_on, id`;
    return rows.map(({ kind }) => kind);
  }
  return {
    programmeWith,
    sessionOf,
    hold,
    book,
    link,
    cancel,
    ask,
    review,
    again,
    declare,
    queue,
    newest,
    mails,
  };
}

export const approval = { outcome: 'approved', motivation: 'Uw bedrijf zit in Amstelveen.' };
export const refusal = { outcome: 'refused', motivation: 'Uw bedrijf zit in Haarlem.' };
