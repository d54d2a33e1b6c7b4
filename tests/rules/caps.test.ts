import { describe, expect, it } from 'vitest';
import { lowest, mostUsed, usedBefore } from '../../api/paying/eligibility/caps.rules.ts';
import type { RuleOf } from '../../api/paying/eligibility/schema.ts';
import { paidPlace } from './eligibility-facts.ts';

type Period = RuleOf<'capPerEntrepreneur'>['period'];
const cap = (period: Period, unit: 'count' | 'minutes' | 'cents' = 'count') =>
  ({ kind: 'capPerEntrepreneur', max: 6, unit, period }) as const;
const paid = (...days: string[]) => days.map((on) => paidPlace(on));

it.each([
  ['the rule alone', 3, null, 3],
  ['the catalogue alone', undefined, 4, 4],
  ['the rule where it is lower', 3, 4, 3],
  ['the catalogue where it is lower', 4, 3, 3],
  ['nothing', undefined, null, null],
  ['a rule of nothing', 0, null, 0],
])('the limit is that of %s', (_, rule, catalogue, max) => expect(lowest(rule, catalogue)).toBe(max));

it('someone without a place has used nothing in any period', () => {
  const periods: Period[] = [
    { per: 'programme' },
    { per: 'calendarYear' },
    { per: 'rollingMonths', months: 6 },
  ];
  for (const period of periods)
    expect(usedBefore(cap(period), { paid: [], sessionOn: '2026-12-01' })).toBe(0);
});

describe('the most that one person has', () => {
  const twoYears = paid('2025-12-31', '2026-01-01', '2026-12-31');
  it.each<[string, Parameters<typeof mostUsed>, number]>([
    ['is nothing without a place', [cap({ per: 'programme' }), []], 0],
    ['is all in the whole programme', [cap({ per: 'programme' }), twoYears], 3],
    ['is that of the fullest year, which may be the last', [cap({ per: 'calendarYear' }), twoYears], 2],
    ['or the first', [cap({ per: 'calendarYear' }), paid('2025-01-01', '2025-02-01', '2026-01-01')], 2],
    ['is that of the fullest months', [cap({ per: 'rollingMonths', months: 1 }), twoYears], 2],
    ['is counted in minutes where the rule is', [cap({ per: 'calendarYear' }, 'minutes'), twoYears], 180],
    ['is counted in euros where the rule is', [cap({ per: 'calendarYear' }, 'cents'), twoYears], 200_00],
  ])('%s', (_, given, most) => expect(mostUsed(...given)).toBe(most));
});
