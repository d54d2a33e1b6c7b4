import { connect } from 'node:net';
import { StartError } from './embedded-place.ts';

type Watched = { port: number; start: () => Promise<void>; log: (line: string) => void };

const LOOK_EVERY_MS = 500;
const TRY_EVERY_MS = 1_000;
const TRIES = 5;
// More often than this in ten minutes, and something is wrong that starting again does not mend.
const MOST_RESTARTS = 5;
const WINDOW_MS = 600_000;

/**
 * Starts a PostgreSQL again that ended without being asked. It is no child of ours, so it is knocked at: that also tells of
 * one whose process is a zombie. When it does not stay up, a StartError ends the process, as any error that nobody catches.
 */
export function keepRunning({ port, start, log }: Watched) {
  const restarts: number[] = [];
  let stopped = false;
  let busy: Promise<void> = Promise.resolve();

  async function look() {
    if (stopped || (await answers(port)) || stopped) return;
    const now = performance.now();
    restarts.push(now);
    if (restarts.filter((at) => at > now - WINDOW_MS).length > MOST_RESTARTS) {
      throw new StartError(`PostgreSQL ended ${MOST_RESTARTS + 1} times in ten minutes.`);
    }
    for (let tried = 1; !stopped; tried++) {
      try {
        await start();
        return log(`${new Date().toISOString()} database: PostgreSQL had ended, and was started again`);
      } catch (error) {
        // What is left of the old one may be in the way for a moment.
        if (tried === TRIES) throw new StartError(`PostgreSQL had ended. ${(error as Error).message}`);
        await new Promise((resolve) => setTimeout(resolve, TRY_EVERY_MS));
      }
    }
  }

  const next = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      busy = look();
      busy.then(next, (error: unknown) => {
        // Thrown outside the promise: a rejection that nobody handles is swallowed by Astro's adapter.
        setImmediate(() => {
          throw error;
        });
      });
    }, LOOK_EVERY_MS).unref();
  };
  let timer: NodeJS.Timeout | undefined;
  next();

  /** Waits for a start that is under way, so that it can be stopped. */
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await busy.catch(() => {});
  };
}

function answers(port: number) {
  return new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => done(true));
    // Too busy to answer is not gone.
    socket.once('error', ({ code }: NodeJS.ErrnoException) => done(code !== 'ECONNREFUSED'));
  });
}
