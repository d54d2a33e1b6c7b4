import type { RuleKind } from '../../paying/eligibility/schema.ts';
import type { Settings } from './schema.ts';

/** What must be there before a programme can open (`blocking`), or is wise to have (`advice`). */
export const lacks = [
  'quarters',
  'parties',
  'authorised',
  'phases',
  'rules',
  'contributions',
  'targets',
  'modules',
  'agreement',
  'lead',
] as const;
export type Lack = (typeof lacks)[number];
/** `quarters` are the ordinals that it is about, where it is about some. */
export type Missing = { what: Lack; weight: 'blocking' | 'advice'; quarters: number[] };

/** What stands around the settings. `phased` are the ordinals of the quarters with a phase. */
export type Opening = {
  funding: 'perParticipant' | 'perSession';
  municipalityOrganisations: readonly string[];
  phased: readonly number[];
  ruleKinds: readonly RuleKind[];
  publishedModules: number;
  today: string;
};

/**
 * What a programme lacks, what blocks first. A quarter that is over needs nothing any more. Where the municipality pays for
 * each participant entrepreneurs themselves may give the sessions, so no other party is needed; but then it must say for
 * whom it pays.
 */
export function missingOf(settings: Settings, around: Opening): Missing[] {
  const { parties, agreement, lead, contributions, authorised } = settings;
  const paysSessions = around.funding === 'perSession';
  const toCome = settings.quarters
    .map((quarter, n) => ({ ...quarter, ordinal: n + 1 }))
    .filter(({ endsOn }) => endsOn >= around.today);
  const ordinals = (of: typeof toCome) => of.map(({ ordinal }) => ordinal);
  const unphased = ordinals(toCome.filter(({ ordinal }) => !around.phased.includes(ordinal)));
  const untargeted = ordinals(toCome.filter(({ targets }) => targets.length === 0));
  const isAlone = parties.every(({ organisationId }) =>
    around.municipalityOrganisations.includes(organisationId),
  );
  const isOpenToAnyone = around.ruleKinds.every((kind) => kind === 'programmeRunning');

  const is = (what: Lack, isMissing: boolean, blocks: boolean, quarters: number[] = []): Missing[] =>
    isMissing ? [{ what, weight: blocks ? 'blocking' : 'advice', quarters }] : [];
  const found = [
    ...is('quarters', toCome.length === 0, true),
    ...is('parties', isAlone, paysSessions),
    ...is('authorised', authorised === null, true),
    ...is('phases', unphased.length > 0, true, unphased),
    ...is('rules', isOpenToAnyone, !paysSessions),
    ...is('contributions', paysSessions && contributions.length === 0, false),
    ...is('targets', paysSessions && untargeted.length > 0, false, untargeted),
    ...is('modules', around.publishedModules === 0, false),
    ...is('agreement', agreement.signedOn === null, false),
    ...is('lead', lead.name === null && lead.unit === null, false),
  ];
  return [
    ...found.filter(({ weight }) => weight === 'blocking'),
    ...found.filter(({ weight }) => weight === 'advice'),
  ];
}
