import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../api/paying/eligibility/rule-words.ts';
import { type Rule, ruleKind } from '../../api/paying/eligibility/schema.ts';

const area = { kind: 'establishedInArea' as const, places: [], postcodes: [] };
const cap = { kind: 'capPerEntrepreneur', period: { per: 'programme' } } as const;
const sentences: [Rule, string][] = [
  [{ kind: 'programmeRunning' }, 'Het programma loopt, en de gemeente betaalt er nu nieuwe plaatsen in.'],
  [
    { kind: 'kvkNumber', required: true },
    'De ondernemer geeft een KVK-nummer op. Zonder nummer kijkt een medewerker ernaar.',
  ],
  [{ kind: 'kvkNumber', required: false }, 'Een KVK-nummer opgeven hoeft niet.'],
  [{ kind: 'businessActive' }, 'Het bedrijf staat in het Handelsregister en is niet gestopt.'],
  [
    { ...area, basis: 'business', places: ['Amsterdam', 'Weesp'] },
    'Het bedrijf heeft een vestiging in Amsterdam of Weesp.',
  ],
  [
    {
      ...area,
      basis: 'residence',
      places: ['Weesp'],
      postcodes: [
        { from: 1011, to: 1109 },
        { from: 1382, to: 1382 },
      ],
    },
    'De ondernemer woont in Weesp, of in postcode 1011 tot en met 1109 of 1382.',
  ],
  [{ kind: 'productCap' }, 'De gemeente betaalt elk product hoogstens zo vaak als bij het product staat.'],
  [
    { kind: 'productCap', product: 'studie' },
    'De gemeente betaalt ‘Levensvatbaarheidsonderzoek’ hoogstens zo vaak als bij dat product staat.',
  ],
  [
    { kind: 'productCap', product: 'studie', max: 30 },
    'De gemeente betaalt ‘Levensvatbaarheidsonderzoek’ hoogstens 30 keer.',
  ],
  [
    { kind: 'peopleCap', max: 350, scope: 'programme' },
    'Het programma is voor hoogstens 350 verschillende ondernemers.',
  ],
  [
    { ...cap, max: 6, unit: 'count' },
    'De gemeente betaalt per ondernemer hoogstens 6 keer in dit programma.',
  ],
  [
    { ...cap, max: 90, unit: 'minutes', period: { per: 'calendarYear' } },
    'De gemeente betaalt per ondernemer hoogstens 1,5 uur per kalenderjaar.',
  ],
  [
    { ...cap, max: 2095_00, unit: 'cents', period: { per: 'rollingMonths', months: 12 } },
    'De gemeente betaalt per ondernemer hoogstens €\u00a02.095 in 12 maanden.',
  ],
  [{ kind: 'notPaidForModule' }, 'De gemeente betaalt een onderwerp maar één keer voor dezelfde ondernemer.'],
  [
    { kind: 'declarations', items: [{ code: 'nu', nl: 'Mijn bedrijf loopt.', en: 'My business runs.' }] },
    'De ondernemer verklaart: ‘Mijn bedrijf loopt.’',
  ],
  [
    { kind: 'deMinimisRoom', ceilingCents: 300_000_00, years: 3 },
    'Het bedrijf komt met deze steun niet boven €\u00a0300.000 in 3 jaar.',
  ],
  [{ kind: 'budgetRoom' }, 'Er is nog geld in het programma.'],
  [{ kind: 'manualReview' }, 'Een medewerker kijkt naar elke aanmelding.'],
];
const names = new Map([['studie', 'Levensvatbaarheidsonderzoek']]);

it.each(sentences)('%j', (rule, expected) => {
  const { nl, en } = sentenceOf(rule, names);
  expect(nl).toBe(expected);
  expect(en).toMatch(/^(The|A|With|There) .*[.’]$/);
});

describe('a sentence that is put together', () => {
  const places = (...names: string[]): Rule => ({ ...area, basis: 'business', places: names });
  const postcodes = (...ranges: [number, number][]): Rule => ({
    ...area,
    basis: 'residence',
    postcodes: ranges.map(([from, to]) => ({ from, to })),
  });
  const item = (code: string) => ({ code, nl: `Ik ${code}.`, en: `I ${code}.` });

  it.each<[Rule, string, string]>([
    [
      places('Weesp'),
      'Het bedrijf heeft een vestiging in Weesp.',
      'The business has an establishment in Weesp.',
    ],
    [
      places('Weesp', 'Urk', 'Ede'),
      'Het bedrijf heeft een vestiging in Weesp, Urk of Ede.',
      'The business has an establishment in Weesp, Urk or Ede.',
    ],
    [
      places('Weesp', 'Urk', 'Ede', 'Ee'),
      'Het bedrijf heeft een vestiging in Weesp, Urk, Ede of Ee.',
      'The business has an establishment in Weesp, Urk, Ede or Ee.',
    ],
    [
      postcodes([1011, 1109]),
      'De ondernemer woont in postcode 1011 tot en met 1109.',
      'The entrepreneur lives in postcode 1011 to 1109.',
    ],
    [
      { ...postcodes([1382, 1382], [1011, 1109]), places: ['Weesp'] } as Rule,
      'De ondernemer woont in Weesp, of in postcode 1382 of 1011 tot en met 1109.',
      'The entrepreneur lives in Weesp, or in postcode 1382 or 1011 to 1109.',
    ],
    [
      { kind: 'declarations', items: [item('a'), item('b')] },
      'De ondernemer verklaart: ‘Ik a.’ ‘Ik b.’',
      'The entrepreneur declares: ‘I a.’ ‘I b.’',
    ],
    [
      { kind: 'productCap', product: 'scan', max: 5 },
      'De gemeente betaalt ‘scan’ hoogstens 5 keer.',
      'The municipality pays for ‘scan’ at most 5 times.',
    ],
  ])('%j', (rule, nl, en) => expect(sentenceOf(rule, names)).toEqual({ nl, en }));
});

it('every kind of rule has its sentence', () => {
  expect(new Set(sentences.map(([{ kind }]) => kind))).toEqual(new Set(ruleKind.options));
});
