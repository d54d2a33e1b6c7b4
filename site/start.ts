import { createServer, type RequestListener } from 'node:http';
import { pathToFileURL } from 'node:url';
import { paths } from '../api/language/paths.ts';
import { securityHeaders } from './headers.ts';
import { buildWhenNeeded } from './run/build.ts';
import { claimData, claimPort } from './run/claim.ts';
import { openDatabase } from './run/database.ts';
import { readEnvironment } from './run/environment.ts';
import { runProcess } from './run/process.ts';
import { runShutdown } from './run/shutdown.ts';

const PATIENCE_MS = 5_000;

await runProcess(async (onStop) => {
  const environment = readEnvironment();
  await claimData(environment, onStop);
  await claimPort(environment);
  const entry = await buildWhenNeeded(console.log);
  const database = await openDatabase(environment, { log: console.log });
  onStop(database.stop);

  process.env.DATABASE_URL = database.url;
  process.env.ASTRO_NODE_AUTOSTART = 'disabled';
  const { handler } = (await import(pathToFileURL(entry).href)) as { handler: RequestListener };
  onStop(runShutdown);
  onStop(await serve(handler, environment));
  console.log(`Opkoers runs on ${environment.address} - Ctrl-C stops it.`);
  if (environment.wantsDemo) console.log('Demo: the README lists addresses to sign in with.');
  if (environment.config.mail.transport === 'mailbox') {
    console.log(`Mails do not leave: they are at ${environment.address}${paths.dev.mailbox()}`);
  }
});

/** Sets the headers outside the adapter, which answers for static files before site/fetch.ts sees the request. */
async function serve(handler: RequestListener, { host, port }: { host: string; port: number }) {
  const server = createServer((request, response) => {
    for (const [name, value] of securityHeaders) response.setHeader(name, value);
    // No `Request` can be made of these, so nothing behind this line could answer.
    if (request.method === 'TRACE' || !URL.canParse(`http://${request.headers.host}`)) {
      response.writeHead(request.method === 'TRACE' ? 405 : 400).end();
      return;
    }
    handler(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return async () => {
    const impatience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    await new Promise((resolve) => server.close(resolve));
    clearTimeout(impatience);
  };
}
