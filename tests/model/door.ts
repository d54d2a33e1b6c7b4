import { forgetAnswers } from '../../api/http/idempotency/answers.ts';
import { tidySessions } from '../../api/mail/jobs/tidy-sessions.ts';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { cookieOf, testApi } from '../support/api.ts';
import { makeProgramme, makeSession, makeStaff } from '../support/fixtures.ts';
import { KNOWN, PEOPLE } from './commands.ts';
import { sessionOrganisers, sessions as table } from '../../db/schema/catalogue.ts';
import type { Request } from './requests.ts';
import { MINUTE } from './rules.ts';
import type { Session } from './world.ts';

type Options = { body?: unknown; cookie?: string; headers?: Record<string, string> };
export type Call = { method: 'GET' | 'POST' | 'PATCH'; path: string; options: Options };
/** What the client of a sequence knows: the ids it was given, and the cookies and addresses of people. */
export type Client = { sessions: string[]; registrations: string[]; cookies: string[]; emails: string[] };

/** The portal, asked over its front door: for one sequence after another, in one database, at any hour. */
export async function openDoor(start: number) {
  const { db, sql, deps, time, config, call, codeFor, signIn } = await testApi('empty', { worker: false });
  time.now = new Date(start);
  const programme = await makeProgramme(db, time.now);
  const staffOf = async ({ id }: { id: string }) =>
    signIn((await makeStaff(db, [{ organisationId: id }])).email);
  const staff = {
    organiser: await staffOf(programme.association),
    other: await staffOf(programme.otherAssociation),
  };
  const known = Array.from({ length: KNOWN }, (_, n) => `bekend${n}@voorbeeld.example`);
  const cookiesOfKnown = await Promise.all(known.map(signIn));
  const { id: _, ...likeness } = await makeSession(db, programme, time.now);
  await sql`alter table session_access_changes disable trigger session_access_changes_append_only`;
  let sequences = 0;

  /** Empties the agenda, and makes these sessions. */
  async function begin(sessions: Session[]): Promise<Client> {
    sequences += 1;
    time.now = new Date(start);
    await sql.unsafe(`delete from registrations; delete from challenges;
      delete from session_access_changes; delete from sessions;
      delete from idempotency_keys; delete from audit_log`);
    const made = await db
      .insert(table)
      .values(sessions.map((one) => ({ ...likeness, ...columnsOf(one) })))
      .returning({ id: table.id });
    await db
      .insert(sessionOrganisers)
      .values(
        made.map(({ id }) => ({ sessionId: id, organisationId: programme.association.id, position: 0 })),
      );
    const strangers = Array.from(
      { length: PEOPLE - KNOWN },
      (_, n) => `nieuw${sequences}-${n}@voorbeeld.example`,
    );
    return {
      sessions: made.map(({ id }) => id),
      registrations: [],
      cookies: [...cookiesOfKnown],
      emails: [...known, ...strangers],
    };
  }

  const linkOf = (id: string) => ({ 'registration-token': manageToken(config.secret, id) });

  /** The code in the nth mail about this registration, or one that is in none. */
  async function code(id: string, nthLetter: number | null) {
    const rows = await sql<{ id: string }[]>`
      select id from challenges where registration_id = ${id} order by created_at`;
    const codes = rows.map((row) => codeFor(row.id));
    if (nthLetter !== null) return codes[nthLetter]!;
    return ['000000', '000001', '000002'].find((one) => !codes.includes(one))!;
  }

  async function callFor(client: Client, request: Request): Promise<Call> {
    const post = (path: string, options: Options): Call => ({ method: 'POST', path, options });
    const ofSession = 'session' in request ? `/sessions/${client.sessions[request.session]}` : '';
    const id = 'registration' in request ? client.registrations[request.registration]! : '';
    const proof = () => {
      if (!('owner' in request) || request.by === 'stranger') return {};
      return request.by === 'link' ? { headers: linkOf(id) } : { cookie: client.cookies[request.owner]! };
    };
    switch (request.ask) {
      case 'register': {
        const { person, kvkNumber, signedIn } = request;
        const body = { name: 'Noor Jansen', email: client.emails[person], ...(kvkNumber && { kvkNumber }) };
        const cookie = signedIn ? { cookie: client.cookies[person]! } : {};
        return post(`${ofSession}/registrations`, { body, ...cookie });
      }
      case 'confirm':
        return post(`/registrations/${id}/confirmation`, {
          body: { code: await code(id, request.nthLetter) },
        });
      case 'cancel':
        return post(`/registrations/${id}/cancellation`, proof());
      case 'swap':
        return post(`/registrations/${id}/swap`, {
          body: { sessionId: client.sessions[request.to] },
          ...proof(),
        });
      case 'change': {
        const { capacity, startsAt, by } = request;
        const body = { capacity, ...(startsAt && { startsAt: new Date(startsAt).toISOString() }) };
        return { method: 'PATCH', path: ofSession, options: { body, cookie: staff[by] } };
      }
      case 'cancelSession':
        return post(`${ofSession}/cancellation`, { cookie: staff[request.by] });
    }
  }

  async function ask({ method, path, options }: Call, now: number, key?: string) {
    time.now = new Date(now);
    const headers = { ...options.headers, ...(key && { 'idempotency-key': key }) };
    const answer = await call(method, path, { ...options, headers });
    return {
      status: answer.status,
      body: answer.body as Record<string, unknown>,
      cookie: cookieOf(answer.headers),
      replayed: answer.headers.get('idempotent-replayed') === 'true',
    };
  }

  /** What the every-minute job does. */
  async function everyMinute(now: number) {
    time.now = new Date(now);
    await tidySessions(deps);
    await forgetAnswers(db, time.now);
  }

  return { sql, begin, callFor, ask, linkOf, everyMinute };
}
export type Answered = Awaited<ReturnType<Door['ask']>>;
export type Door = Awaited<ReturnType<typeof openDoor>>;

const columnsOf = (one: Session) => ({
  startsAt: new Date(one.startsAt),
  endsAt: new Date(one.startsAt + 120 * MINUTE),
  bookingOpensAt: new Date(one.opensAt),
  bookingClosesAt: new Date(one.closesAt),
  capacity: one.capacity,
  minimumNoticeMinutes: one.notice / MINUTE,
  cancellationDeadlineMinutes: one.deadline / MINUTE,
  placesPerBusiness: one.perBusiness,
  hasWaitlist: one.hasWaitlist,
});
