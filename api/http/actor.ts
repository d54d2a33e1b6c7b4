import { eq } from 'drizzle-orm';
import { createMiddleware } from 'hono/factory';
import type { Locale } from '../language/locale.ts';
import type { Reader } from '../../db/open.ts';
import { accountRoles } from '../../db/schema/accounts.ts';
import type { Auth } from '../people/accounts/auth.ts';
import type { Work } from '../unit-of-work/work.ts';
import type { Once } from './idempotency/once.ts';
import { covers, type MunicipalityDuty, type OrganisationDuty } from './duties.rules.ts';
import { Problem } from './problem.ts';

export type Account = { id: string; email: string; name: string; locale: Locale };

export type Anonymous = { kind: 'anonymous' };
export type System = { kind: 'system' };
/** Someone who proved to read the mail of an address. */
export type AccountActor = { kind: 'account'; account: Account };
export type Actor = Anonymous | System | AccountActor;

declare const scoped: unique symbol;
/** Staff of one or more organisations; only the guard makes one. */
export type OrganisationActor = AccountActor & { organisationIds: string[]; [scoped]: 'organisation' };
type Workplaces = { organisationIds: string[]; municipalityIds: string[] };
/** Staff of either kind, with where they may do what is asked; only the guard makes one. */
export type StaffActor = AccountActor &
  Workplaces & {
    /** Where they may do what a write of the route asks, also when they only read. */
    writesAt: Workplaces;
    [scoped]: 'staff';
  };

/** Who keeps the portal running; only the guard makes one. Sees no names, no registrations and no money. */
export type OperatorActor = AccountActor & { [scoped]: 'operator' };

/** Opens the transaction of a write by `actor`: what the guard of the route gave. */
type Write = <Who extends Anonymous | AccountActor, Result>(
  actor: Who,
  run: (work: Work<Who>) => Promise<Result>,
) => Promise<Result>;

/** `client` is where the request comes from, when that can be told. */
export type Env = {
  Variables: {
    now: Date;
    client: string | undefined;
    actor: Anonymous | AccountActor;
    once: Once;
    write: Write;
  };
};

/** Finds out who is asking from the session cookie. Renews the cookie while it is used. */
export const identify = (auth: Auth) =>
  createMiddleware<Env>(async (c, next) => {
    const cookie = auth.readSessionCookie(c.req.header('cookie') ?? '');
    const { session, user } = cookie ? await auth.validateSession(cookie) : { session: null, user: null };
    c.set('actor', user ? { kind: 'account', account: { ...user } } : { kind: 'anonymous' });
    await next();
    // What anyone may keep is given to others: never with a cookie of someone.
    if (session?.fresh && !/\bpublic\b/.test(c.res.headers.get('cache-control') ?? '')) {
      c.header('set-cookie', auth.createSessionCookie(session.id).serialize(), { append: true });
    }
  });

const signedIn = (actor: Anonymous | AccountActor) => {
  if (actor.kind !== 'account') throw new Problem('not-signed-in');
  return actor;
};

export const accountsOnly = createMiddleware<{ Variables: Env['Variables'] & { account: AccountActor } }>(
  async (c, next) => {
    c.set('account', signedIn(c.get('actor')));
    await next();
  },
);

const rolesOf = (db: Reader, accountId: string) =>
  db.select().from(accountRoles).where(eq(accountRoles.accountId, accountId));

/** What a write asks of who works for an organisation, and of who works for a municipality. */
type Needed = { organisation: OrganisationDuty; municipality: MunicipalityDuty };
const TO_READ: Needed = { organisation: 'door', municipality: 'reader' };
const reads = (method: string) => method === 'GET' || method === 'HEAD';

/** Where someone has a duty that covers what is asked: what is seen of anywhere else is as for a stranger. */
function workplacesOf(rows: Awaited<ReturnType<typeof rolesOf>>, needed: Needed): Workplaces {
  return {
    organisationIds: rows.flatMap(({ organisationId, duty }) =>
      organisationId && covers(duty, needed.organisation) ? organisationId : [],
    ),
    municipalityIds: rows.flatMap(({ municipalityId, duty }) =>
      municipalityId && covers(duty, needed.municipality) ? municipalityId : [],
    ),
  };
}

/** `duty` is what a write asks; whoever works there may read, unless `toRead` asks more. */
export const organisationsOnly = (
  db: Reader,
  duty: OrganisationDuty,
  { toRead = TO_READ.organisation }: { toRead?: OrganisationDuty } = {},
) =>
  createMiddleware<{ Variables: Env['Variables'] & { staff: OrganisationActor } }>(async (c, next) => {
    const actor = signedIn(c.get('actor'));
    const organisation = reads(c.req.method) ? toRead : duty;
    const rows = await rolesOf(db, actor.account.id);
    const { organisationIds } = workplacesOf(rows, { ...TO_READ, organisation });
    if (organisationIds.length === 0) throw new Problem('not-allowed');
    c.set('staff', { ...actor, organisationIds } as OrganisationActor);
    await next();
  });

/** The same for staff of either kind. */
export const staffOnly = (db: Reader, duties: Needed, { toRead = TO_READ }: { toRead?: Needed } = {}) =>
  createMiddleware<{ Variables: Env['Variables'] & { staff: StaffActor } }>(async (c, next) => {
    const actor = signedIn(c.get('actor'));
    const rows = await rolesOf(db, actor.account.id);
    const writesAt = workplacesOf(rows, duties);
    const roles = reads(c.req.method) ? workplacesOf(rows, toRead) : writesAt;
    if (roles.organisationIds.length + roles.municipalityIds.length === 0) throw new Problem('not-allowed');
    c.set('staff', { ...actor, ...roles, writesAt } as StaffActor);
    await next();
  });

export const operatorsOnly = (db: Reader) =>
  createMiddleware<{ Variables: Env['Variables'] & { staff: OperatorActor } }>(async (c, next) => {
    const actor = signedIn(c.get('actor'));
    const roles = await rolesOf(db, actor.account.id);
    if (!roles.some(({ role }) => role === 'operator')) throw new Problem('not-allowed');
    c.set('staff', actor as OperatorActor);
    await next();
  });
