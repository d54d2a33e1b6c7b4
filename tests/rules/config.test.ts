import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../api/config.ts';

const right = {
  DATABASE_URL: 'postgres://127.0.0.1/opkoers',
  SECRET: 'a secret that is long enough, and varied',
};
type Env = Record<string, string>;
const mistakes = (env: Env) => {
  try {
    readConfig({ ...right, ...env });
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
  return [];
};

describe('settings', () => {
  it('need nothing but a database and a secret', () => {
    expect(readConfig(right)).toMatchObject({ publicUrl: 'http://127.0.0.1:4321', secureCookies: false });
  });

  it('name every mistake in a line of its own', () => {
    const lines = mistakes({ PORT: 'eighty', PUBLIC_URL: 'opkoers', SECRET: 'short', MAIL: 'pigeon' });
    expect(lines.map((line) => line.split(':')[0]).sort()).toEqual([
      'MAIL',
      'MAIL_REPLY_TO',
      'PORT',
      'PUBLIC_URL',
      'SECRET',
    ]);
    expect(lines.every((line) => !line.includes('\n'))).toBe(true);
  });

  it('name what cannot be read and what does not go together in one go', () => {
    const names = (env: Record<string, string>) => mistakes(env).map((line) => line.split(':')[0]);
    expect(names({ PORT: 'eighty', MAIL: 'resend', KVK_BASE_URL: 'https://kvk.example' })).toEqual([
      'PORT',
      'RESEND_API_KEY',
      'KVK_API_KEY',
    ]);
    expect(
      names({ SECRET: '', DEMO: 'yes', PRIVACY_CONTACT: 'Ada', IMAP_HOST: 'mail.example' }).sort(),
    ).toEqual(['DEMO', 'IMAP_PASSWORD', 'IMAP_USER', 'PRIVACY_CONTACT', 'SECRET']);
    expect(names({ NODE_ENV: 'production', PUBLIC_URL: 'portaal', WORKER: 'no' })).toEqual([
      'PUBLIC_URL',
      'WORKER',
      'MAIL',
      'MAIL_REPLY_TO',
    ]);
  });

  it('say one thing of one mistake', () => {
    expect(mistakes({ MAIL: 'smtp', SMTP_URL: 'mail.example' })).toEqual([
      'SMTP_URL: must start with smtp:// or smtps://',
    ]);
    expect(mistakes({ MAIL: 'smtp', SMTP_URL: 'smtp://op:100%@mail.example' })[0]).toMatch(
      /^SMTP_URL: .*%25/,
    );
    expect(
      mistakes({ NODE_ENV: 'production', PUBLIC_URL: 'https://portaal.example', MAIL: 'pigeon' }),
    ).toEqual([
      'MAIL: must be mailbox, resend or smtp',
      'MAIL_REPLY_TO: is missing; people who answer a mail must reach someone',
    ]);
  });

  it('treat an empty value as not given', () => {
    expect(mistakes({ DATABASE_URL: '' })).toEqual(['DATABASE_URL: is missing']);
  });

  it('refuse what is only for trying wherever others can come', () => {
    const names = (env: Record<string, string>) => mistakes(env).map((line) => line.split(':')[0]);
    const address = { PUBLIC_URL: 'https://portaal.example' };
    const mail = { MAIL: 'resend', RESEND_API_KEY: 're_123', MAIL_REPLY_TO: 'info@portaal.example' };
    for (const env of [
      address,
      { ...address, NODE_ENV: 'production' },
      { ...address, NODE_ENV: 'development' },
      { ...address, HOST: '0.0.0.0' },
      { ...address, HOST: '::' },
      { PUBLIC_URL: 'https://127.portaal.example' },
      { PUBLIC_URL: 'https://localhost.portaal.example' },
    ]) {
      expect(names(env)).toEqual(['MAIL', 'MAIL_REPLY_TO']);
      expect(names({ ...env, ...mail, DEMO: 'true' })).toEqual(['DEMO']);
      expect(mistakes({ ...env, ...mail })).toEqual([]);
      expect(readConfig({ ...right, ...env, ...mail })).toMatchObject({
        exposed: true,
        kvk: { source: 'none' },
      });
    }
    // Where people come in is not known: a proxy may stand before it, or a whole network.
    const unknown: Env[] = [{ NODE_ENV: 'production' }, { HOST: '0.0.0.0' }, { HOST: '192.168.1.4' }];
    for (const env of unknown) expect(names(env).sort()).toEqual(['MAIL', 'MAIL_REPLY_TO', 'PUBLIC_URL']);
    expect(names({ PUBLIC_URL: 'http://portaal.example', ...mail })).toEqual(['PUBLIC_URL']);
  });

  it('allow them on an address of this machine', () => {
    const local: Env[] = [
      {},
      { HOST: 'localhost' },
      { HOST: '::1' },
      { PUBLIC_URL: 'http://localhost:4321' },
      { PUBLIC_URL: 'http://[::1]:4321', NODE_ENV: 'production' },
    ];
    for (const env of local) {
      expect(mistakes({ ...env, DEMO: 'true' })).toEqual([]);
      expect(readConfig({ ...right, ...env })).toMatchObject({ exposed: false, kvk: { source: 'stand-in' } });
    }
  });

  it('refuse a secret that can be guessed', () => {
    for (const secret of [
      'a'.repeat(64),
      'ab'.repeat(20),
      'geheim12'.repeat(5),
      'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabc',
    ])
      expect(mistakes({ SECRET: secret })).toEqual([expect.stringMatching(/^SECRET: is too easy/)]);
    expect(mistakes({ SECRET: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })).toEqual(
      [],
    );
  });

  it('refuse Resend without a key', () => {
    expect(mistakes({ MAIL: 'resend' })).toHaveLength(1);
  });

  it('take mail in only with a signing secret and a key to fetch it', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    expect(mistakes({ RESEND_INBOUND_SECRET: secret })[0]).toMatch(/^RESEND_API_KEY:/);
    expect(mistakes({ RESEND_INBOUND_SECRET: 'geheim', RESEND_API_KEY: 're_1' })[0]).toMatch(
      /^RESEND_INBOUND_SECRET:/,
    );
    const given = readConfig({ ...right, RESEND_INBOUND_SECRET: secret, RESEND_API_KEY: 're_1' });
    expect(given.inbound).toEqual({ secret, apiKey: 're_1', baseUrl: undefined });
    expect(readConfig(right).inbound).toBeUndefined();
  });

  it('take a mail server in one line or in parts, and never without encryption over a network', () => {
    const smtp = (env: Record<string, string>) => readConfig({ ...right, MAIL: 'smtp', ...env }).mail.smtp;
    const login = { host: 'mail.example', user: 'op@koers', password: 'p%ss' };
    expect(smtp({ SMTP_URL: 'smtp://op%40koers:p%25ss@mail.example:2525' })).toEqual({
      ...login,
      port: 2525,
      tls: 'starttls',
    });
    expect(smtp({ SMTP_URL: 'smtps://op%40koers:p%25ss@mail.example' })).toEqual({
      ...login,
      port: 465,
      tls: 'implicit',
    });
    expect(smtp({ SMTP_HOST: 'mail.example', SMTP_USER: 'op@koers', SMTP_PASSWORD: 'p%ss' })).toEqual({
      ...login,
      port: 587,
      tls: 'starttls',
    });
    expect(smtp({ SMTP_HOST: '127.0.0.1', SMTP_TLS: 'none', SMTP_PORT: '25' })).toMatchObject({
      tls: 'none',
    });
    expect(mistakes({ MAIL: 'smtp' })).toEqual(['SMTP_HOST: is missing, and MAIL is smtp']);
    expect(mistakes({ MAIL: 'smtp', SMTP_HOST: 'mail.example', SMTP_TLS: 'none' })[0]).toMatch(/^SMTP_TLS:/);
    expect(mistakes({ MAIL: 'smtp', SMTP_HOST: 'mail.example', SMTP_USER: 'x' })[0]).toMatch(
      /^SMTP_PASSWORD:/,
    );
  });

  it('read the mailbox of the sending address in one line or in parts, encrypted', () => {
    const imap = (env: Record<string, string>) => readConfig({ ...right, ...env }).imap;
    const login = { host: 'mail.example', user: 'op@koers', password: 'p%ss', mailbox: 'INBOX' };
    expect(imap({})).toBeUndefined();
    expect(imap({ IMAP_URL: 'imaps://op%40koers:p%25ss@mail.example' })).toEqual({
      ...login,
      port: 993,
      tls: 'implicit',
    });
    expect(imap({ IMAP_URL: 'imap://op%40koers:p%25ss@mail.example/Agenda' })).toEqual({
      ...login,
      port: 143,
      tls: 'starttls',
      mailbox: 'Agenda',
    });
    expect(
      imap({ IMAP_HOST: 'mail.example', IMAP_USER: 'op@koers', IMAP_PASSWORD: 'p%ss', IMAP_PORT: '1993' }),
    ).toEqual({ ...login, port: 1993, tls: 'implicit' });
    expect(mistakes({ IMAP_HOST: 'mail.example' }).map((line) => line.split(':')[0])).toEqual([
      'IMAP_USER',
      'IMAP_PASSWORD',
    ]);
    expect(mistakes({ IMAP_URL: 'imap://a:b@mail.example', IMAP_TLS: 'none' })[0]).toMatch(/^IMAP_TLS:/);
  });

  it('use secure cookies on https', () => {
    const mail = { MAIL: 'resend', RESEND_API_KEY: 're_123', MAIL_REPLY_TO: 'info@portaal.example' };
    expect(readConfig({ ...right, ...mail, PUBLIC_URL: 'https://portaal.example/' })).toMatchObject({
      publicUrl: 'https://portaal.example',
      secureCookies: true,
    });
  });

  it('ask the business register with a key, and its stand-in only for a try', () => {
    const mail = { MAIL: 'resend', RESEND_API_KEY: 're_123', MAIL_REPLY_TO: 'info@portaal.example' };
    const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://portaal.example', ...mail };
    const kvk = (env: Record<string, string>) => readConfig({ ...right, ...env }).kvk;
    expect(kvk({})).toEqual({ source: 'stand-in' });
    expect(kvk(production)).toEqual({ source: 'none' });
    expect(kvk({ KVK_API_KEY: 'k' })).toEqual({
      source: 'kvk',
      apiKey: 'k',
      baseUrl: 'https://api.kvk.nl/api',
    });
    expect(kvk({ KVK_API_KEY: 'k', KVK_BASE_URL: 'https://api.kvk.nl/test/api/' })).toMatchObject({
      baseUrl: 'https://api.kvk.nl/test/api',
    });
    expect(mistakes({ KVK_BASE_URL: 'https://api.kvk.nl/test/api' })).toEqual([
      'KVK_API_KEY: is missing, and KVK_BASE_URL is given',
    ]);
  });
});
