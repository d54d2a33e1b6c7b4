import type { Rule } from './decide.ts';

/** Open to every entrepreneur, and paid per session: nothing is asked of who comes (B&W Amstelveen 2-11-2021). */
export const backOnTrackRules: Rule[] = [
  { kind: 'programmeRunning' },
  { kind: 'kvkNumber', required: false },
];

/** Examples: the source says that the municipality pays for who is eligible, and not who that is. */
export const onderneemvaardigRules: Rule[] = [
  { kind: 'programmeRunning' },
  { kind: 'kvkNumber', required: true },
  { kind: 'businessActive' },
  { kind: 'establishedInArea', basis: 'business', places: ['Amsterdam', 'Weesp'], postcodes: [] },
  { kind: 'notPaidForModule' },
  { kind: 'capPerEntrepreneur', max: 6, unit: 'count', period: { per: 'programme' } },
];

/** What Onderneemvaardig asked before yesterday: no KVK number was needed, so nobody waits for a review. */
export const onderneemvaardigRulesBefore: Rule[] = [
  { kind: 'programmeRunning' },
  { kind: 'kvkNumber', required: false },
  { kind: 'notPaidForModule' },
  { kind: 'capPerEntrepreneur', max: 6, unit: 'count', period: { per: 'programme' } },
];

/** With what the entrepreneur has to declare. */
export const onderneemvaardigRulesNow: Rule[] = [
  ...onderneemvaardigRules,
  {
    kind: 'declarations',
    items: [
      {
        code: 'eigen-onderneming',
        nl: 'Ik kom voor mijn eigen onderneming.',
        en: 'I come for my own business.',
      },
    ],
  },
  { kind: 'deMinimisRoom', ceilingCents: 300_000_00, years: 3 },
];

/** At most 350 entrepreneurs, 30 studies and 200,000 euros (nota 2021-000668). */
export const deventerRules: Rule[] = [
  { kind: 'programmeRunning' },
  { kind: 'kvkNumber', required: true },
  { kind: 'peopleCap', max: 350, scope: 'programme' },
  { kind: 'productCap', product: 'levensvatbaarheidsonderzoek', max: 30 },
  { kind: 'budgetRoom' },
];
