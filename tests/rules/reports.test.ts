import { describe, expect, it } from 'vitest';
import { countStates, stateOf } from '../../api/steering/reports/rules.ts';
import { groupOf } from '../../api/programmes/programmes/rules.ts';

const asOf = new Date('2026-12-01T12:00:00Z');

describe('sessions against their target', () => {
  it('group every kind the way the agreement counts them', () => {
    expect(
      ['knowledge', 'coaching', 'workshop', 'oneOnOne', 'inspiration', 'network', 'excursion'].map(groupOf),
    ).toEqual([
      'knowledgeAndCoaching',
      'knowledgeAndCoaching',
      'knowledgeAndCoaching',
      'knowledgeAndCoaching',
      'inspiration',
      'network',
      'other',
    ]);
  });

  it('count a session as held once it is over', () => {
    expect(stateOf({ status: 'scheduled', endsAt: asOf }, asOf)).toBe('held');
    expect(stateOf({ status: 'scheduled', endsAt: new Date(asOf.getTime() + 1) }, asOf)).toBe('planned');
    expect(stateOf({ status: 'cancelled', endsAt: asOf }, asOf)).toBe('cancelled');
  });

  it('count every session once', () => {
    expect(countStates(['held', 'held', 'planned', 'cancelled'])).toEqual({
      held: 2,
      planned: 1,
      cancelled: 1,
    });
  });
});
