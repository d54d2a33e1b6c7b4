import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { startServer, stopServer } from './portal.ts';

/**
 * The built portal on a free port, as `npm start` runs it, stopped after this file. Call it at the top of the file. What
 * it writes to stderr fails the file.
 */
export async function testServer(databaseUrl: string, env: Record<string, string> = {}) {
  const dataDir = mkdtempSync(join(inject('run').folder, 'server-'));
  const server = await startServer({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, ...env });
  afterAll(async () => {
    await stopServer(server.child);
    if (server.stderr()) throw new Error(`The server wrote to stderr:\n${server.stderr()}`);
  });
  return { url: server.url };
}
