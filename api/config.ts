import { z } from 'zod';
import { isThisMachine } from './config-address.ts';
import { imapEnvironment, readImap } from './config-imap.ts';
import { readSmtp, smtpEnvironment } from './config-smtp.ts';

const flag = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((value) => value === 'true');
const address = z.email({ error: 'must be an e-mail address' });
const url = z.url({
  protocol: /^https?$/,
  error: 'must be an http(s) address, for example http://127.0.0.1:4321',
});

const perSecond = z.coerce.number({ error: 'must be a number' }).min(0.1).max(10_000);

const environment = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number({ error: 'must be a number' }).int().min(1).max(65535).default(4321),
  PUBLIC_URL: url.optional(),
  TRUSTED_PROXIES: z.coerce.number({ error: 'must be a number' }).int().min(0).max(9).default(0),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://'),
  DATABASE_CONNECTIONS: z.coerce.number({ error: 'must be a number' }).int().min(2).max(200).default(20),
  SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .refine(isVaried, 'is too easy to guess: it repeats itself; make one with openssl rand -hex 32'),
  MAIL: z
    .enum(['mailbox', 'resend', 'smtp'], { error: 'must be mailbox, resend or smtp' })
    .default('mailbox'),
  MAIL_FROM: z.string().min(3).default('Opkoers <noreply@opkoers.example>'),
  MAIL_REPLY_TO: address.optional(),
  RESEND_API_KEY: z.string().min(1).optional(),
  RESEND_BASE_URL: url.optional(),
  KVK_API_KEY: z.string().min(1).optional(),
  KVK_BASE_URL: url.optional(),
  RESEND_INBOUND_SECRET: z
    .string()
    .regex(
      /^whsec_[A-Za-z0-9+/]{16,}={0,2}$/,
      'must be the signing secret of the webhook, which begins with whsec_',
    )
    .optional(),
  RESEND_WEBHOOK_SECRET: z.string().startsWith('whsec_', 'must start with whsec_').optional(),
  ...smtpEnvironment,
  ...imapEnvironment,
  MAIL_PER_SECOND: perSecond.optional(),
  WORKER: flag.default(true),
  DEMO: flag.optional(),
  PRIVACY_CONTACT: address.optional(),
  SECURITY_CONTACT: address.optional(),
});

/** What may be given in the address of a server instead of in a setting of its own. */
const within: Record<string, string[]> = {
  SMTP_URL: ['SMTP_HOST', 'SMTP_USER', 'SMTP_PASSWORD'],
  IMAP_URL: ['IMAP_HOST', 'IMAP_USER', 'IMAP_PASSWORD'],
};

/** Stands for what must be given and was not, while the rest is looked at. */
const needed = { DATABASE_URL: 'postgres://', SECRET: 'stands for one that was not given here' };

/** Settings that were checked at start. `publicUrl` has no slash at its end. */
export type Config = ReturnType<typeof readConfig>;

/** One line per mistake, each naming the variable. */
export class ConfigError extends Error {
  readonly lines: string[];
  constructor(lines: string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** Reads the environment. Throws ConfigError with every mistake at once, and those that were `found` elsewhere. */
export function readConfig(env: Record<string, string | undefined>, found: string[] = []) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const { e, wrong } = readEach(given);
  const publicUrl = (e.PUBLIC_URL ?? `http://${e.HOST}:${e.PORT}`).replace(/\/+$/, '');
  const exposed = isExposed(given);
  const mistakes: string[] = [];
  if (exposed && !given.PUBLIC_URL)
    mistakes.push('PUBLIC_URL: is missing; set the https address that people will use');
  if (e.MAIL === 'resend' && !e.RESEND_API_KEY)
    mistakes.push('RESEND_API_KEY: is missing, and MAIL is resend');
  if (e.RESEND_INBOUND_SECRET && !e.RESEND_API_KEY)
    mistakes.push('RESEND_API_KEY: is missing, and RESEND_INBOUND_SECRET is set');
  if (e.MAIL === 'mailbox' && exposed) {
    mistakes.push(
      'MAIL: the development mailbox shows every mail to everyone who reaches this address; set MAIL=resend or MAIL=smtp',
    );
  }
  if (e.DEMO && exposed)
    mistakes.push(
      'DEMO: demo data have sign-ins that everyone knows; they are only for an address of this machine',
    );
  if (e.KVK_BASE_URL && !e.KVK_API_KEY) mistakes.push('KVK_API_KEY: is missing, and KVK_BASE_URL is given');
  if (exposed && !e.MAIL_REPLY_TO)
    mistakes.push('MAIL_REPLY_TO: is missing; people who answer a mail must reach someone');
  if (exposed && given.PUBLIC_URL && !publicUrl.startsWith('https:'))
    mistakes.push('PUBLIC_URL: must be https, or an address of this machine');
  const smtp = readSmtp(e);
  if (e.MAIL === 'smtp') mistakes.push(...smtp.mistakes);
  const imap = readImap(e);
  mistakes.push(...imap.mistakes);
  // Of what cannot be read nothing more can be said than that.
  const unread = [...wrong.keys()].flatMap((name) => [name, ...(within[name] ?? [])]);
  const lines = [
    ...[...wrong].map(([name, message]) => `${name}: ${message}`),
    ...mistakes.filter((line) => !unread.includes(line.split(':')[0]!)),
    ...found,
  ];
  if (lines.length > 0) throw new ConfigError(lines);
  return {
    databaseUrl: e.DATABASE_URL,
    databaseConnections: e.DATABASE_CONNECTIONS,
    publicUrl,
    /** Whether others than who runs it can reach this. */
    exposed,
    trustedProxies: e.TRUSTED_PROXIES,
    secureCookies: publicUrl.startsWith('https:'),
    secret: e.SECRET,
    mail: {
      transport: e.MAIL,
      from: e.MAIL_FROM,
      replyTo: e.MAIL_REPLY_TO,
      resendApiKey: e.RESEND_API_KEY,
      resendBaseUrl: e.RESEND_BASE_URL,
      resendWebhookSecret: e.RESEND_WEBHOOK_SECRET,
      smtp: smtp.settings,
      perSecond: e.MAIL_PER_SECOND,
    },
    kvk: e.KVK_API_KEY
      ? {
          source: 'kvk' as const,
          apiKey: e.KVK_API_KEY,
          baseUrl: (e.KVK_BASE_URL ?? 'https://api.kvk.nl/api').replace(/\/+$/, ''),
        }
      : { source: exposed ? ('none' as const) : ('stand-in' as const) },
    inbound:
      e.RESEND_INBOUND_SECRET && e.RESEND_API_KEY
        ? { secret: e.RESEND_INBOUND_SECRET, apiKey: e.RESEND_API_KEY, baseUrl: e.RESEND_BASE_URL }
        : undefined,
    imap: imap.settings,
    worker: e.WORKER,
    /** Whether an empty database gets demo data; undefined when nobody said. */
    demo: e.DEMO,
    contacts: { privacy: e.PRIVACY_CONTACT, security: e.SECURITY_CONTACT },
  };
}

/** Every setting, and what is wrong with those that are read as if they were not given. */
function readEach(given: Record<string, string | undefined>) {
  const parsed = environment.safeParse(given);
  if (parsed.success) return { e: parsed.data, wrong: new Map<string, string>() };
  const wrong = new Map(
    parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return [name, given[name] === undefined ? 'is missing' : message];
    }),
  );
  const others = Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)));
  const e = environment.parse({ ...needed, ...others });
  return { e, wrong };
}

/**
 * Whether others than who runs it can reach this: then there are no demo data, no open mailbox, no stand-ins, and no secret
 * of our own making. Production without an address has one that is not known here; one that cannot be read may be public.
 */
export function isExposed(env: Partial<Record<'NODE_ENV' | 'HOST' | 'PUBLIC_URL', string | undefined>>) {
  if (env.HOST && !isThisMachine(env.HOST)) return true;
  if (!env.PUBLIC_URL) return env.NODE_ENV === 'production';
  return !URL.canParse(env.PUBLIC_URL) || !isThisMachine(new URL(env.PUBLIC_URL).hostname);
}

/** Whether a secret is more than a few signs over and over again. */
function isVaried(secret: string) {
  const repeats = [1, 2, 3, 4, 5, 6, 7, 8].some((size) =>
    secret.startsWith(secret.slice(0, size).repeat(Math.floor(secret.length / size))),
  );
  return !repeats && new Set(secret).size >= 8;
}
