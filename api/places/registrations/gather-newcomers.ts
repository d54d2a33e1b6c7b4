import type { Work } from '../../unit-of-work/work.ts';
import { declaredIn } from '../../paying/declarations/asked-declarations.rules.ts';
import type { Declared } from '../../paying/declarations/rules.ts';
import type { Facts } from '../../paying/eligibility/facts.ts';
import { gatherFacts } from '../../paying/eligibility/gather.ts';
import type { Paying } from '../../paying/eligibility/queries.ts';
import type { Locale } from '../../language/locale.ts';
import type { Person } from '../life/entrepreneur.ts';
import type { LockedSession } from '../life/places.ts';
import type { NewRegistration } from './schema.ts';

export type Input = NewRegistration & { locale: Locale };

/** Someone who asks for a place in a session. */
export type Newcomer = {
  /** Of the registration to be made, and of the decision that holds for it. */
  id: string;
  decisionId: string;
  input: Input;
  person: Person;
  /** Signed in with this address. */
  proved: boolean;
  /** Has a place or a turn in the queue here already: nothing of the answer may tell. */
  known?: boolean;
  /** Certain places here of the business that was given. */
  ofBusiness: number;
  /** Known as a member, and kept out of what is reserved for others. */
  isMember?: boolean;
  keptOut?: boolean;
};

/** With what was declared with the booking, and what the rules on who pays see of this one. */
export type Gathered = Newcomer & { declared: Declared | null; facts: Facts };

/** What decides who pays for each, in as many statements for a hundred as for one. */
export async function gatherNewcomers(
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
