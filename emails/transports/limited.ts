import { setTimeout as wait } from 'node:timers/promises';
import { RateLimiter } from 'limiter';
import { TemporaryFailure, type Transport } from '../mail.ts';

/** A mail may wait so long in a job; what a provider asks beyond it, the queue's own patience covers. */
const LONGEST_PAUSE_SECONDS = 60;

/** At most so many mails a second: providers refuse what goes faster. What has to wait, waits in order. */
export function limited(transport: Transport, perSecond: number): Transport {
  const limiter = new RateLimiter({ tokensPerInterval: perSecond, interval: 'second' });
  let pause: Promise<unknown> = Promise.resolve();
  return {
    ...transport,
    async send(message) {
      await pause;
      await limiter.removeTokens(1);
      try {
        return await transport.send(message);
      } catch (error) {
        if (error instanceof TemporaryFailure && error.retryAfterSeconds) {
          const seconds = Math.min(error.retryAfterSeconds, LONGEST_PAUSE_SECONDS);
          pause = wait(seconds * 1000, undefined, { ref: false });
        }
        throw error;
      }
    },
  };
}
