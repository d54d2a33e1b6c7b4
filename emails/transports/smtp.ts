import { createTransport } from 'nodemailer';
import { headersOf, type Message, PermanentFailure, TemporaryFailure, type Transport } from '../mail.ts';
import { parseAddress } from '../safe.ts';

/**
 * `starttls` refuses a server that cannot encrypt; `implicit` is TLS from the first byte (port 465); `none` is for a relay
 * on the machine itself. `ca` is a certificate to trust besides those of the system;
 * mail servers report to `returnPath` what does not arrive.
 */
export type SmtpOptions = {
  host: string;
  port: number;
  tls: 'starttls' | 'implicit' | 'none';
  user?: string | undefined;
  password?: string | undefined;
  returnPath?: string | undefined;
  ca?: string;
  connections?: number;
  timeoutMs?: number;
};

/** Sends through a pool of connections to one server. */
export function smtpTransport(options: SmtpOptions): Transport {
  const { host, port, tls, user, password, ca, connections = 4, timeoutMs = 30_000 } = options;
  const pool = createTransport({
    pool: true,
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(ca && { tls: { ca } }),
    ...(user && { auth: { user, pass: password ?? '' } }),
    maxConnections: connections,
    // Our queue tries again, later and known by its key: the pool would do so at once, and might send it twice.
    maxRequeues: 0,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(message) {
      // Few mail servers pass such an address on (SMTPUTF8): better said here than bounced later.
      if (!/^[\x21-\x7e]+$/.test(message.to.slice(0, message.to.lastIndexOf('@')))) {
        throw new PermanentFailure(
          'smtp: the address has letters before the @ that mail servers do not pass on',
          {
            unreachable: true,
          },
        );
      }
      const mail = envelope(message, options.returnPath);
      await pool.sendMail(mail).catch((error: unknown) => {
        throw failure(error);
      });
      return { id: mail.messageId };
    },
    close: () => pool.close({ force: true }),
  };
}

/** The name under which a mail is known wherever it goes: the same at every attempt. */
const messageId = ({ from, idempotencyKey }: Pick<Message, 'from' | 'idempotencyKey'>) =>
  `<${idempotencyKey}@${parseAddress(from).email.split('@').at(-1)}>`;

function envelope(message: Message, returnPath: string | undefined) {
  const { to, from, replyTo, mail } = message;
  const sender = parseAddress(from);
  // As an object: a name or address that is read as text could become two addresses.
  const recipient = { name: '', address: to };
  const appointment = mail.attachments.find(({ contentType }) => methodIn(contentType));
  return {
    messageId: messageId(message),
    envelope: { from: returnPath ?? sender.email, to: [to] },
    from: { name: sender.name === sender.email ? '' : sender.name, address: sender.email },
    to: recipient,
    ...(replyTo && { replyTo: { name: '', address: replyTo } }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: headersOf(message),
    // Calendars look for the appointment beside the text, people for a file: nodemailer makes it both.
    ...(appointment && {
      icalEvent: {
        method: methodIn(appointment.contentType),
        filename: appointment.filename,
        content: appointment.content,
      },
    }),
    attachments: mail.attachments.filter((attachment) => attachment !== appointment),
  };
}

const methodIn = (contentType: string) => /^text\/calendar\b.*\bmethod=(\w+)/i.exec(contentType)?.[1];

type SmtpError = { code?: string; command?: string; responseCode?: number; response?: string };

/**
 * Given up is only what the server refuses about this address or this mail. A wrong password, a server that does not want
 * us, and every 4xx can pass. The answer of the server is left out: it often repeats the address.
 */
function failure(error: unknown) {
  const { code = '', command = '', responseCode, response = '' } = error as SmtpError;
  const status = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  const message = ['smtp:', responseCode ?? code, status, command].filter(Boolean).join(' ');
  if (command === 'API' && code === 'EENVELOPE') {
    return new PermanentFailure('smtp: the address cannot be used', { unreachable: true });
  }
  if (responseCode === undefined || responseCode < 500) return new TemporaryFailure(message);
  const ourFault = status?.startsWith('5.7.') || !['RCPT TO', 'DATA'].includes(command);
  if (ourFault) return new TemporaryFailure(message);
  return new PermanentFailure(message, { unreachable: command === 'RCPT TO' });
}
