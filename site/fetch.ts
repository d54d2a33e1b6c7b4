import { astro, getFetchState } from 'astro/hono';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { paths } from '../api/language/paths.ts';
import { createApi } from '../api/app.ts';
import { createHelp } from '../api/people/municipalities/help.ts';
import { openBusinessRegister } from '../api/paying/business-register/open.ts';
import { createStandIn } from '../api/paying/business-register/stand-in.ts';
import { readConfig } from '../api/config.ts';
import { traceOf } from '../api/http/on-error.ts';
import { sameSiteOnly } from '../api/http/csrf.ts';
import { startWorker } from '../api/mail/jobs/worker.ts';
import { isOutage, reportOutage } from '../api/unit-of-work/outage.ts';
import { type MailboxReader, mailboxReader } from '../api/mail/mailbox/queries.ts';
import { createMailbox } from '../api/mail/mailbox/routes.ts';
import { holdsDemoData } from '../db/demo.ts';
import { openDb } from '../db/open.ts';
import { showFailure } from './away.ts';
import { createClient, type Failure, type Me } from './client.ts';
import { formLimit } from './form-limit.ts';
import { securityHeaders } from './headers.ts';
import { splitLocale } from './links.ts';
import { refusal } from './refusal.ts';
import { onShutdown, runShutdown } from './run/shutdown.ts';
import { visitorAddress } from './visitor-address.ts';

// In watch mode this module is evaluated again after every change: what the last one opened is closed first.
await runShutdown();

const config = readConfig(process.env);
const { db, close } = openDb(config.databaseUrl, { connections: config.databaseConnections });
const isDemo = await holdsDemoData(db);
const clock = () => new Date();
const worker = await startWorker({ db, clock, config });
onShutdown(worker.stop);
onShutdown(close);
const businessRegister = openBusinessRegister(config.kvk);
const { enqueueMail, failedMails } = worker;
const api = createApi({ db, clock, config, businessRegister, enqueueMail, failedMails });

// As Astro's adapter for Node keeps what it knows of the connection.
const PEER = Symbol.for('astro.clientAddress');
/** The API as this visitor meets it. */
const apiFor = (visitor: Request) => {
  const peer = Reflect.get(visitor, PEER) as string | undefined;
  const client = visitorAddress(peer, visitor.headers.get('x-forwarded-for'), config.trustedProxies);
  return (request: Request) => api.fetch(request, { client });
};

const help = createHelp(db, clock);
const mailbox = config.mail.transport === 'mailbox' ? mailboxReader(db) : null;

const DOCS = paths.apiDocs();
/** Pages about what one person asked for, which open for whoever holds their address. */
const OF_ONE = [
  paths.registration,
  paths.confirmation,
  paths.signInLink,
  paths.unsubscribe,
  paths.invitation,
].map(({ route }) => route.slice(0, route.indexOf('[')));
const READING = ['GET', 'HEAD'];
const METHODS = [...READING, 'POST'];
const door = new Hono();
door.use(async (c, next) => {
  await next();
  for (const [name, value] of securityHeaders) {
    // Watch mode serves styles inline, which the real policy forbids.
    if (import.meta.env.DEV && name === 'content-security-policy') continue;
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
});
// The pages for people about the API are pages like the others.
door.all('/api/*', (c, next) => (c.req.path === DOCS ? next() : apiFor(c.req.raw)(c.req.raw)));
door.onError((error, c) => {
  if (error instanceof HTTPException && error.status === 403) return refusal(c, 'cross-site', 403);
  if (isOutage(error)) {
    reportOutage(error);
    return refusal(c, 'unavailable', 503);
  }
  console.error(traceOf(error));
  return refusal(c, 'internal', 500);
});
door.use(async (c, next) => {
  // Of a post to a file Astro writes the whole address to the log, and in those of calendars are secrets.
  const allowed = c.req.path.endsWith('.ics') ? READING : METHODS;
  if (!allowed.includes(c.req.method)) return c.text('', 405, { allow: allowed.join(', ') });
  return next();
});
door.use(sameSiteOnly(config.publicUrl));
if (mailbox) door.route('/dev', createMailbox({ db }));
if (config.kvk.source === 'stand-in') door.route('/dev/kvk', createStandIn());
door.use(formLimit);
door.use(async (c, next) => {
  const url = new URL(c.req.url);
  const { locale, path } = splitLocale(url.pathname);
  const visitor = c.req.raw;
  if (path !== url.pathname) {
    // Not resolved against `url`: a path that begins with two slashes would name another host.
    url.pathname = path;
    c.req.raw = new Request(url, visitor);
  }
  const client = createClient(apiFor(visitor), visitor, locale);
  const { openapi, failed } = client;
  const { publicUrl, exposed, contacts } = config;
  const now = clock().toISOString();
  const locals = {
    locale,
    help,
    now,
    publicUrl,
    isDemo,
    exposed,
    contacts,
    api: client.api,
    openapi,
    mailbox: mailbox && readMailbox(mailbox, client.stop),
    me: null as Me | null,
  };
  const making = async () => {
    locals.me = await client.whoAmI();
    const page = getFetchState(c);
    // A part of the page may fail as well, and of a stream the first half is sent by then.
    page.streaming = false;
    Object.assign(page.locals, locals);
    await next();
  };
  const failure = await Promise.race([making(), failed]);
  if (failure) await showFailure(c, locals, failure);
  if (c.res.status === 503) c.res.headers.set('retry-after', '5');
  if (!c.res.headers.has('cache-control')) {
    const isOfOne = locals.me !== null || OF_ONE.some((start) => path.startsWith(start));
    c.res.headers.set('cache-control', isOfOne ? 'private, no-store' : 'private, no-cache');
  }
  // What anyone may keep is given to others: never with a cookie of someone.
  if (/\bpublic\b/.test(c.res.headers.get('cache-control')!)) return;
  for (const cookie of client.cookies) c.res.headers.append('set-cookie', cookie);
});
door.use(astro());

/** The mailbox stands beside the API, and stops a page as the API does. */
function readMailbox({ list, find }: MailboxReader, stop: (failure: Failure) => Promise<never>) {
  const away = (error: unknown) => {
    if (!isOutage(error)) throw error;
    reportOutage(error);
    return stop(503);
  };
  return {
    list: (to: string | undefined) => list(to).catch(away),
    find: (id: string) => find(id).catch(away),
  };
}

export default door;
