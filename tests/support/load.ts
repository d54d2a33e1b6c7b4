import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import type { ProblemBody } from '../../api/http/problem.ts';

export type Ask = { sessionId: string; email: string; key: string | null };
/** `status` is null when no answer came: the connection broke, or half a minute passed. */
export type Outcome = {
  ask: Ask;
  status: number | null;
  headers: Headers;
  body: { id?: string } & Partial<ProblemBody>;
};

let person = 0;
/** An address that the demo data has not. */
export const newPerson = () => `fout-${++person}@opkoers.example`;

/** A registration as a program or a form sends it. */
export async function ask(url: string, { sessionId, email, key }: Ask): Promise<Outcome> {
  const given = { sessionId, email, key };
  try {
    const answer = await fetch(`${url}/api/v1/sessions/${sessionId}/registrations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) },
      body: JSON.stringify({ name: 'Noor Geheim', email }),
      signal: AbortSignal.timeout(30_000),
    });
    const body = (await answer.json()) as Outcome['body'];
    return { ask: given, status: answer.status, headers: answer.headers, body };
  } catch {
    return { ask: given, status: null, headers: new Headers(), body: {} };
  }
}

type Load = { url: string; sessions: string[]; known: string[]; connections?: number };

/**
 * Many people at once until `stop`: half of them for the first session, the rest spread; every other one with an
 * Idempotency-Key, every fourth known already.
 */
export function startLoad({ url, sessions, known, connections = 24 }: Load) {
  const outcomes: Outcome[] = [];
  let stopped = false;
  let asked = 0;
  const watchers: { done: () => boolean; resolve: () => void }[] = [];

  function next(): Ask {
    const n = asked++;
    const sessionId = sessions[n % 2 === 0 ? 0 : 1 + (((n - 1) / 2) % (sessions.length - 1))]!;
    const email = (n % 4 === 1 && known.pop()) || newPerson();
    return { sessionId, email, key: n % 4 < 2 ? randomUUID() : null };
  }

  async function client() {
    while (!stopped) {
      const outcome = await ask(url, next());
      outcomes.push(outcome);
      for (const watcher of watchers) if (watcher.done()) watcher.resolve();
      // A client that was refused does not hammer: it would only fill the memory of the test.
      if (outcome.status !== 201) await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const clients = Array.from({ length: connections }, client);

  /** Waits until so many more answers with this status have come. */
  function more(count: number, status: number | null) {
    const counted = () => outcomes.filter((one) => one.status === status).length;
    const wanted = counted() + count;
    return new Promise<void>((resolve) => watchers.push({ done: () => counted() >= wanted, resolve }));
  }

  async function stop() {
    stopped = true;
    await Promise.all(clients);
    return outcomes;
  }
  return { more, stop };
}

export const acknowledged = (outcomes: Outcome[]) => outcomes.filter(({ status }) => status === 201);

/** What the database has of these sessions that no finished transaction could have left. */
export async function halves(sql: Sql, sessions: string[]) {
  const rows = await sql<{ what: string }[]>`
    with mine as (select * from registrations where session_id in ${sql(sessions)}),
    jobs as (select data->>'registrationId' as id, data->>'challengeId' as challenge from pgboss.job where name = 'mail')
    select 'seats of ' || s.id || ': ' || s.seats_taken as what from sessions s
      where s.id in ${sql(sessions)} and s.seats_taken <>
        (select count(*) from mine r where r.session_id = s.id and r.status in ('held', 'offered', 'confirmed'))
    union all select 'oversold ' || id from sessions where seats_taken > capacity
    union all select 'no decision ' || id from mine r where not exists (select from decisions d where d.registration_id = r.id)
    union all select 'no audit ' || id from mine r where not exists (select from audit_log a where a.subject_id = r.id)
    union all select 'no challenge ' || id from mine r
      where status = 'held' and not exists (select from challenges c where c.registration_id = r.id)
    union all select 'no mail ' || id from mine r where not exists (select from jobs j where j.id = r.id::text)
    union all select 'mail about nothing ' || id from jobs where id is not null and id not in (select r.id::text from registrations r)
    union all select 'challenge without mail ' || id from challenges c
      where registration_id is not null and c.id::text not in (select challenge from jobs where challenge is not null)
    union all select 'audit of nothing ' || subject_id from audit_log
      where action like 'registration.%' and subject_id not in (select id from registrations)
    union all select 'person without anything ' || a.email from accounts a
      left join entrepreneurs e on e.account_id = a.id
      where a.email like 'fout-%' and not exists (select from registrations r where r.entrepreneur_id = e.id)
    union all select 'key without an answer ' || id from idempotency_keys where answer is null`;
  return rows.map(({ what }) => what);
}

/** How often each address has a place or a position, by session and address. */
export async function registrationsOf(sql: Sql, sessions: string[]) {
  const rows = await sql<{ id: string; session: string; email: string }[]>`
    select r.id, r.session_id as session, a.email from registrations r
    join entrepreneurs e on e.id = r.entrepreneur_id join accounts a on a.id = e.account_id
    where r.session_id in ${sql(sessions)}`;
  return Map.groupBy(rows, ({ session, email }) => `${session} ${email}`);
}
