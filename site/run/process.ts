import { setTimeout as wait } from 'node:timers/promises';
import { ConfigError } from '../../api/config.ts';
import { StartError } from '../../db/embedded-place.ts';

const PATIENCE_MS = 15_000;

export type Cleanup = () => Promise<void> | void;

/**
 * Runs `start` and keeps the process until Ctrl-C or SIGTERM; then the cleanups run, the last one registered first. npm
 * passes the terminal's Ctrl-C on a second time, so only the first signal counts.
 */
export async function runProcess(start: (onStop: (cleanup: Cleanup) => void) => Promise<void>) {
  const cleanups: Cleanup[] = [];
  let stopping: Promise<void> | undefined;
  const stop = (code: number) => (stopping ??= cleanUp(cleanups).then(() => process.exit(code)));
  const starting = start((cleanup) => cleanups.push(cleanup)).catch((error: unknown) => {
    console.error(explain(error));
    return stop(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void starting.then(() => stop(0)));
  }
  // A test that starts us holds a channel open; when it dies, so do we.
  process.on('disconnect', () => void starting.then(() => stop(0)));
  process.channel?.unref();
  process.on('uncaughtException', (error) => {
    console.error(explain(error));
    void stop(1);
  });
  await starting;
}

/** One that fails or hangs does not keep the next from running: the database is stopped in any case. */
async function cleanUp(cleanups: Cleanup[]) {
  for (const cleanup of cleanups.reverse()) {
    const attempt = Promise.resolve().then(cleanup);
    await Promise.race([attempt, wait(PATIENCE_MS)]).catch((error: unknown) => console.error(explain(error)));
  }
}

/** One line for what the reader can repair; a stack for what only we can. */
function explain(error: unknown) {
  return error instanceof StartError || error instanceof ConfigError ? error.message : error;
}
