import { describe, expect, it } from 'vitest';
import { industries } from '../../api/language/vocabularies.ts';
import {
  districtOf,
  industryOf,
  named,
  postcodesIn,
  repeated,
  residenceOf,
} from '../../api/steering/categories/rules.ts';
import { usualCodes } from '../../api/steering/categories/sbi.rules.ts';
import { districtTable, newIndustryTable } from '../../api/steering/categories/schema.ts';
import { faultsOfLines, linesIn } from '../../site/show/lines/lines.ts';

describe('the branch of a code', () => {
  const rows = [
    { code: '88', industry: 'Verzorgend beroep' },
    { code: '8891', industry: 'Kinderopvang' },
    { code: '889', industry: 'Overig' },
  ];

  it.each([
    ['88101', 'Verzorgend beroep'],
    ['88910', 'Kinderopvang'],
    ['8891', 'Kinderopvang'],
    ['88990', 'Overig'],
    ['88', 'Verzorgend beroep'],
  ])('%s is %s, by the longest row that it begins with', (code, industry) => {
    expect(industryOf(code, rows)).toBe(industry);
    expect(industryOf(code, rows.toReversed())).toBe(industry);
  });

  it.each(['8', '56100', '', '18891'])('%j is in none', (code) => {
    expect(industryOf(code, rows)).toBeNull();
    expect(industryOf(code, [])).toBeNull();
  });
});

describe('the table that the product comes with', () => {
  it.each([
    ['96210', 'Verzorgend beroep'],
    ['96100', 'Dienstverlening'],
    ['88910', 'Kinderopvang'],
    ['62100', 'ICT'],
    ['58290', 'ICT'],
    ['58110', 'Cultuur'],
    ['74200', 'Cultuur'],
    ['74300', 'Dienstverlening'],
    ['69200', 'Administratief'],
    ['69100', 'Dienstverlening'],
    ['56110', 'Horeca'],
    ['47110', 'Detailhandel'],
    ['46410', 'Groothandel'],
    ['49330', 'Taxi/vervoer'],
    ['43210', 'Bouw'],
    ['18120', 'Ambacht'],
    ['01110', 'Overig'],
    ['04000', null],
  ])('has %s under %s', (code, industry) => expect(industryOf(code, usualCodes)).toBe(industry));

  it('is one that an operator could have given', () => {
    expect(newIndustryTable.parse({ rows: usualCodes })).toEqual({ rows: usualCodes });
    expect(repeated(usualCodes.map(({ code }) => code))).toEqual([]);
    expect(industries.length + 1).toBe(17);
  });
});

describe('where a business is', () => {
  const rows = [
    { area: '1181-1189', district: 'Amstelveen' },
    { area: '1185', district: 'Zuid' },
    { area: '1184-1186', district: 'Midden' },
    { area: 'Nes aan de Amstel', district: 'Nes' },
    { area: 'Amsterdam', district: 'Buren' },
  ];
  const at = (place: string, postcode: string | null = null) => ({ place, postcode });

  it.each([
    ['by the narrowest range', [at('Amstelveen', '1185')], 'Zuid'],
    ['by a range, to its end', [at('Amstelveen', '1186')], 'Midden'],
    ['by a range, from its begin', [at('Amstelveen', '1181')], 'Amstelveen'],
    ['by postcode before place', [at('Amsterdam', '1189')], 'Amstelveen'],
    ['by place, however it is written', [at('NES AAN DE AMSTEL')], 'Nes'],
    ['by place when no range has the postcode', [at('Amsterdam', '1011')], 'Buren'],
    ['by the first that lies in a district', [at('Urk', '8321'), at('Amstelveen', '1185')], 'Zuid'],
    ['by its place when none does', [at('Urk', '8321'), at('Emmeloord')], 'Urk'],
    ['not at all', [], null],
  ])('%s', (_, establishments, district) => expect(districtOf(establishments, rows)).toBe(district));

  it('is its place without a table, and a person lives elsewhere', () => {
    expect(districtOf([at('Amstelveen', '1185')], [])).toBe('Amstelveen');
    expect(residenceOf('1185', [])).toBe('elsewhere');
    expect(residenceOf('1185', rows)).toBe('Zuid');
    expect(residenceOf('1190', rows)).toBe('elsewhere');
  });
});

it('numbers under one name are added up, and those without a name stay apart', () => {
  const row = (code: string | null, n: number) => ({ code, booked: n, visits: 2 * n, unique: 3 * n });
  const found = named([row('a', 1), row(null, 10), row('b', 100)], ({ code }) => code && 'samen');
  expect(found).toEqual([
    { name: 'samen', booked: 101, visits: 202, unique: 303 },
    { name: null, booked: 10, visits: 20, unique: 30 },
  ]);
});

describe('a table that was typed', () => {
  const areaOf = (area: string) => districtTable.safeParse({ rows: [{ area, district: 'Noord' }] });

  it.each([
    [' 1181 ', '1181'],
    ['1181 - 1183', '1181-1183'],
    ['1181 t/m 1183', '1181-1183'],
    ['1181–1183', '1181-1183'],
    ['2e Exloërmond', '2e Exloërmond'],
    ['Ouderkerk aan de Amstel', 'Ouderkerk aan de Amstel'],
  ])('reads %j as %j', (typed, area) => expect(areaOf(typed).data?.rows[0]!.area).toBe(area));

  it.each(['1183-1181', '0181', '118', '11811', '1181 AB', '1181AB', '1181-', '', ' '])(
    'refuses %j',
    (typed) => expect(areaOf(typed).success).toBe(false),
  );

  it.each(['unknown', 'Elsewhere', ''])('refuses the district %j', (district) =>
    expect(districtTable.safeParse({ rows: [{ area: '1181', district }] }).success).toBe(false),
  );

  it('takes dots and spaces out of codes, and refuses what is no code or branch', () => {
    const read = (code: string, industry: string) =>
      newIndustryTable.safeParse({ rows: [{ code, industry }] });
    expect(read('56.10 1', 'Horeca').data?.rows[0]!.code).toBe('56101');
    for (const [code, industry] of [
      ['561011', 'Horeca'],
      ['a', 'Horeca'],
      ['', 'Horeca'],
      ['56', 'Cafés'],
    ] as const)
      expect(read(code, industry).success).toBe(false);
  });

  it('says which rows are there twice', () =>
    expect(repeated(['1181', 'Urk', '1181', 'urk', '1182'])).toEqual([2, 3]));

  it('tells a place from postcodes', () => {
    expect(postcodesIn('1181-1183')).toEqual({ from: 1181, to: 1183 });
    expect(postcodesIn('1181')).toEqual({ from: 1181, to: 1181 });
    expect(postcodesIn('Urk')).toBeNull();
  });

  it('tells of faults by the lines that they stand on', () => {
    const typed = linesIn('1181 ; Noord\n\n1182;Zuid\r\nfout\tA;B\n');
    expect(typed).toEqual([
      { left: '1181', right: 'Noord', at: 1 },
      { left: '1182', right: 'Zuid', at: 3 },
      { left: 'fout', right: 'A;B', at: 4 },
    ]);
    const refused = {
      values: {},
      code: 'invalid-input' as const,
      fields: [
        { name: 'rows.1.area', code: 'in-use' as const, reason: '' },
        { name: 'rows.2.district', code: 'invalid' as const, reason: '' },
        { name: 'rows', code: 'too-long' as const, reason: 'is too long' },
      ],
    };
    const words = { twice: (line: string) => `twee keer ${line}`, wrong: (line: string) => `mis ${line}` };
    expect(faultsOfLines(refused, typed, words).fields).toEqual([
      { name: 'lines', code: 'explained', reason: 'twee keer 3 (1182 ; Zuid)' },
      { name: 'lines', code: 'explained', reason: 'mis 4 (fout ; A;B)' },
      { name: 'lines', code: 'too-long', reason: 'is too long' },
    ]);
  });
});
