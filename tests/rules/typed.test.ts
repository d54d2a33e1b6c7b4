import { describe, expect, it } from 'vitest';
import { fieldErrors } from '../../api/http/validation.ts';
import { newDeclaration } from '../../api/paying/declarations/schema.ts';
import { rule as anyRule } from '../../api/paying/eligibility/schema.ts';
import { givenProduct } from '../../api/paying/products/schema.ts';
import { newSession } from '../../api/publishing/sessions/schema.ts';
import { newMeasure } from '../../api/steering/measures/schema.ts';
import { settings as allSettings } from '../../api/steering/settings/schema.ts';
import { declarationOf } from '../../site/boeken/declaration/declarations.ts';
import { newProduct, toProduct } from '../../site/gemeente/products/product-form.ts';
import { toRule } from '../../site/gemeente/rules/rule-form.ts';
import { partFrom, type SettingsAnswer } from '../../site/gemeente/settings/settings-form.ts';
import { measureOf } from '../../site/gemeente/steering/steering-forms.ts';
import { sessionOf } from '../../site/organisatie/session/session-form.ts';

const around = { settings: { quarters: [] }, quarters: [], organisations: [] } as unknown as SettingsAnswer;

/** Every field of a form that holds an amount, with what the API gets of it and what it says of that. */
const forms = {
  'the decided amount': {
    send: (authorised: string) => partFrom.geld({ authorised, authorisedBasis: 'ex' }, around),
    schema: allSettings,
    at: 'authorised.cents',
  },
  'the amount set aside': {
    send: (reserved: string) => partFrom.geld({ reserved, reservedBasis: 'ex' }, around),
    schema: allSettings,
    at: 'reserved.cents',
  },
  'the contribution for a session': {
    send: (amount: string) =>
      partFrom.bijdragen({ 'contribution.network': amount, 'contribution.network.vat': '21' }, around),
    schema: allSettings,
    at: 'contributions.0.cents',
  },
  'the ceiling of a measure': {
    send: (ceilingCents: string) => measureOf({ kind: 'reduceContribution', ceilingCents }),
    schema: newMeasure,
    at: 'ceilingCents',
  },
  'the price of a product': {
    send: (priceCents: string) => toProduct({ ...newProduct, name: 'Coaching', priceCents }),
    schema: givenProduct,
    at: 'priceCents',
  },
  'the most that one entrepreneur gets': {
    send: (max: string) =>
      toRule({ kind: 'capPerEntrepreneur', values: { unit: 'cents', per: 'programme', max } }),
    schema: anyRule,
    at: 'max',
  },
  'the ceiling of state aid': {
    send: (ceilingCents: string) => toRule({ kind: 'deMinimisRoom', values: { years: '3', ceilingCents } }),
    schema: anyRule,
    at: 'ceilingCents',
  },
  'the price for members': {
    send: (memberPrice: string) => sessionOf({ memberPrice }),
    schema: newSession,
    at: 'memberContributionCents',
  },
  'the state aid that is declared': {
    send: (deMinimisCents: string) => declarationOf({ steun: 'ja', deMinimisCents }),
    schema: newDeclaration,
    at: 'deMinimisCents',
  },
};

/** What stands at a path of what is sent. */
const valueAt = (sent: unknown, path: string) =>
  path.split('.').reduce<unknown>((inside, key) => (inside as Record<string, unknown>)[key], sent);

describe.each(Object.entries(forms))('%s', (_, { send, schema, at }) => {
  it.each([
    ['1.262,50', 1_262_50],
    ['2095,00', 2_095_00],
    ['€ 60.000,=', 60_000_00],
    ['12', 12_00],
    [' 112.50 ', 112_50],
    ['1,262.50', 1_262_50],
  ])('%j is the same number of cents in every form', (typed, cents) =>
    expect(valueAt(send(typed), at)).toBe(cents),
  );

  it.each(['12,345', 'abc', '-5', '1e3', '1,262'])('%j is refused at the field, as it was typed', (typed) => {
    const sent = send(typed);
    expect(valueAt(sent, at)).toBe(typed);
    const { error } = schema.safeParse(JSON.parse(JSON.stringify(sent)));
    expect(fieldErrors(error!)).toContainEqual(expect.objectContaining({ name: at, code: 'invalid' }));
  });
});
