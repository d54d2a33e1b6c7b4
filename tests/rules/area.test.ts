import { describe, expect, it } from 'vitest';
import { whereIs } from '../../api/paying/eligibility/area.rules.ts';
import { establishedInArea } from '../../api/paying/eligibility/reason-words-own.ts';
import type { RuleOf } from '../../api/paying/eligibility/schema.ts';
import { address, businessAt, facts } from './eligibility-facts.ts';

type AreaRule = RuleOf<'establishedInArea'>;
type Place = Parameters<typeof address>[0];
const area = (places: string[], postcodes: [number, number][] = []): AreaRule => ({
  kind: 'establishedInArea',
  basis: 'business',
  places,
  postcodes: postcodes.map(([from, to]) => ({ from, to })),
});
const at = (rule: AreaRule, ...places: Place[]) =>
  whereIs(rule, { ...facts, business: businessAt(...places.map(address)) });
const weesp = area(['Weesp']);

describe('what is in the Netherlands', () => {
  it.each([null, '', ' ', 'NL', 'nl', 'Nederland', 'NEDERLAND ', 'Netherlands', 'The Netherlands'])(
    'is %j',
    (country) => expect(at(weesp, { place: 'Weesp', country }).where).toBe('inside'),
  );
  it.each(['België', 'onbekend', 'Netherlands Antilles'])('is not %j: a person looks', (country) =>
    expect(at(weesp, { place: 'Weesp', country }).where).toBe('unknown'),
  );
});

describe('one address', () => {
  const digits = area([], [[1380, 1384]]);
  it.each<[string, AreaRule, Place, string]>([
    [
      'has its place written without any of its accents',
      area(['Súdwest-Fryslân']),
      { place: 'SUDWEST-FRYSLAN' },
      'inside',
    ],
    ['has a place of spaces, which is none', weesp, { place: ' ' }, 'unknown'],
    ['has only a postcode, and only places count', weesp, { postcode: '1382 AB' }, 'unknown'],
    ['has only a postcode, and only postcodes count', digits, { postcode: '1012 JS' }, 'outside'],
    ['has its postcode in the range', digits, { postcode: ' 1384ab ' }, 'inside'],
    ['has its postcode just before the range', digits, { postcode: '1379 ZZ' }, 'outside'],
    ['has its postcode just after the range', digits, { postcode: '1385 AA' }, 'outside'],
    ['has something before its postcode', digits, { postcode: 'NL-1382 AB' }, 'unknown'],
    ['has something after its postcode', digits, { postcode: '1382 ABC' }, 'unknown'],
    ['has no postcode, and only postcodes count', digits, { place: 'Weesp' }, 'unknown'],
  ])('%s', (_, rule, place, where) => expect(at(rule, place).where).toBe(where));
});

describe('more addresses', () => {
  const urk = { place: 'Urk', postcode: '8321 AA' };
  it.each<[string, Place[], string, string[]]>([
    [
      'one inside is enough, whatever comes after it',
      [{ place: 'Weesp' }, { shielded: true }],
      'inside',
      ['Weesp'],
    ],
    [
      'one that is not known leaves it open',
      [{ shielded: true, place: 'Urk' }, urk],
      'unknown',
      ['shielded', 'Urk'],
    ],
    ['all of them outside is outside', [urk, urk], 'outside', ['Urk', 'Urk']],
    ['what was seen of each', [{ postcode: '1382' }, {}], 'unknown', ['1382', 'unknown']],
    ['none leaves it open', [], 'unknown', []],
  ])('%s', (_, places, where, seen) => expect(at(weesp, ...places)).toEqual({ where, seen }));
});

describe('where someone is, in a sentence', () => {
  const said = (rule: AreaRule, where: Parameters<typeof establishedInArea>[1]) =>
    establishedInArea(rule, where).reason;

  it.each<[string, string[], string]>([
    ['names no place where only postcodes count', [], ''],
    ['names one place', ['Weesp'], ' (Weesp)'],
    ['names three places', ['Weesp', 'Urk', 'Ede'], ' (Weesp, Urk, Ede)'],
    ['names none of a longer list', ['Weesp', 'Urk', 'Ede', 'Ee'], ''],
  ])('%s', (_, places, named) =>
    expect(said(area(places), 'inside')).toEqual({
      nl: `Uw bedrijf zit in het gebied van dit programma${named}.`,
      en: `Your business is in the area of this programme${named}.`,
    }),
  );

  it.each([
    ['business', 'outside', 'Uw bedrijf zit niet in het gebied van dit programma (Weesp).'],
    ['business', 'unknown', 'Wij weten nog niet of uw bedrijf in het gebied van dit programma (Weesp) zit.'],
    ['residence', 'inside', 'U woont in het gebied van dit programma (Weesp).'],
    ['residence', 'outside', 'U woont niet in het gebied van dit programma (Weesp).'],
    ['residence', 'unknown', 'Wij weten nog niet of u in het gebied van dit programma (Weesp) woont.'],
  ] as const)('by the %s that is %s: %s', (basis, where, nl) =>
    expect(said({ ...weesp, basis }, where).nl).toBe(nl),
  );
});
