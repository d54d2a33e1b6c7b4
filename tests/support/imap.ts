import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterAll } from 'vitest';
import { certificate, certificateKey } from './certificate.ts';

type Stored = { uid: number; raw: Buffer; seen: boolean };

/**
 * Stands in for a mail server with one mailbox: no server that is maintained comes as a package. It speaks as much of
 * IMAP4rev1 (RFC 3501) as reading and marking a mailbox takes, and says BAD to all else. Call it at the top of the file.
 */
export async function imapServer({ tls = false, user = 'noreply', password = 'geheim wachtwoord' } = {}) {
  const mails: Stored[] = [];
  const commands: string[] = [];
  const manners: { dropBefore: RegExp | null } = { dropBefore: null };
  const sockets = new Set<Socket>();
  let lastUid = 0;

  function onConnection(socket: Socket) {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    const say = (...lines: string[]) => void (socket.writable && socket.write(`${lines.join('\r\n')}\r\n`));
    let signedIn = false;
    let buffer = '';

    function answer(line: string) {
      const [, tag = '*', command = '', rest = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/is.exec(line) ?? [];
      const name = command.toUpperCase();
      commands.push(name === 'LOGIN' ? name : `${name} ${rest}`.trim());
      if (manners.dropBefore?.test(`${name} ${rest}`)) return void socket.destroy();
      const ok = (...untagged: string[]) => say(...untagged, `${tag} OK done`);
      const of = (set: string) =>
        mails.filter(({ uid }) => set.split(',').some((one) => inRange(one, uid, lastUid)));
      if (name === 'CAPABILITY') return ok('* CAPABILITY IMAP4rev1');
      if (name === 'NOOP') return ok();
      if (name === 'LOGOUT') {
        ok('* BYE');
        return void socket.end();
      }
      if (name === 'LOGIN') {
        signedIn = [`"${user}" "${password}"`, `${user} "${password}"`].includes(rest);
        return signedIn ? ok() : say(`${tag} NO [AUTHENTICATIONFAILED] wrong for ${user}`);
      }
      if (!signedIn) return say(`${tag} BAD sign in first`);
      switch (name) {
        case 'LIST':
        case 'LSUB':
          return ok(`* ${name} (\\HasNoChildren) "/" INBOX`);
        case 'SELECT':
          return ok(
            '* FLAGS (\\Seen)',
            '* OK [PERMANENTFLAGS (\\Seen)] kept',
            `* ${mails.length} EXISTS`,
            '* 0 RECENT',
            '* OK [UIDVALIDITY 7] valid',
            `* OK [UIDNEXT ${lastUid + 1}] next`,
          );
        case 'UID SEARCH': {
          if (!/^(UNSEEN|NOT SEEN)$/i.test(rest)) return say(`${tag} BAD`);
          const unread = mails.filter(({ seen }) => !seen).map(({ uid }) => uid);
          return ok(['* SEARCH', ...unread].join(' '));
        }
        case 'UID FETCH': {
          const [, set = '', items = ''] = /^(\S+) (.*)$/.exec(rest) ?? [];
          for (const mail of of(set)) {
            const parts = [`UID ${mail.uid}`, `RFC822.SIZE ${mail.raw.length}`];
            const whole = /BODY\.PEEK\[\]/i.test(items);
            socket.write(`* ${mails.indexOf(mail) + 1} FETCH (${parts.join(' ')}`);
            if (whole) {
              socket.write(` BODY[] {${mail.raw.length}}\r\n`);
              socket.write(mail.raw);
            }
            socket.write(')\r\n');
          }
          return ok();
        }
        case 'UID STORE': {
          const [, set = '', flags = ''] = /^(\S+) \+FLAGS(?:\.SILENT)? \(([^)]*)\)$/i.exec(rest) ?? [];
          if (flags.toLowerCase() !== '\\seen') return say(`${tag} BAD`);
          for (const mail of of(set)) mail.seen = true;
          return ok();
        }
        default:
          return say(`${tag} BAD what is ${name}`);
      }
    }

    socket.on('data', (chunk: Buffer) => {
      buffer += chunk.toString('latin1');
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        answer(line);
      }
    });
    say('* OK ready');
  }

  const server = tls
    ? createTlsServer({ key: certificateKey, cert: certificate }, onConnection)
    : createServer(onConnection);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  afterAll(stop);
  return {
    settings: {
      host: '127.0.0.1',
      port: (server.address() as AddressInfo).port,
      tls: tls ? ('implicit' as const) : ('none' as const),
      user,
      password,
      mailbox: 'INBOX',
    },
    mails,
    commands,
    manners,
    stop,
    deliver(raw: string | Buffer) {
      mails.push({ uid: ++lastUid, raw: Buffer.from(raw), seen: false });
    },
    unread: () => mails.filter(({ seen }) => !seen).length,
  };
}

function inRange(range: string, uid: number, last: number) {
  const [from = 0, to = from] = range.split(':').map((one) => (one === '*' ? last : Number(one)));
  return uid >= Math.min(from, to) && uid <= Math.max(from, to);
}
