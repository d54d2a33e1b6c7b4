import { addressesOverLimit, tooManyMails } from '../../people/accounts/challenge.ts';
import { anonymous, inWork, type Working } from '../../unit-of-work/work.ts';
import { lockedPaying } from '../../paying/eligibility/locked-paying.ts';
import { type Asked, claimAll, keepAnswers } from '../../http/idempotency/answers.ts';
import { isBeaten, isOutage } from '../../unit-of-work/outage.ts';
import { Problem } from '../../http/problem.ts';
import { together } from '../../unit-of-work/together.ts';
import { whoAsks } from '../life/entrepreneur.ts';
import { closedWay } from './entry.ts';
import type { Input } from './gather-newcomers.ts';
import { placeNewcomers } from './newcomers.ts';
import { offerFreePlaces } from './offer.ts';
import { lockSession } from '../life/places.ts';
import { toPlaced } from './shapes.ts';

const MOST_AT_ONCE = 100;

type Request = {
  person: string;
  input: Input;
  now: Date;
  asked: Asked | null;
};
type Answer = ReturnType<typeof toPlaced>;

/**
 * Strangers who ask for a place in one session at the same moment get it in one transaction: the lock is taken once, and
 * as many statements are sent as for one of them. A rush on one session so takes one connection. Who has a place here already
 * is a stranger like any other. Gives null for who asks again, or for whom another transaction was ahead of: they have to be
 * looked at alone.
 */
export function createCrowd(deps: Working) {
  const place = together<Request, Answer | Problem | null>(
    (sessionId, requests) =>
      inWork(deps, { actor: anonymous, now: newest(requests) }, async (work) => {
        const emails = requests.map(({ input }) => input.email);
        // Sent at once; the keys come before the lock.
        const [claimed, session] = await Promise.all([
          claimAll(
            work,
            requests.flatMap(({ asked }) => asked ?? []),
          ),
          lockSession(work, sessionId),
        ]);
        // Of a key that is taken, or came twice, the first has the answer.
        const isAgain = requests.map(({ asked }) => asked !== null && !claimed.delete(asked.id));
        await offerFreePlaces(work, session);
        // The lock on the money before those on addresses, as everywhere.
        const paying = await lockedPaying(work, session, []);
        const [asking, overLimit] = await Promise.all([
          whoAsks(work.tx, sessionId, emails),
          addressesOverLimit(work, emails),
        ]);
        const strangers = requests.flatMap(({ input }, n) => {
          const { registrationId: id, decisionId, person, known } = asking[n]!;
          return isAgain[n] || closedWay(session, input.bookingCode) || overLimit.has(input.email)
            ? []
            : { id, decisionId, input, person, known, proved: false, ofBusiness: 0 };
        });
        const placed = await placeNewcomers(work, session, paying, strangers);
        const byEmail = new Map(strangers.map(({ input }, n) => [input.email, placed[n]!]));
        const answers = requests.map(({ input }, n) => {
          if (isAgain[n]) return null;
          const closed = closedWay(session, requests[n]!.input.bookingCode);
          if (closed) return closed;
          const result = byEmail.get(input.email) ?? tooManyMails();
          return result instanceof Problem ? result : toPlaced(result, input.locale);
        });
        const kept = requests.flatMap(({ asked }, n) => {
          if (!asked || isAgain[n]) return [];
          const answer = answers[n];
          const isRefused = !answer || answer instanceof Problem;
          return { asked, answer: isRefused ? null : { status: 201, body: JSON.stringify(answer) } };
        });
        await keepAnswers(work, kept);
        return answers;
      }),
    { most: MOST_AT_ONCE, isForAll: isOutage },
  );
  return async (sessionId: string, request: Omit<Request, 'person'>): Promise<Answer | null> => {
    const answer = await place(sessionId, { ...request, person: request.input.email }).catch(aloneWhenBeaten);
    if (answer instanceof Problem) throw answer;
    return answer;
  };
}

const newest = (requests: { now: Date }[]) => new Date(Math.max(...requests.map(({ now }) => Number(now))));

/** Alone everyone gets an answer of their own. */
function aloneWhenBeaten(error: unknown) {
  if (isBeaten(error)) return null;
  throw error;
}
