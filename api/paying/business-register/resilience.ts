import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel';
import PQueue from 'p-queue';

/** How long we wait for a service that may be slow or down, and how hard we ask. */
export type Patience = {
  /** For one call. */
  callMs: number;
  /** For one answer, with all its calls, retries and waiting. */
  totalMs: number;
  retries: number;
  /** Before the first retry; twice as long before every next one. */
  backoffMs: number;
  /** Calls in a row that may fail before we leave the service alone. */
  opensAfter: number;
  /** How long we leave it alone before one call tries again. */
  staysOpenMs: number;
  callsPerSecond: number;
};

/** How errors of a call count; a call that took too long always may pass, and is always an outage. */
type Judge = {
  /** Whether the same call may succeed a moment later. */
  mayPass: (error: unknown) => boolean;
  /** Whether this error says that the service as a whole is in trouble. */
  isOutage: (error: unknown) => boolean;
  onOpen: () => void;
};

/** Whether the guard itself ended it: too slow, or left alone. */
export const isGuardError = (error: unknown) =>
  error instanceof TaskCancelledError ||
  error instanceof BrokenCircuitError ||
  (error instanceof Error && error.name === 'AbortError');

type Call<T> = (signal: AbortSignal) => Promise<T>;

const isTooSlow = (error: unknown) => error instanceof TaskCancelledError;

/** Guards the calls to one service. The only file that knows the libraries for it. */
export function createGuard(patience: Patience, { mayPass, isOutage, onOpen }: Judge) {
  const { callMs, totalMs, retries, backoffMs, opensAfter, staysOpenMs, callsPerSecond } = patience;
  const total = timeout(totalMs, TimeoutStrategy.Aggressive);
  const once = timeout(callMs, TimeoutStrategy.Aggressive);
  const breaker = circuitBreaker(
    handleWhen((error) => isTooSlow(error) || isOutage(error)),
    {
      breaker: new ConsecutiveBreaker(opensAfter),
      halfOpenAfter: staysOpenMs,
    },
  );
  breaker.onBreak(onOpen);
  const again = retry(
    handleWhen((error) => isTooSlow(error) || mayPass(error)),
    { maxAttempts: retries, backoff: new ExponentialBackoff({ initialDelay: backoffMs }) },
  );
  const guarded = wrap(again, breaker);
  const queue = new PQueue({ interval: 1000, intervalCap: callsPerSecond, strict: true });

  return {
    /** Runs everything that makes one answer. Rejects when it takes longer than `totalMs`. */
    within: <T>(work: Call<T>) => total.execute(({ signal }) => work(signal)),

    /** Makes one call, again when that may help; rejects at once while the service is left alone. */
    call: <T>(call: Call<T>, signal: AbortSignal) =>
      guarded.execute(
        () => queue.add(() => once.execute((context) => call(context.signal), signal), { signal }),
        signal,
      ),
  };
}
