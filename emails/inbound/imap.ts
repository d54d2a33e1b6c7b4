import { ImapFlow } from 'imapflow';
import { MAX_BYTES } from './read-mail.ts';

/** `tls` as for SMTP; `ca` is a certificate to trust besides those of the system. */
export type ImapOptions = {
  host: string;
  port: number;
  tls: 'starttls' | 'implicit' | 'none';
  user: string;
  password: string;
  mailbox: string;
  ca?: string;
  timeoutMs?: number;
};

/** `raw` is null for a mail that is too large. `id` is its name in this mailbox, for one that has no Message-ID. */
export type TakeIn = (mail: { raw: Uint8Array | null; id: string }) => Promise<unknown>;

/** The rest waits for the next time, so that one time ends. */
const MOST_AT_ONCE = 100;

/**
 * Hands over every unread mail of a mailbox, and marks it as read once it was taken in: what is not is there the next
 * time. `take` may see a mail twice, when this ends in between. Rejects when the mailbox cannot be read, or when some mails
 * could not be taken in, after the others were.
 */
export async function readMailbox({ timeoutMs = 15_000, ...options }: ImapOptions, take: TakeIn) {
  const { host, port, tls, user, password, mailbox, ca } = options;
  const client = new ImapFlow({
    host,
    port,
    secure: tls === 'implicit',
    ...(tls !== 'implicit' && { doSTARTTLS: tls === 'starttls' }),
    ...(ca && { tls: { ca } }),
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  // What goes wrong is also what a command rejects with.
  client.on('error', () => {});
  const failures: unknown[] = [];
  try {
    await client.connect();
    const { uidValidity } = await client.mailboxOpen(mailbox);
    const unread = (await client.search({ seen: false }, { uid: true })) || [];
    for (const uid of unread.slice(0, MOST_AT_ONCE)) {
      const id = `imap:${uidValidity}:${uid}`;
      const raw = await rawOf(client, uid);
      if (raw === undefined) continue;
      const taken = await take({ raw, id }).then(
        () => true,
        (error: unknown) => void failures.push(error),
      );
      if (taken) await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    }
    await client.logout();
  } catch (error) {
    throw failure(error);
  } finally {
    client.close();
  }
  if (failures.length > 0) throw new AggregateError(failures, `imap: ${failures.length} mails not taken in`);
}

/** Undefined for a mail that was removed meanwhile. */
async function rawOf(client: ImapFlow, uid: number) {
  const found = await client.fetchOne(String(uid), { size: true }, { uid: true });
  if (!found) return undefined;
  if ((found.size ?? 0) > MAX_BYTES) return null;
  const mail = await client.fetchOne(String(uid), { source: true }, { uid: true });
  return mail ? mail.source : undefined;
}

/** Without what the server said: it may hold an address. */
function failure(error: unknown) {
  const { code, authenticationFailed } = error as { code?: string; authenticationFailed?: boolean };
  return new Error(`imap: ${authenticationFailed ? 'the password is refused' : (code ?? 'cannot be read')}`);
}
