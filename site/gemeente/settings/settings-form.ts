import type { z } from 'zod';
import { parseWhole } from '../../../api/language/numbers.ts';
import { targetGroups, vatRates } from '../../../api/language/vocabularies.ts';
import type { Settings, settingsAnswer } from '../../../api/steering/settings/schema.ts';
import type { FieldError } from '../../forms.ts';
import type { Locale } from '../../links.ts';
import { texts } from '../../texts/index.ts';
import { type Subject, subjectOf } from './subjects.ts';
import { amount, choice, flag, text, textOrNone, wholeNumber } from '../../typed.ts';

export type SettingsAnswer = z.output<typeof settingsAnswer>;
type Values = Record<string, string>;
/** What the fields of a subject are shown with. */
export type PartProps = {
  answer: SettingsAnswer;
  typed: Record<string, string> | undefined;
  /** The message at each field. */
  errors: Record<string, string>;
};
export const thresholdNames = [
  'interestPercent',
  'nonMemberPercent',
  'knownVisits',
  'noticeDays',
  'sessionsPerWeek',
  'aheadPoints',
  'behindPoints',
  'associationDays',
] as const satisfies (keyof Settings['thresholds'])[];
const LAST = 999;

/** In how many rows the form shows quarters: one more than there are, to add one. */
export const rowsOf = ({ quarters }: Settings) => quarters.length + 1;

/** What the page of each subject asks for; what it cannot change of a quarter comes from what there is. */
export const partFrom: Record<Subject, (values: Values, answer: SettingsAnswer) => Partial<Settings>> = {
  basis: (values) => ({
    name: text(values.name),
    status: values.status as Settings['status'],
    creditLine: text(values.creditLine),
    requiresOpenAccess: flag(values.requiresOpenAccess),
    reviewsModules: flag(values.reviewsModules),
    lead: { name: textOrNone(values.leadName), unit: textOrNone(values.leadUnit) },
  }),
  kwartalen: (values, { settings, quarters }) => ({
    startsOn: text(values.startsOn),
    endsOn: text(values.endsOn),
    quarters: Array.from({ length: rowsOf(settings) }, (_, n) => n).flatMap((n) => {
      const quarter = settings.quarters[n];
      if (quarter && quarters[n]?.ended) return quarter;
      const [startsOn, endsOn] = [text(values[`quarter.${n}.startsOn`]), text(values[`quarter.${n}.endsOn`])];
      return startsOn || endsOn ? [{ startsOn, endsOn, targets: quarter?.targets ?? [] }] : [];
    }),
  }),
  doelen: (values, { settings, quarters }) => ({
    quarters: settings.quarters.map((quarter, n) =>
      quarters[n]?.ended ? quarter : { ...quarter, targets: targetsFrom(values, n) },
    ),
  }),
  partijen: (values, { organisations }) => ({ parties: partiesFrom(values, organisations) }),
  overeenkomst: (values) => ({
    agreement: {
      signedOn: textOrNone(values.signedOn),
      signatory: textOrNone(values.signatory),
      mandate: textOrNone(values.mandate),
      source: textOrNone(values.source),
    },
  }),
  geld: (values) => ({
    authorised: authorisedFrom(values),
    reserved: amountFrom(values, 'reserved'),
    vatCompensable: values.vatCompensable as Settings['vatCompensable'],
  }),
  bijdragen: (values) => ({ contributions: contributionsFrom(values) }),
  staatssteun: (values) => ({
    deMinimis: values.deMinimis as Settings['deMinimis'],
    paysNoShow: flag(values.paysNoShow),
  }),
  aandacht: (values) => ({
    thresholds: Object.fromEntries(
      thresholdNames.map((name) => [name, wholeNumber(values[name]) ?? null]),
    ) as Settings['thresholds'],
  }),
};

const amountFrom = (values: Values, name: 'authorised' | 'reserved') =>
  text(values[name]) === ''
    ? null
    : { cents: amount(values[name]), basis: values[`${name}Basis`] as 'ex' | 'incl' | 'unknown' };

const authorisedFrom = (values: Values) => {
  const authorised = amountFrom(values, 'authorised');
  return authorised && { ...authorised, provisional: flag(values.authorisedProvisional) };
};

const partiesFrom = (values: Values, organisations: SettingsAnswer['organisations']) =>
  organisations
    .map(({ id }, n) => ({
      organisationId: id,
      role: values[`role.${id}`],
      order: parseWhole(values[`order.${id}`] ?? '') || LAST + n,
    }))
    .filter((one): one is typeof one & { role: 'funder' | 'executor' | 'partner' } =>
      /^(funder|executor|partner)$/.test(one.role ?? ''),
    )
    .sort((a, b) => a.order - b.order)
    .map(({ organisationId, role }) => ({ organisationId, role }));

const contributionsFrom = (values: Values): Settings['contributions'] =>
  targetGroups.flatMap((group) => {
    const cents = amount(values[`contribution.${group}`]);
    const vatRate = choice(values[`contribution.${group}.vat`], vatRates, '21');
    return cents === undefined ? [] : [{ group, cents, vatRate }];
  });

/** A group without either number has no target; with one of them, both are that number. */
const targetsFrom = (values: Values, n: number) =>
  targetGroups.flatMap((group) => {
    const [min, max] = (['min', 'max'] as const).map((end) =>
      wholeNumber(values[`quarter.${n}.${group}.${end}`]),
    );
    return (min ?? max) === undefined ? [] : [{ group, min: min ?? 0, max: max ?? min! }];
  });

/** The field of the form that a fault of the API is about. */
function fieldOf(name: string, sent: Partial<Settings>): string {
  const bare = name.replace(/^settings\./, '');
  const quarter = /^quarters\.(\d+)\.(.+)$/.exec(bare);
  if (quarter) {
    const [, n, rest] = quarter;
    const target = /^targets(?:\.(\d+)\.(\w+))?$/.exec(rest!);
    if (!target) return `quarter.${n}.${rest}`;
    const group = sent.quarters?.[Number(n)]?.targets[Number(target[1] ?? 0)]?.group ?? targetGroups[0];
    return `quarter.${n}.${group}.${target[2] === 'max' ? 'max' : 'min'}`;
  }
  const contribution = /^contributions\.(\d+)/.exec(bare);
  if (contribution) return `contribution.${sent.contributions?.[Number(contribution[1])]?.group}`;
  const party = /^parties\.(\d+)/.exec(bare);
  if (party) return `role.${sent.parties?.[Number(party[1])]?.organisationId}`;
  const renamed: Record<string, string> = {
    quarters: 'quarter.0.startsOn',
    'lead.name': 'leadName',
    'lead.unit': 'leadUnit',
  };
  return (
    renamed[bare] ??
    bare.replace(/^(thresholds|agreement)\./, '').replace(/^(authorised|reserved)\..*$/, '$1')
  );
}

/** Every fault with the field that it is shown at, in words for this form. */
export function faultsOf(fields: FieldError[], sent: Partial<Settings>, locale: Locale) {
  const { programmeSettings, problems } = texts(locale);
  const t = programmeSettings.errors;
  return fields.map((field) => {
    const name = fieldOf(field.name, sent);
    const message = /^(authorised|reserved)$|^contribution\./.test(name)
      ? field.code === 'in-use'
        ? t.belowPhases
        : t.amount
      : name.endsWith('.max') && field.code === 'too-short'
        ? t.max
        : (thresholdNames as readonly string[]).includes(name) || /\.(min|max)$/.test(name)
          ? field.code === 'quarter-ended'
            ? problems.field(field)
            : t.whole
          : name.startsWith('role.')
            ? t.party
            : /(startsOn|endsOn|signedOn)$/.test(name) && field.code === 'invalid'
              ? t.date
              : field.code === 'before-start'
                ? t.endsOn
                : problems.field(field);
    return { field: name, message, subject: subjectOf(field.name) };
  });
}
