import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `held` tells who has the lock; otherwise it is ours until `release` or the end of this process. */
export type Lock = { held: string } | { held?: never; release: () => void };

/**
 * One process per data folder. The lock is a named socket that answers with `who`, not a file with a process id: it ends
 * with the process, whatever its end, and a reused process id cannot fool it.
 */
export async function takeLock(folder: string, who: string): Promise<Lock> {
  const name = socketName(createHash('sha256').update(folder).digest('hex').slice(0, 16));
  for (let attempt = 0; ; attempt += 1) {
    const server = await listen(name, who);
    if (server) return { release: () => void server.close() };
    const held = await ask(name);
    if (held !== undefined) return { held };
    if (attempt === 3) return { held: 'a process that does not answer' };
    if (!name.startsWith('\0')) rmSync(name, { force: true });
  }
}

function socketName(id: string) {
  if (process.platform === 'linux') return `\0opkoers-${id}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\opkoers-${id}` : join(tmpdir(), `opkoers-${id}.sock`);
}

function listen(name: string, who: string) {
  return new Promise<Server | undefined>((resolve, reject) => {
    const server = createServer((socket) => socket.on('error', () => {}).end(who));
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(name, () => resolve(server.unref()));
  });
}

function ask(name: string) {
  return new Promise<string | undefined>((resolve) => {
    let answer = '';
    const socket = connect(name).setTimeout(2000, () => socket.destroy());
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', () => resolve(undefined)).on('close', () => resolve(answer || undefined));
  });
}
