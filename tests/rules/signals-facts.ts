import type { QuarterFacts } from '../../api/steering/signals/rules.ts';

/** A quarter that goes well. */
export const quiet: QuarterFacts = {
  startsOn: '2021-11-19',
  endsOn: '2022-02-18',
  today: '2022-01-10',
  requiresOpenAccess: true,
  places: 100,
  taken: 80,
  member: 60,
  notMember: 20,
  unknown: 5,
  unmarked: 0,
  groups: [{ group: 'knowledgeAndCoaching', held: 6, planned: 4, min: 8, max: 12 }],
  phase: { ceilingCents: 60_000_00, committedCents: 20_000_00, realisedCents: 15_000_00 },
};
