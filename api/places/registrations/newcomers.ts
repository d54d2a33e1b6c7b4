import type { Work } from '../../unit-of-work/work.ts';
import { insertRows } from '../../../db/insert.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { challenges } from '../../../db/schema/challenges.ts';
import { decisions, entrepreneurs, registrations, waits } from '../../../db/schema/registrations.ts';
import { declarations } from '../../../db/schema/reviews.ts';
import { newChallenge } from '../../people/accounts/challenge.ts';
import { record } from '../../unit-of-work/audit.ts';
import { declaredIn } from '../../paying/declarations/asked-declarations.rules.ts';
import type { Declared } from '../../paying/declarations/rules.ts';
import { decisionRow, type Judged } from '../../paying/eligibility/decide.ts';
import type { Facts } from '../../paying/eligibility/facts.ts';
import { gatherFacts } from '../../paying/eligibility/gather.ts';
import { isPaidPerPlace, type Paying } from '../../paying/eligibility/queries.ts';
import { decide, type Decision } from '../../paying/eligibility/rules.ts';
import { after, nothingTaken, take } from '../../paying/eligibility/in-turn.rules.ts';
import { keepLedger } from '../life/keep-ledger.ts';
import { Problem } from '../../http/problem.ts';
import type { Person } from '../life/entrepreneur.ts';
import type { LockedSession } from '../life/places.ts';
import { changeSeats } from '../life/seats.ts';
import { judgeInTurn, type Turn } from '../life/rules.ts';
import type { NewRegistration } from './schema.ts';
import type { Locale } from '../../language/locale.ts';

export type Input = NewRegistration & { locale: Locale };

export type Placed = {
  id: string;
  placement: 'held' | 'confirmed' | 'waitlist';
  position?: number;
  expiresAt?: Date;
  decision: Decision;
};

/** Someone who asks for a place in a session and has none there yet. */
export type Newcomer = {
  /** Of the registration to be made, and of the decision that holds for it. */
  id: string;
  decisionId: string;
  input: Input;
  person: Person;
  /** Signed in with this address. */
  proved: boolean;
  /** Certain places here of the business that was given. */
  ofBusiness: number;
  /** Known as a member, and kept out of what is reserved for others. */
  isMember?: boolean;
  keptOut?: boolean;
};

/** With what was declared with the booking, and what the rules on who pays see of this one. */
type Gathered = Newcomer & { declared: Declared | null; facts: Facts };

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
  const newcomers = await gather(work, session, paying, asking);
  const turns = judgeInTurn(session, session, newcomers, now);
  const decided = decideInTurn(paying.ruleSet, turns, newcomers);
  const rows = newcomers.flatMap((newcomer, n) => {
    const turn = turns[n]!;
    return 'refusal' in turn ? [] : [rowsOf(work, session.id, newcomer, turn, decided[n]!)];
  });
  const places = newcomers.flatMap(({ id }, n) => (isPlace(turns[n]!) ? id : []));
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
      changeSeats(tx, session, places.length),
      mail(...some((row) => row.mail)),
    ]);
    if (isPaidPerPlace(paying)) await keepLedger(work, session, places, { paying });
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

/** What decides who pays for each, in as many statements for a hundred as for one. */
async function gather(
  { tx, now }: Work,
  session: LockedSession,
  paying: Paying,
  newcomers: Newcomer[],
): Promise<Gathered[]> {
  const askers = newcomers.map(({ id, input, person, proved, isMember }) => ({
    id,
    entrepreneurId: person.entrepreneurId,
    kvkNumber: input.kvkNumber ?? null,
    proved,
    declared: declaredIn(paying, input),
    membership: isMember ? ('member' as const) : ('unknown' as const),
  }));
  const facts = await gatherFacts(tx, paying, session, askers, now);
  return newcomers.map((newcomer, n) => ({
    ...newcomer,
    declared: askers[n]!.declared,
    facts: facts[n]!,
  }));
}

const isPlace = (turn: Turn | { refusal: unknown }) => 'status' in turn && turn.status !== 'waitlisted';

/** Who pays, one after another: the money and the places under a cap that one takes are not there for the next. */
function decideInTurn(
  ruleSet: Paying['ruleSet'],
  turns: (Turn | { refusal: unknown })[],
  newcomers: Gathered[],
): Judged[] {
  let taken = nothingTaken;
  return newcomers.map((newcomer, n) => {
    const facts = after(newcomer.facts, taken);
    const decision = decide(ruleSet.rules, facts);
    if (isPlace(turns[n]!)) taken = take(taken, facts, decision);
    return { decision, facts, ruleSetId: ruleSet.id };
  });
}

/** All that is kept of one newcomer. */
function rowsOf(
  { secret, now }: Work,
  sessionId: string,
  { id, decisionId, input, person, isMember, declared }: Gathered,
  { status, expiresAt, waitlistedAt }: Turn,
  judged: Judged,
) {
  const { email, name, locale } = input;
  const { accountId, entrepreneurId, isNew } = person;
  const challenge =
    expiresAt &&
    newChallenge(secret, { purpose: 'confirmRegistration', registrationId: id, email, expiresAt }, now);
  return {
    account: isNew.account ? { id: accountId, email, name: email, locale } : null,
    entrepreneur: isNew.entrepreneur ? { id: entrepreneurId, accountId, name: email } : null,
    registration: {
      id,
      sessionId,
      entrepreneurId,
      status,
      source: 'booking' as const,
      name,
      kvkNumber: input.kvkNumber ?? null,
      locale,
      membership: isMember ? ('member' as const) : ('unknown' as const),
      expiresAt,
      confirmedAt: status === 'confirmed' ? now : null,
      waitlistedAt,
      decisionId,
      sequence: 0,
      createdAt: now,
    },
    wait: waitlistedAt && { registrationId: id, sessionId, waitlistedAt },
    decision: { id: decisionId, ...decisionRow(id, judged, now) },
    declaration: declared && { registrationId: id, ...declared, createdAt: now },
    challenge,
    audit: { action: `registration.${status}` as const, subjectId: id },
    mail: challenge
      ? { kind: 'confirm' as const, registrationId: id, challengeId: challenge.id }
      : { kind: status as 'confirmed' | 'waitlisted', registrationId: id },
  };
}
