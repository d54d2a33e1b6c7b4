import { describe, expect, it } from 'vitest';
import { placeInTime } from '../../api/paying/rule-sets/rules.ts';

const today = '2026-11-24';

describe('versions of rules', () => {
  const version = (number: number, validFrom: string) => ({ version: number, validFrom });
  const placed = (...versions: [number, string][]) =>
    placeInTime(
      versions.map((one) => version(...one)),
      today,
    ).map((one) => [one.version, one.state, one.replacedFrom]);

  it.each<[string, [number, string][], unknown[]]>([
    ['one holds from its own day', [[1, '2026-11-24']], [[1, 'in-force', null]]],
    ['one of tomorrow is planned', [[1, '2026-11-25']], [[1, 'planned', null]]],
    [
      'each holds until the next',
      [
        [3, '2027-01-01'],
        [1, '2026-09-01'],
        [2, '2026-10-01'],
      ],
      [
        [1, 'past', '2026-10-01'],
        [2, 'in-force', '2027-01-01'],
        [3, 'planned', null],
      ],
    ],
    [
      'what was saved later may hold earlier',
      [
        [1, '2026-09-01'],
        [2, '2027-01-01'],
        [3, '2026-11-24'],
      ],
      [
        [1, 'past', '2026-11-24'],
        [3, 'in-force', '2027-01-01'],
        [2, 'planned', null],
      ],
    ],
    [
      'the later of one day goes before',
      [
        [2, '2026-11-24'],
        [1, '2026-11-24'],
      ],
      [
        [1, 'past', '2026-11-24'],
        [2, 'in-force', null],
      ],
    ],
  ])('%s', (_, versions, expected) => expect(placed(...versions)).toEqual(expected));
});
