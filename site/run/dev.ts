import { dev } from 'astro';
import { claimData, claimPort } from './claim.ts';
import { openDatabase } from './database.ts';
import { readEnvironment, root } from './environment.ts';
import { runProcess } from './process.ts';
import { runShutdown } from './shutdown.ts';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

await runProcess(async (onStop) => {
  const environment = readEnvironment();
  await claimData(environment, onStop);
  await claimPort(environment);
  const database = await openDatabase(environment, { log: console.log });
  onStop(database.stop);
  process.env.DATABASE_URL = database.url;
  onStop(runShutdown);
  const server = await dev({ root, server: { host: environment.host, port: environment.port } });
  onStop(() => server.stop());
});
