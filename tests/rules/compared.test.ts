import { expect, it } from 'vitest';
import { comparedGroups } from '../../site/gemeente/report/kept/compared.ts';
import type { Programme } from '../../site/show/programme/programme.ts';

const association = '0199c0de-0000-7000-8000-000000000001';
const programme = { parties: [{ id: association, name: 'VAD' }] } as unknown as Programme;
const figure = (key: string, from: number | null, to: number | null) => ({
  key,
  unit: 'visits' as const,
  from,
  to,
  difference: from === null || to === null ? null : to - from,
});

it('gives every figure of a comparison its name, in the table where it belongs, and leaves out what has none', () => {
  const figures = [
    figure('present', 10, 14),
    figure('group/inspiration/held', 1, 2),
    figure(`organiser/${association}/visits`, 4, 5),
    figure('district/Zuid-Oost/visits', null, 6),
    figure('industry/Taxi/vervoer/visits', 1, 3),
    figure('residence/elsewhere/visits', 1, 2),
    figure('age/18-25/visits', 1, 1),
    figure('age/unknown/visits', 0, 2),
    figure('district/Zuid-Oost/unique', 3, 4),
    figure('money/1/committed', 0, 100),
  ];
  const tables = comparedGroups(figures, programme, 'nl').map(({ title, rows }) => [
    title,
    ...rows.map(({ name, difference }) => [name, difference]),
  ]);
  expect(tables).toEqual([
    ['Kerncijfers', ['Bezoeken', 4]],
    ['Gehouden sessies per soort', ['Inspiratiesessies', 1]],
    ['Per organisator', ['VAD', 1]],
    ['Per stadsdeel of plaats', ['Zuid-Oost', null]],
    ['Per branche', ['Taxi/vervoer', 2]],
    ['Per woonplaats', ['Ergens anders', 1]],
    ['Per leeftijd', ['18 t/m 25', 0], ['Onbekend', 2]],
  ]);
});
