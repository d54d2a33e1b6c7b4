import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whereIs } from '../../api/paying/eligibility/area.rules.ts';
import { establishedInArea } from '../../api/paying/eligibility/reason-words-own.ts';
import { judge } from '../../api/paying/eligibility/judge.rules.ts';
import { rule as ruleSchema, type RuleOf } from '../../api/paying/eligibility/schema.ts';
import { livesCode } from '../../api/paying/declarations/area-words.ts';
import { askedBy } from '../../api/paying/declarations/rules.ts';
import { anyFacts } from './eligibility-arbitrary.ts';
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
  ])('%s', (_, places, where, seen) => expect(at(weesp, ...places)).toEqual({ where, seen, lives: null }));
});

describe('what the rule looks at', () => {
  const outcome = { inside: 'passed', outside: 'failed', unknown: 'unknown' } as const;
  const of = (business: Place | null, lives: boolean | null, change: Partial<AreaRule> = {}) => {
    const rule = { ...weesp, ...change };
    const some = {
      ...facts,
      residence: null,
      business: business ? businessAt(address(business)) : { status: 'not-given' as const },
      declarations: lives === null ? {} : { [livesCode(rule)]: lives },
    };
    return { where: whereIs(rule, some).where, ...judge(rule, some, 0) };
  };
  const [here, there] = [{ place: 'Weesp' }, { place: 'Urk' }];

  it.each<[AreaRule['basis'], Place | null, boolean | null, keyof typeof outcome]>([
    ['business', here, false, 'inside'],
    ['business', there, true, 'outside'],
    ['business', null, true, 'unknown'],
    ['residence', there, true, 'inside'],
    ['residence', here, false, 'outside'],
    ['residence', here, null, 'unknown'],
    ['either', here, null, 'inside'],
    ['either', here, false, 'inside'],
    ['either', null, true, 'inside'],
    ['either', there, true, 'inside'],
    ['either', there, false, 'outside'],
    ['either', there, null, 'unknown'],
    ['either', null, false, 'unknown'],
    ['either', { shielded: true }, false, 'unknown'],
  ])('by %s, of a business at %j whose owner says %j, is %s', (basis, business, lives, where) => {
    expect(of(business, lives, { basis })).toMatchObject({ where, outcome: outcome[where] });
  });

  it('leaves who is outside to a person where the rule says so', () => {
    const found = of(there, false, { basis: 'either', outside: 'review' });
    expect(found).toMatchObject({ where: 'outside', outcome: 'unknown' });
    expect(found.nextStep?.nl).toContain('Een medewerker kijkt dit na');
    expect(of(there, false, { basis: 'either' }).outcome).toBe('failed');
  });

  it('goes by an address that is known before what someone says, and tells what it saw', () => {
    const rule = { ...weesp, basis: 'either' as const };
    const some = {
      ...facts,
      residence: null,
      business: businessAt(address(there)),
      declarations: { lives_either: true },
    };
    expect(whereIs(rule, some)).toEqual({ where: 'inside', seen: ['Urk'], lives: true });
    expect(whereIs(rule, { ...some, residence: address(there) })).toEqual({
      where: 'outside',
      seen: ['Urk', 'Urk'],
      lives: null,
    });
  });

  it('asks for what is missing, the number or where someone lives', () => {
    const next = (gaveNumber: boolean, basis: AreaRule['basis']) =>
      establishedInArea({ ...weesp, basis }, 'unknown', gaveNumber).nextStep?.nl;
    expect(next(false, 'business')).toContain('Geef uw KVK-nummer bij uw aanmelding.');
    expect(next(true, 'business')).toContain('Een medewerker kijkt dit na');
    expect(next(false, 'either')).toContain('Geef uw KVK-nummer bij uw aanmelding, of zeg dat u daar woont.');
    expect(next(true, 'either')).toContain('Zeg bij uw aanmelding of u daar woont.');
  });

  it('either is inside when one of the two is, and outside only when both are, whatever the facts', () => {
    const area = fc.constantFrom(weesp, { ...weesp, places: ['Urk', 'Amstelveen'] });
    fc.assert(
      fc.property(area, anyFacts, fc.option(fc.boolean()), (rule, some, lives) => {
        const declarations: Record<string, boolean> =
          lives === null ? {} : { lives_either: lives, lives_residence: lives };
        const all = { ...some, declarations };
        const by = (basis: AreaRule['basis']) => whereIs({ ...rule, basis }, all).where;
        const both = [by('business'), by('residence')];
        const expected = both.includes('inside')
          ? 'inside'
          : both.includes('unknown')
            ? 'unknown'
            : 'outside';
        expect(by('either')).toBe(expected);
      }),
    );
  });

  it('is the business in rules that were kept before it could be chosen', () => {
    const { basis: _, ...kept } = weesp;
    expect(ruleSchema.parse(kept)).toEqual(weesp);
  });
});

describe('what is asked of who lives somewhere', () => {
  const asked = (rule: AreaRule) => askedBy([rule], 0).items;
  it('is a sentence that the rule can be judged by', () => {
    expect(asked({ ...weesp, basis: 'either' })).toEqual([
      { code: 'lives_either', nl: 'Ik woon in Weesp.', en: 'I live in Weesp.' },
    ]);
    expect(
      asked({
        ...area(
          ['Urk', 'Ee'],
          [
            [1382, 1382],
            [1390, 1399],
          ],
        ),
        basis: 'residence',
      })[0]!.nl,
    ).toBe('Ik woon in Urk of Ee, of in postcode 1382 of 1390 tot en met 1399.');
  });
  it('is nothing where only the business counts', () => expect(asked(weesp)).toEqual([]));
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
    ['either', 'inside', 'U woont of onderneemt in het gebied van dit programma (Weesp).'],
    [
      'either',
      'outside',
      'U woont niet in het gebied van dit programma (Weesp), en uw bedrijf zit er ook niet.',
    ],
    [
      'either',
      'unknown',
      'Wij weten nog niet of u in het gebied van dit programma (Weesp) woont of onderneemt.',
    ],
    ['residence', 'unknown', 'Wij weten nog niet of u in het gebied van dit programma (Weesp) woont.'],
  ] as const)('by the %s that is %s: %s', (basis, where, nl) =>
    expect(said({ ...weesp, basis }, where).nl).toBe(nl),
  );
});
