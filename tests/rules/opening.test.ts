import { describe, expect, it } from 'vitest';
import { lacks, missingOf, type Opening } from '../../api/steering/settings/opening.rules.ts';
import { missingWords } from '../../api/steering/settings/opening-words.ts';
import type { Settings } from '../../api/steering/settings/schema.ts';

const quarter = (startsOn: string, endsOn: string) => ({
  startsOn,
  endsOn,
  targets: [{ group: 'network' as const, min: 1, max: 1 }],
});
const whole: Settings = {
  name: 'Op koers',
  status: 'running',
  startsOn: '2027-01-01',
  endsOn: '2027-06-30',
  creditLine: 'Door de gemeente',
  requiresOpenAccess: true,
  authorised: { cents: 1_000_00, basis: 'ex', provisional: false },
  reserved: null,
  vatCompensable: 'unknown',
  deMinimis: 'not',
  paysNoShow: false,
  reviewsModules: false,
  lead: { name: 'Anneke', unit: null },
  agreement: { signedOn: '2026-12-01', signatory: null, mandate: null, source: null },
  parties: [
    { organisationId: 'gemeente', role: 'funder' },
    { organisationId: 'vereniging', role: 'executor' },
  ],
  quarters: [quarter('2027-01-01', '2027-03-31'), quarter('2027-04-01', '2027-06-30')],
  contributions: [{ group: 'network', cents: 100, vatRate: '21' }],
  thresholds: {} as Settings['thresholds'],
};
const around: Opening = {
  funding: 'perSession',
  municipalityOrganisations: ['gemeente'],
  phased: [1, 2],
  ruleKinds: ['programmeRunning', 'kvkNumber'],
  publishedModules: 1,
  today: '2026-12-15',
};
const of = (settings: Partial<Settings>, more: Partial<Opening> = {}) =>
  missingOf({ ...whole, ...settings }, { ...around, ...more }).map(
    ({ what, weight, quarters }) => `${weight} ${what}${quarters.length > 0 ? ` ${quarters.join()}` : ''}`,
  );
const perParticipant = { funding: 'perParticipant' } as const;

describe('a programme lacks', () => {
  it('nothing when all is there', () => {
    expect(of({})).toEqual([]);
    expect(
      of({ contributions: [], quarters: whole.quarters.map((q) => ({ ...q, targets: [] })) }, perParticipant),
    ).toEqual([]);
  });

  it.each<[string, Partial<Settings>, Partial<Opening>, string[]]>([
    ['quarters', { quarters: [] }, {}, ['blocking quarters']],
    ['quarters that are not over', {}, { today: '2027-07-01', phased: [] }, ['blocking quarters']],
    ['a party', { parties: whole.parties.slice(0, 1) }, {}, ['blocking parties']],
    ['a party, where entrepreneurs may give sessions', { parties: [] }, perParticipant, ['advice parties']],
    ['money', { authorised: null }, {}, ['blocking authorised']],
    ['a phase', {}, { phased: [1] }, ['blocking phases 2']],
    ['two phases', {}, { phased: [] }, ['blocking phases 1,2']],
    ['no phase for what is over', {}, { phased: [2], today: '2027-04-01' }, []],
    ['a phase for what ends today', {}, { phased: [2], today: '2027-03-31' }, ['blocking phases 1']],
    ['rules on who pays', {}, { ...perParticipant, ruleKinds: ['programmeRunning'] }, ['blocking rules']],
    ['rules, where sessions are paid', {}, { ruleKinds: ['programmeRunning'] }, ['advice rules']],
    ['amounts', { contributions: [] }, {}, ['advice contributions']],
    [
      'targets',
      { quarters: [whole.quarters[0]!, { ...whole.quarters[1]!, targets: [] }] },
      {},
      ['advice targets 2'],
    ],
    ['anything to book', {}, { publishedModules: 0 }, ['advice modules']],
    ['a signature', { agreement: { ...whole.agreement, signedOn: null } }, {}, ['advice agreement']],
    ['who leads it', { lead: { name: null, unit: null } }, {}, ['advice lead']],
    [
      'what blocks, first',
      { lead: { name: null, unit: null }, authorised: null },
      { publishedModules: 0, phased: [] },
      ['blocking authorised', 'blocking phases 1,2', 'advice modules', 'advice lead'],
    ],
  ])('%s', (_, settings, more, expected) => {
    expect(of(settings, more)).toEqual(expected);
  });

  it('each in a sentence of both languages', () => {
    for (const what of lacks) {
      const [nl, en] = (['nl', 'en'] as const).map((locale) =>
        missingWords({ what, weight: 'advice', quarters: [1, 2] }, locale),
      );
      expect(nl).toMatch(/^[A-Z].*\.$/);
      expect(en).toMatch(/^[A-Z].*\.$/);
      expect(nl).not.toBe(en);
    }
    expect(missingWords({ what: 'phases', weight: 'blocking', quarters: [2, 3] }, 'nl')).toContain('2 en 3');
  });
});
