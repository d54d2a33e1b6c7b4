import type { z } from 'zod';
import type { listedOrganisation } from '../../../api/people/organisations/schema.ts';
import type { Client } from '../../client.ts';
import { mayHave } from '../../answers.ts';
import type { Refused } from '../../forms.ts';
import type { Locale } from '../../links.ts';
import { texts } from '../../texts/index.ts';
import { text } from '../../typed.ts';

export type ListedOrganisation = z.output<typeof listedOrganisation>;

/** What was typed of how to reach an organisation, and what it does. */
export const contactIn = (values: Record<string, string>) => ({
  website: text(values.website),
  profile: text(values.profile),
  email: text(values.email),
  phone: text(values.phone),
});

/** What a field shows: as it was typed, or else as it is, with what is wrong. */
export const fieldsOf =
  (locale: Locale, refused: Refused | null, known: Record<string, unknown> = {}) =>
  (name: string) => {
    const wrong = refused?.fields.find((field) => field.name === name);
    const value = refused?.values[name] ?? known[name];
    return {
      name,
      value: typeof value === 'string' ? value : '',
      ...(wrong && { error: texts(locale).problems.field(wrong) }),
    };
  };
export type FieldOf = ReturnType<typeof fieldsOf>;

/** A website as people say it. */
export const hostOf = (website: string) => new URL(website).host.replace(/^www\./, '');
export const telephone = (phone: string) => `tel:${phone.replace(/[^+\d]/g, '')}`;

/** What the business register has under a number, in words; null when nobody knows. */
export async function inRegister(api: Client, kvkNumber: string | null, locale: Locale) {
  if (kvkNumber === null) return null;
  const t = texts(locale).organisations.fields;
  const found = await mayHave(api.businesses[':kvkNumber'].$get({ param: { kvkNumber } }));
  if (found?.status === 'not-found') return t.notInRegister;
  return found?.name ? t.inRegister(found.name) : null;
}
