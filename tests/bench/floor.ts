import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { createApi } from '../../api/app.ts';
import { openBusinessRegister } from '../../api/paying/business-register/open.ts';
import { readConfig } from '../../api/config.ts';
import { startQueue } from '../../api/mail/jobs/queue.ts';
import { openDb } from '../../db/open.ts';

/** What was sent in one go, before an answer was needed. */
type Statement = { text: string; parameters: unknown[] };
type Recording = { goes: Statement[][]; unique: string[]; sessionId: string };

const BEGIN = /^begin/i;
const COMMIT = /^commit/i;

/**
 * Writes down the statements of one registration, by letting the API itself make one, and what in them is of this person
 * alone.
 */
export async function record(url: string, sessionId: string): Promise<Recording> {
  let goes: Statement[][] = [];
  let go: Statement[] | null = null;
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const { db, close } = openDb(url, {
    connections: 1,
    onStatement: (text, parameters) => {
      if (!go) {
        goes.push((go = []));
        setImmediate(() => (go = null));
      }
      go.push({ text, parameters });
    },
  });
  const config = readConfig({ DATABASE_URL: url, SECRET: 'a-secret-for-the-benchmark-that-is-long' });
  const queue = await startQueue({ databaseUrl: url, onError: () => {} });
  const api = createApi({
    db,
    config,
    clock: () => new Date(),
    businessRegister: openBusinessRegister(config.kvk),
    enqueueMail: queue.enqueueMail,
    failedMails: queue.failedMails,
  });
  const ask = async (email: string, key: string) => {
    const answer = await api.request(`http://localhost/api/v1/sessions/${sessionId}/registrations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ name: 'Noor de Vries', email }),
    });
    if (answer.status !== 201) throw new Error(await answer.text());
    return ((await answer.json()) as { id: string }).id;
  };
  await ask('eerst@voorbeeld.example', randomUUID());
  goes = [];
  const email = 'opname@voorbeeld.example';
  const id = await ask(email, randomUUID());
  const recorded = goes;
  const [own] = await sql`
    select a.id as account, e.id as entrepreneur, r.decision_id as decision, c.id as challenge, c.token_hash as token
    from registrations r join entrepreneurs e on e.id = r.entrepreneur_id join accounts a on a.id = e.account_id
    join challenges c on c.registration_id = r.id where r.id = ${id}`;
  const [key] = await sql`select id from idempotency_keys order by created_at desc limit 1`;
  await queue.stop();
  await close();
  await sql.end();
  return { goes: recorded, sessionId, unique: [email, id, ...Object.values(own!), key!.id].map(String) };
}

/** The driver alone, with as many connections as the portal has. Parameters go as they were recorded: as text. */
export function bareDriver(url: string) {
  const client = postgres(url, { max: 20, onnotice: () => {}, connection: { TimeZone: 'UTC' } });
  const asIs = (value: unknown) => value;
  for (const type of [114, 3802, 1082, 1114, 1184]) client.options.serializers[type] = asIs;
  return client;
}

/** Sends the recorded statements for someone new, with nothing but the driver. */
export function replayer(sql: postgres.Sql, { goes, unique, sessionId }: Recording) {
  const begin = goes.findIndex((go) => go.some(({ text }) => BEGIN.test(text)));
  const before = goes.slice(0, begin);
  const within = goes
    .slice(begin)
    .map((go) => go.filter(({ text }) => !BEGIN.test(text) && !COMMIT.test(text)));
  return async (session: string) => {
    const fresh = new Map([[sessionId, session], ...unique.map((value) => [value, another(value)] as const)]);
    const change = (parameter: unknown) => {
      let text = String(parameter);
      for (const [old, now] of fresh) text = text.replaceAll(old, now);
      return typeof parameter === 'string' ? text : parameter;
    };
    const sendAll = (on: postgres.Sql | postgres.TransactionSql, go: Statement[]) =>
      Promise.all(
        go.map(({ text, parameters }) =>
          on.unsafe(text, parameters.map(change) as never[], { prepare: true }),
        ),
      );
    for (const go of before) await sendAll(sql, go);
    await sql.begin(async (tx) => {
      for (const go of within) await sendAll(tx, go);
    });
  };
}

/** Another value of the same form: an address, a hash, or an id that begins with the time as those of the database do. */
function another(value: string) {
  if (value.includes('@')) return `${randomUUID()}@voorbeeld.example`;
  if (!value.includes('-')) return randomUUID().replaceAll('-', '').repeat(2);
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
