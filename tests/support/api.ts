import postgres from 'postgres';
import { afterAll } from 'vitest';
import { createApi } from '../../api/app.ts';
import { openBusinessRegister } from '../../api/paying/business-register/open.ts';
import type { Patience } from '../../api/paying/business-register/resilience.ts';
import { readConfig } from '../../api/config.ts';
import { startWorker } from '../../api/mail/jobs/worker.ts';
import type { ProblemBody } from '../../api/http/problem.ts';
import { challengeCode } from '../../api/unit-of-work/secrets.ts';
import { openDb } from '../../db/open.ts';
import { testDatabase } from './postgres.ts';

export const WEBHOOK_SECRET = `whsec_${Buffer.from('a secret of Resend for tests').toString('base64')}`;
const ORIGIN = 'http://127.0.0.1:4321';
/** `client` is where the request comes from, as the front door of the portal tells the API. */
type Options = {
  body?: unknown;
  cookie?: string;
  headers?: Record<string, string>;
  raw?: string;
  client?: string;
};

/**
 * The API on a database of its own, asked over its front door, with a clock the test can set. With several `doors` the
 * requests are spread as over several processes, which share nothing but the database.
 */
export async function testApi(
  content: 'empty' | 'demo' = 'empty',
  options: {
    connections?: number;
    doors?: number;
    worker?: boolean;
    env?: Record<string, string>;
    patience?: Partial<Patience>;
  } = {},
) {
  const url = await testDatabase(content);
  const { db, close } = openDb(url, { connections: options.connections ?? 5 });
  // For looking at what is stored, without the code under test in between.
  const sql = postgres(url, { max: 2, onnotice: () => {} });
  const config = readConfig({
    DATABASE_URL: url,
    SECRET: 'a-secret-for-tests-that-is-long-enough',
    WORKER: String(options.worker ?? true),
    RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET,
    ...options.env,
  });
  const time = { now: new Date() };
  const clock = () => time.now;
  const worker = await startWorker({ db, clock, config });
  const { enqueueMail, failedMails } = worker;
  const businessRegister = openBusinessRegister(config.kvk, options.patience);
  const deps = { db, clock, config, businessRegister, enqueueMail, failedMails };
  const doors = Array.from({ length: options.doors ?? 1 }, () => createApi(deps));
  let asked = 0;
  afterAll(async () => {
    await worker.stop();
    await Promise.all([close(), sql.end()]);
  });

  async function call(method: string, path: string, { body, cookie, headers, raw, client }: Options = {}) {
    const door = doors[asked++ % doors.length]!;
    const init = {
      method,
      headers: {
        ...(body !== undefined || raw !== undefined ? { 'content-type': 'application/json' } : {}),
        ...(cookie && { cookie, origin: ORIGIN }),
        ...headers,
      },
      ...(raw !== undefined ? { body: raw } : body !== undefined && { body: JSON.stringify(body) }),
    };
    const response = await door.request(`${ORIGIN}/api/v1${path}`, init, { client });
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: (json && text ? JSON.parse(text) : text) as never,
    };
  }

  /** The code that the mail of this request holds. */
  const codeFor = (challengeId: string) => challengeCode(config.secret, challengeId);

  /** The code in the newest mail about this registration that asks for one: of two at one moment the one that is open. */
  async function latestCode(registrationId: string) {
    const [row] = await sql<{ id: string }[]>`
      select id from challenges where registration_id = ${registrationId}
      order by used_at is null and expires_at > created_at desc, created_at desc, id desc limit 1`;
    return codeFor(row!.id);
  }

  /** Proves the address of a registration with the code in its newest mail: a place is certain then, or a turn in the queue. */
  async function prove(registrationId: string) {
    const body = { code: await latestCode(registrationId) };
    return call('POST', `/registrations/${registrationId}/confirmation`, { body });
  }

  async function signIn(email: string) {
    const asked = await call('POST', '/sign-ins', { body: { email } });
    const { id } = asked.body as { id: string };
    const answer = await call('POST', '/auth-sessions', { body: { id, code: codeFor(id) } });
    return cookieOf(answer.headers);
  }

  return {
    db,
    sql,
    deps,
    time,
    config,
    businessRegister,
    enqueueMail,
    call,
    codeFor,
    latestCode,
    prove,
    signIn,
  };
}

export const cookieOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .join('; ');
export const problemIn = (answer: { body: unknown }) => answer.body as ProblemBody;
