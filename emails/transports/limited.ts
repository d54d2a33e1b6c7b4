import { RateLimiter } from 'limiter';
import type { Transport } from '../mail.ts';

/** At most so many mails a second: providers refuse what goes faster. What has to wait, waits in order. */
export function limited(transport: Transport, perSecond: number): Transport {
  const limiter = new RateLimiter({ tokensPerInterval: perSecond, interval: 'second' });
  return {
    ...transport,
    async send(message) {
      await limiter.removeTokens(1);
      return transport.send(message);
    },
  };
}
