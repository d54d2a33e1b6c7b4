import type { Work } from '../../unit-of-work/work.ts';
import { insertRows } from '../../../db/insert.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { challenges } from '../../../db/schema/challenges.ts';
import { decisions, entrepreneurs, registrations, waits } from '../../../db/schema/registrations.ts';
import { declarations } from '../../../db/schema/reviews.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Judged } from '../../paying/eligibility/decide.ts';
import { isPaidPerPlace, type Paying } from '../../paying/eligibility/queries.ts';
import { decide, type Decision } from '../../paying/eligibility/rules.ts';
import { after, nothingTaken, take } from '../../paying/eligibility/in-turn.rules.ts';
import { keepLedger } from '../life/keep-ledger.ts';
import { Problem } from '../../http/problem.ts';
import type { LockedSession } from '../life/places.ts';
import { changeSeats } from '../life/seats.ts';
import { judgeInTurn, type Turn } from '../life/rules.ts';
import { type Gathered, gatherNewcomers, type Newcomer } from './gather-newcomers.ts';
import { rowsOf } from './newcomer-rows.ts';

export type Placed = {
  id: string;
  placement: 'held' | 'confirmed' | 'waitlist';
  position?: number;
  expiresAt?: Date;
  decision: Decision;
};

/**
 * Gives each a place, or a position in the queue, in the order given: as many statements for a hundred as for one. Who is
 * refused gets the reason, and nothing of them is kept. `paying` was read under the lock of the programme's money.
 */
export async function placeNewcomers(
  work: Work,
  session: LockedSession,
  paying: Paying,
  asking: Newcomer[],
): Promise<(Placed | Problem)[]> {
  const { tx, now, mail } = work;
  const newcomers = await gatherNewcomers(work, session, paying, asking);
  const turns = judgeInTurn(session, session, newcomers, now);
  const decided = decideInTurn(paying.ruleSet, turns, newcomers);
  const rows = newcomers.flatMap((newcomer, n) => {
    const turn = turns[n]!;
    return 'refusal' in turn ? [] : [rowsOf(work, session.id, newcomer, turn, decided[n]!)];
  });
  const taking = newcomers.filter((_, n) => isPlace(turns[n]!));
  // What is not proved promises nothing, so it holds no money.
  const certain = taking.flatMap(({ id, proved }) => (proved ? id : []));
  if (rows.length > 0) {
    const some = <Row>(of: (row: (typeof rows)[number]) => Row | null) =>
      rows.flatMap((row) => of(row) ?? []);
    await Promise.all([
      // In an order that is the same for everyone who makes several at once.
      insertRows(
        tx,
        accounts,
        some((row) => row.account).sort((a, b) => (a.email < b.email ? -1 : 1)),
      ),
      insertRows(
        tx,
        entrepreneurs,
        some((row) => row.entrepreneur),
      ),
      insertRows(
        tx,
        registrations,
        some((row) => row.registration),
      ),
      insertRows(
        tx,
        waits,
        some((row) => row.wait),
      ),
      insertRows(
        tx,
        decisions,
        some((row) => row.decision),
      ),
      insertRows(
        tx,
        declarations,
        some((row) => row.declaration),
      ),
      insertRows(
        tx,
        challenges,
        some((row) => row.challenge),
      ),
      record(work, ...some((row) => row.audit)),
      changeSeats(tx, session, taking.length),
      mail(...some((row) => row.mail)),
    ]);
    if (isPaidPerPlace(paying) && certain.length > 0) await keepLedger(work, session, certain, { paying });
  }
  return newcomers.map(({ id }, n) => {
    const turn = turns[n]!;
    const { decision } = decided[n]!;
    if ('refusal' in turn) return new Problem(turn.refusal);
    const { status, expiresAt, position } = turn;
    return {
      id,
      placement: status === 'waitlisted' ? 'waitlist' : status,
      ...(position !== null && { position }),
      ...(expiresAt && { expiresAt }),
      decision,
    };
  });
}

const isPlace = (turn: Turn | { refusal: unknown }) => 'status' in turn && turn.status !== 'waitlisted';

/** Who pays, one after another: the money and the places under a cap that one takes for sure are not there for the next. */
function decideInTurn(
  ruleSet: Paying['ruleSet'],
  turns: (Turn | { refusal: unknown })[],
  newcomers: Gathered[],
): Judged[] {
  let taken = nothingTaken;
  return newcomers.map((newcomer, n) => {
    const facts = after(newcomer.facts, taken);
    const decision = decide(ruleSet.rules, facts);
    if (newcomer.proved && isPlace(turns[n]!)) taken = take(taken, facts, decision);
    return { decision, facts, ruleSetId: ruleSet.id };
  });
}
