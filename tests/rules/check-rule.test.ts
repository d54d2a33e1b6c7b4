import { describe, expect, it } from 'vitest';
import { checkAlone } from '../../api/paying/eligibility/check-rule.rules.ts';
import { rules as ruleList } from '../../api/paying/eligibility/schema.ts';

const faults = (rule: Parameters<typeof checkAlone>[0]) => checkAlone(rule, 0).map(({ code }) => code);
const declare = (nl: string, en: string) => faults({ kind: 'declarations', items: [{ code: 'a', nl, en }] });

describe('the name of a place', () => {
  const named = (place: string) =>
    faults({ kind: 'establishedInArea', basis: 'business', places: [place], postcodes: [] });

  it.each(['Weesp', 'Ee', "'s-Graveland", 'H.I. Ambacht', 'Bergen (N.H.)', 'Súdwest-Fryslân', 'Y'])(
    'can be %s',
    (place) => expect(named(place)).toEqual([]),
  );
  it.each(['1382', '1382 AB', 'Weesp 1382', '1382 Weesp', '(-)'])('cannot be %s', (place) =>
    expect(named(place)).toEqual(['place-unlikely']),
  );
});

describe('a declaration makes no condition of membership', () => {
  it.each([
    'Ik ben lid van de vereniging.',
    'Lid zijn van de OA.',
    'Wij zijn beiden leden.',
    'Ik heb een lidmaatschap.',
    'Mijn lidmaatschapskaart is geldig.',
    'Ik heb een ledenpas.',
  ])('in Dutch: %s', (nl) => expect(declare(nl, 'So it is.')).toEqual(['membership']));
  it.each(['I am a member.', 'Member of the OA.', 'We are members.', 'I have a membership.'])(
    'in English: %s',
    (en) => expect(declare('Zo is het.', en)).toEqual(['membership']),
  );
  it.each([
    ['Het is een jaar geleden gestart.', 'I have at most one member of staff.'],
    ['De solide basis is er.', 'The members of the household know.'],
  ])('and may say: %s %s', (nl, en) => expect(declare(nl, en)).toEqual([]));
});

it.each([
  ['', 'So it is.'],
  [' ', 'So it is.'],
  ['Zo is het.', ' '],
])('a declaration has words in both languages: %j, %j', (nl, en) =>
  expect(declare(nl, en)).toEqual(['declaration-untranslated']),
);

it.each([
  [{ kind: 'capPerEntrepreneur', max: -1, unit: 'count', period: { per: 'programme' } }],
  [{ kind: 'capPerEntrepreneur', max: 1.5, unit: 'count', period: { per: 'programme' } }],
  [{ kind: 'capPerEntrepreneur', max: 2, unit: 'count', period: { per: 'rollingMonths' } }],
  [{ kind: 'establishedInArea', basis: 'business', places: [' '], postcodes: [] }],
  [{ kind: 'establishedInArea', basis: 'business', places: [], postcodes: [{ from: 118, to: 1188 }] }],
  [{ kind: 'members', required: true }],
])('%j is no rule', (rule) => expect(ruleList.safeParse([rule]).success).toBe(false));
