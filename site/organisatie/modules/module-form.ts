import type { z } from 'zod';
import type { moduleChange, newModule, ownModuleDetail } from '../../../api/publishing/modules/schema.ts';
import { typedMoney } from '../../../api/language/amounts.ts';
import { inHours } from '../../../api/language/numbers.ts';
import {
  type industries,
  kinds,
  type languages,
  type stages,
  topics,
  vatRates,
} from '../../../api/language/vocabularies.ts';
import type { FieldError } from '../../forms.ts';
import type { Locale } from '../../links.ts';
import { amount, choice, hours, ticked } from '../../typed.ts';

type Values = Record<string, string>;
export type OwnModule = z.output<typeof ownModuleDetail>;

/** What is ticked of a list has a field for each word in it. */
type Lists = { languages: typeof languages; stages: typeof stages; industries: typeof industries };
type List = keyof Lists;
export const tickField = (list: List, word: string) => `${list}-${word}`;
const tickedOf = <Name extends List>(values: Values, list: Name) =>
  ticked(values, tickField(list, '')) as Lists[Name][number][];
const tickFields = (list: List, words: readonly string[]) =>
  Object.fromEntries(words.map((word) => [tickField(list, word), 'on']));

/** One choice stands for both: in which programme, and for which organisation. */
export const offerOf = (organisationId: string, programmeId: string) => `${organisationId} ${programmeId}`;
export const chosenOffer = (values: Values) => {
  const [organisationId = '', programmeId = ''] = (values.programmeId ?? '').split(' ');
  return { organisationId, programmeId };
};

/** What was filled in of a module. What is none of a few goes to the API as it was sent. */
export const wordsOf = (values: Values): Omit<z.input<typeof newModule>, 'programmeId'> => ({
  title: values.title ?? '',
  kind: kinds.find((one) => one === values.moduleKind) as (typeof kinds)[number],
  topic: topics.find((one) => one === values.topic) as (typeof topics)[number],
  summary: values.summary ?? '',
  description: values.description ?? '',
  durationMinutes: hours(values.hours),
  languages: tickedOf(values, 'languages'),
  audience: values.audience ?? '',
  stages: tickedOf(values, 'stages'),
  industries: tickedOf(values, 'industries'),
  bring: values.bring ?? '',
  leader: values.leader ?? '',
  priceExVatCents: amount(values.price) ?? 0,
  vatRate: choice(values.vatRate, vatRates, '21'),
  ownContributionCents: amount(values.ownPrice) ?? 0,
  productId: values.productId || null,
});

export const changeOf = (values: Values): z.input<typeof moduleChange> => wordsOf(values);

const fieldOf: Record<string, string> = {
  kind: 'moduleKind',
  durationMinutes: 'hours',
  priceExVatCents: 'price',
  ownContributionCents: 'ownPrice',
};

/** The API speaks of minutes and cents, the form of hours and euros. */
export const ofModuleForm = (fields: FieldError[]): FieldError[] =>
  fields.map((field) => ({
    ...field,
    name: fieldOf[field.name] ?? field.name.replace(/^(languages|stages|industries)\..*/, '$1'),
  }));

/** A module as its form holds it. */
export const valuesOf = ({ module, price, productId }: OwnModule, locale: Locale): Values => ({
  title: module.title,
  moduleKind: module.kind,
  topic: module.topic,
  summary: module.summary,
  description: module.description,
  hours: inHours(module.durationMinutes, locale),
  ...tickFields('languages', module.languages),
  audience: module.audience ?? '',
  ...tickFields('stages', module.stages),
  ...tickFields('industries', module.industries),
  bring: module.bring ?? '',
  leader: module.leader ?? '',
  price: typedMoney(price.exVatCents, locale),
  vatRate: price.vatRate,
  ownPrice: typedMoney(price.ownContributionCents, locale),
  productId: productId ?? '',
});

/** What an empty form starts with. */
export const freshValues: Values = {
  ...tickFields('languages', ['nl']),
  price: '0',
  vatRate: '21',
  ownPrice: '0',
};
