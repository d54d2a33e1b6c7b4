import type { AccountActor, Anonymous } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';

/** Every lookup costs money, and anyone may ask: more than a busy evening needs, and not more than that. */
export const LOOKUPS_PER_HOUR = 300;

/**
 * For what the register is asked, with how many lookups in the hour before it still is: what anyone may ask leaves the rest
 * to places, and who only typed an address leaves the rest to who proved it.
 */
const SHARES = { question: 100, place: 200, proved: LOOKUPS_PER_HOUR };
/** Of one client; more businesses than anyone has. */
export const PER_CLIENT = 20;
/** Of one number of which no answer comes, for anyone who only asks. */
const PER_NUMBER = 3;

const HOUR_MS = 3_600_000;
// What gave no answer cost nothing, and counts for a while so that nobody asks it all the time.
const FAILED_MS = 300_000;

/** `client` is an account or an address on the network, when it can be told apart. */
export type Asking = { purpose: keyof typeof SHARES; client?: string | undefined };
/** `client`: this client asked enough. `number`: this number gave no answer. `share`: all together asked enough. */
type Verdict = 'yes' | 'client' | 'number' | 'share';
type Asked = { kvkNumber: string; client: string | undefined; until: number; failed: boolean };

/** Keeps count of one register in this process; `stored` in `judge` is what all processes together kept in the hour before. */
export function createBudget() {
  let asked: Asked[] = [];
  const count = (which: (one: Asked) => boolean) => asked.filter(which).length;
  return {
    judge(kvkNumber: string, { purpose, client }: Asking, stored: number, now: Date): Verdict {
      asked = asked.filter(({ until }) => until > now.getTime());
      if (Math.max(stored, asked.length) >= SHARES[purpose]) return 'share';
      if (client !== undefined && count((one) => one.client === client) >= PER_CLIENT) return 'client';
      const failures = count((one) => one.failed && one.kvkNumber === kvkNumber);
      return purpose !== 'proved' && failures >= PER_NUMBER ? 'number' : 'yes';
    },
    /** Counts from now on, also while the answer is awaited. `failed` afterwards makes it count for less long. */
    spend(kvkNumber: string, { client }: Asking, now: Date) {
      const one: Asked = { kvkNumber, client, until: now.getTime() + HOUR_MS, failed: false };
      asked.push(one);
      return {
        failed: () => void Object.assign(one, { until: now.getTime() + FAILED_MS, failed: true }),
      };
    },
  };
}

/** What a place would cost, or whether a business is there: anyone may ask. */
export const questionOf = (actor: Anonymous | AccountActor, client: string | undefined): Asking =>
  actor.kind === 'account' ? { purpose: 'place', client: actor.account.id } : { purpose: 'question', client };

/** A booking; of an address that is not proved, what is not looked up now is when it is confirmed. */
export const placeOf = (
  actor: Anonymous | AccountActor,
  client: string | undefined,
  email: string,
): Asking =>
  actor.kind === 'account'
    ? { purpose: actor.account.email === email ? 'proved' : 'place', client: actor.account.id }
    : { purpose: 'place', client };

export const tooManyQuestions = () =>
  new Problem('too-many-questions', { headers: { 'retry-after': '3600' } });
