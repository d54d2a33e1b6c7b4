export type Membership = 'member' | 'not-member' | 'unknown';
export type Roster = { isComplete: boolean; kvkNumbers: number; replacedAt: Date };

const COMPLETE_FOR_DAYS = 365;

/**
 * What a roster says of someone. Who stands on it is a member. Who does not is no member only when the association says
 * that all members stand on it by KVK number, not longer than a year ago, and the person gave one: anyone may have another
 * address than the association has. All else says nothing.
 */
export function wordOfRoster(
  roster: Roster | null,
  found: boolean,
  kvkNumber: string | null,
  now: Date,
): Membership {
  if (found) return 'member';
  if (!roster || !roster.isComplete || roster.kvkNumbers === 0 || kvkNumber === null) return 'unknown';
  const age = now.getTime() - roster.replacedAt.getTime();
  return age <= COMPLETE_FOR_DAYS * 24 * 60 * 60 * 1000 ? 'not-member' : 'unknown';
}

/**
 * What all that is known comes to: a member when anything says so, no member when that is known of every association, and
 * otherwise unknown, which never counts as no member.
 */
export function summarise(
  associations: string[],
  known: { organisationId: string; membership: Membership }[],
): Membership {
  if (known.some(({ membership }) => membership === 'member')) return 'member';
  const isNone = (id: string) =>
    known.some(({ organisationId, membership }) => organisationId === id && membership === 'not-member');
  return associations.length > 0 && associations.every(isNone) ? 'not-member' : 'unknown';
}
