import { ageBand, ageBands } from '../../language/ages.ts';
import type { ByName, Counted, Persons } from './count.ts';
import type { Report } from './schema.ts';
import type { FoundSession } from './sessions.ts';

type Breakdown = Report['breakdowns'][number];
type Row = Breakdown['rows'][number];
type Session = FoundSession & Counted['sessions'][number];
type Numbers = { registrations: number; visits: number; unique: number };

export type Reference = { source: string; asOf: string; shares: Record<string, number> };
export type References = Partial<Record<Breakdown['dimension'], Reference>>;

const none = { label: null, sessions: null, places: null, share: null, referenceShare: null, index: null };
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** By what the sessions are: who organises them, their topic and their kind. Only what was given. */
export function bySessions(
  dimension: 'organiser' | 'topic' | 'kind',
  sessions: Session[],
  categories: readonly string[],
  unique: ByName,
): Breakdown {
  const rows = categories.flatMap((id): Row[] => {
    const own = sessions.filter(
      (one) => (dimension === 'organiser' ? one.organiserId : one[dimension]) === id,
    );
    if (own.length === 0) return [];
    return [
      {
        ...none,
        category: id,
        label: dimension === 'organiser' ? own[0]!.organiser : null,
        sessions: own.length,
        places: sum(own.map(({ places }) => places)),
        registrations: sum(own.map(({ registrations }) => registrations)),
        visits: sum(own.map(({ present }) => present)),
        unique: unique[id] ?? 0,
      },
    ];
  });
  return { dimension, rows, hidden: false, reference: null };
}

export function byMembership(sessions: Counted['sessions'], unique: ByName): Breakdown {
  const row = (category: string, booked: keyof Session, visits: keyof Session): Row => ({
    ...none,
    category,
    registrations: sum(sessions.map((one) => (one as Session)[booked] as number)),
    visits: sum(sessions.map((one) => (one as Session)[visits] as number)),
    unique: unique[category] ?? 0,
  });
  const rows = [
    row('member', 'bookedMember', 'member'),
    row('not-member', 'bookedNotMember', 'notMember'),
    row('unknown', 'bookedUnknown', 'unknown'),
  ];
  return { dimension: 'membership', rows, hidden: false, reference: null };
}

/** By a property of persons, the largest first and `unknown` always and last. */
export function byPersons(dimension: 'district' | 'residence' | 'industry', persons: Persons[]): Breakdown {
  const numbers = (one: Omit<Persons, 'name'> | undefined): Numbers => ({
    registrations: one?.booked ?? 0,
    visits: one?.visits ?? 0,
    unique: one?.unique ?? 0,
  });
  const known = persons
    .flatMap(({ name, ...one }) => (name === null ? [] : [{ ...none, category: name, ...numbers(one) }]))
    .sort((a, b) => b.visits - a.visits || (a.category < b.category ? -1 : 1));
  const unknown = { ...none, category: 'unknown', ...numbers(persons.find(({ name }) => name === null)) };
  return { dimension, rows: [...known, unknown], hidden: false, reference: null };
}

/** Age is judged per year: who was in two bands counts as a person in both. */
export function byAge({ ages, agesOfPersons }: Pick<Counted, 'ages' | 'agesOfPersons'>): Breakdown {
  const bands = new Map<string, Numbers>(
    [...ageBands, 'unknown'].map((band) => [band, { registrations: 0, visits: 0, unique: 0 }]),
  );
  const numbersOf = (band: string) => {
    const found = bands.get(band) ?? { registrations: 0, visits: 0, unique: 0 };
    bands.set(band, found);
    return found;
  };
  for (const { age, booked, visits } of ages) {
    const numbers = numbersOf(ageBand(age));
    numbers.registrations += booked;
    numbers.visits += visits;
  }
  for (const persons of agesOfPersons)
    for (const band of new Set(persons.ages.map(ageBand))) numbersOf(band).unique += persons.unique;
  const order = ['under-18', ...ageBands, 'over-67', 'unknown'];
  const rows = order.flatMap((category) => {
    const numbers = bands.get(category);
    return numbers ? [{ ...none, category, ...numbers }] : [];
  });
  return { dimension: 'age', rows, hidden: false, reference: null };
}

/**
 * Shares of the persons of whom the category is known, made of numbers that are shown and no others: so after the
 * protection, and not at all when it is hidden how many are unknown.
 */
export function withShares(
  breakdown: Breakdown,
  persons: number,
  reference: Reference | undefined,
): Breakdown {
  const unknown = breakdown.rows.find(({ category }) => category === 'unknown')?.unique ?? null;
  const known = unknown === null ? 0 : persons - unknown;
  const rows = breakdown.rows.map((row) => {
    const referenceShare = reference?.shares[row.category] ?? null;
    if (row.category === 'unknown' || row.unique === null || known <= 0) return { ...row, referenceShare };
    const share = row.unique / known;
    return { ...row, share, referenceShare, index: referenceShare === null ? null : share / referenceShare };
  });
  return {
    ...breakdown,
    rows,
    reference: reference ? { source: reference.source, asOf: reference.asOf } : null,
  };
}
