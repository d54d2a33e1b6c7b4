import { z } from 'zod';
import { decoded, isThisMachine, port, serverAddress } from './config-address.ts';

export const imapEnvironment = {
  IMAP_URL: serverAddress(/^imaps?$/, 'must start with imap:// or imaps://').optional(),
  IMAP_HOST: z.string().min(1).optional(),
  IMAP_PORT: port.optional(),
  IMAP_TLS: z
    .enum(['starttls', 'implicit', 'none'], { error: 'must be starttls, implicit or none' })
    .optional(),
  IMAP_USER: z.string().min(1).optional(),
  IMAP_PASSWORD: z.string().min(1).optional(),
  IMAP_MAILBOX: z.string().min(1).optional(),
};

type Given = z.output<z.ZodObject<typeof imapEnvironment>>;

/** The mailbox of IMAP_URL, with the other variables on top, and what is wrong with it; undefined when none is given. */
export function readImap(given: Given) {
  const url = given.IMAP_URL ? new URL(given.IMAP_URL) : null;
  const host = given.IMAP_HOST ?? url?.hostname;
  if (!host) return { settings: undefined, mistakes: [] };
  const tls = given.IMAP_TLS ?? (url?.protocol === 'imap:' ? 'starttls' : 'implicit');
  const user = given.IMAP_USER ?? decoded(url?.username);
  const password = given.IMAP_PASSWORD ?? decoded(url?.password);
  const mistakes: string[] = [];
  if (!user) mistakes.push('IMAP_USER: is missing, and a mail server to read from is given');
  if (!password) mistakes.push('IMAP_PASSWORD: is missing, and a mail server to read from is given');
  if (tls === 'none' && !isThisMachine(host)) {
    mistakes.push(
      'IMAP_TLS: passwords and mails do not cross a network unencrypted; none is for this machine',
    );
  }
  const settings = {
    host,
    port: given.IMAP_PORT ?? (Number(url?.port) || (tls === 'implicit' ? 993 : 143)),
    tls,
    user: user ?? '',
    password: password ?? '',
    mailbox: given.IMAP_MAILBOX ?? (decoded(url?.pathname.slice(1)) || 'INBOX'),
  };
  return { settings, mistakes };
}
