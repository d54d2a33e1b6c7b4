import { describe, expect, it } from 'vitest';
import { ageBand, ageBands } from '../../api/language/ages.ts';
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
    expect(countStates(['held', 'held', 'held', 'planned', 'cancelled'])).toEqual({
      held: 3,
      planned: 1,
      cancelled: 1,
    });
  });
});

describe('the age of an entrepreneur', () => {
  it.each([
    [null, 'unknown'],
    [17, 'under-18'],
    [18, '18-25'],
    [25, '18-25'],
    [26, '26-30'],
    [30, '26-30'],
    [31, '31-35'],
    [55, '51-55'],
    [56, '56-67'],
    [67, '56-67'],
    [68, 'over-67'],
  ])('%s falls in %s', (age, band) => expect(ageBand(age)).toBe(band));

  it('the first and the last year of each band are in it, and no year is in none', () => {
    for (const band of ageBands) {
      const [first, last] = band.split('-').map(Number);
      expect([ageBand(first!), ageBand(last!)]).toEqual([band, band]);
    }
    expect(ageBands.slice(1).map((band) => Number(band.slice(0, 2)) - 1)).toEqual(
      ageBands.slice(0, -1).map((band) => Number(band.slice(3))),
    );
  });
});
