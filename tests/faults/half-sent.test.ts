import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, inject, it } from 'vitest';
import { startServer, stopServer } from '../support/portal.ts';
import { testDatabase } from '../support/postgres.ts';

const server = await startServer({
  DATABASE_URL: await testDatabase(),
  DATA_DIR: mkdtempSync(join(inject('run').folder, 'half-')),
  DEMO: 'true',
});
afterAll(() => stopServer(server.child));
const { port } = new URL(server.url);

/** Begins a request, and goes away before its body is there. */
async function sendHalf(path: string, length: string, type: string) {
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: ${type}\r\n${length}\r\n\r\n`,
  );
  socket.write(length.startsWith('Transfer') ? '6\r\n{"emai\r\n' : '{"emai');
  await setTimeout(100);
  socket.resetAndDestroy();
}

it.each([
  ['the API', '/api/v1/sign-ins', 'application/json'],
  ['a page with a form', '/inloggen', 'application/x-www-form-urlencoded'],
  ['a page with a form for files', '/inloggen', 'multipart/form-data; boundary=x'],
])(
  'what %s is sent only half of is no trouble of the database, and not told as such',
  async (_, path, type) => {
    for (const length of ['Content-Length: 4000', 'Transfer-Encoding: chunked'])
      await sendHalf(path, length, type);
    await setTimeout(300);
    expect(server.stderr()).toBe('');
    expect((await fetch(`${server.url}/inloggen`)).status).toBe(200);
  },
);
