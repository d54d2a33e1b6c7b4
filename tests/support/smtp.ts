import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { certificate, certificateKey } from './certificate.ts';

type Received = {
  to: string[];
  from: string;
  mail: ParsedMail;
  raw: string;
  secure: boolean;
  user: string;
};
type Refusal = { code: number; text: string };

/** What the server does besides accepting. Every part may be changed while it runs. */
type Manners = {
  onRecipient?: ((address: string) => Refusal | null) | undefined;
  /** After the whole mail came in. */
  onData?: ((received: Received) => Refusal | null) | undefined;
  /** Breaks the connection while the mail comes in. */
  dropInData?: boolean | undefined;
  /** Takes the mail in, and breaks the connection instead of saying so. */
  dropBeforeAnswer?: boolean | undefined;
};

/** A real mail server on loopback, whose mails are read by a parser that is not ours. */
export async function smtpServer({ port = 0, ...options }: { port?: number } & SMTPServerOptions = {}) {
  const received: Received[] = [];
  const manners: Manners = {};
  const refuse = ({ code, text }: Refusal) => Object.assign(new Error(text), { responseCode: code });
  const server = new SMTPServer({
    key: certificateKey,
    cert: certificate,
    authOptional: true,
    logger: false,
    closeTimeout: 200,
    onRcptTo(address, _session, done) {
      const refusal = manners.onRecipient?.(address.address);
      done(refusal ? refuse(refusal) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      const hangUp = () => {
        for (const connection of server.connections) {
          (connection as unknown as { _socket: { destroy: () => void } })._socket.destroy();
        }
      };
      stream.on('data', (chunk: Buffer) => {
        if (manners.dropInData) hangUp();
        else chunks.push(chunk);
      });
      stream.on('error', () => {});
      stream.on('end', () => void keep().catch((error: Error) => done(error)));
      async function keep() {
        const raw = Buffer.concat(chunks);
        const envelope = session.envelope;
        const one: Received = {
          to: envelope.rcptTo.map(({ address }) => address),
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          mail: await simpleParser(raw),
          raw: raw.toString(),
          secure: session.secure,
          user: String(session.user ?? ''),
        };
        const refusal = manners.onData?.(one);
        if (refusal) return done(refuse(refusal));
        received.push(one);
        if (manners.dropBeforeAnswer) return hangUp();
        done();
      }
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    manners,
    /** From here on everything is accepted again. */
    behave: () =>
      Object.assign(manners, {
        onRecipient: undefined,
        onData: undefined,
        dropInData: undefined,
        dropBeforeAnswer: undefined,
      }),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
