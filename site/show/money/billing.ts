import type { z } from 'zod';
import type { billing } from '../../../api/money/billing/schema.ts';
import type { Client } from '../../client.ts';
import { notFound } from '../../answers.ts';
import { formValues, isAbout, problemOf, type Refused } from '../../forms.ts';

export type Billing = z.output<typeof billing>;

/**
 * Saves what someone filled in; null when it was taken, and otherwise what was wrong. A Response is the answer to a form that
 * was about another organisation.
 */
export async function saveBilling(api: Client, id: string, request: Request) {
  const values = await formValues(request);
  if (!isAbout(values, id)) return notFound();
  const answer = await api.organisations[':id'].billing.$put({
    param: { id },
    json: {
      kvkNumber: values.kvkNumber ?? '',
      vatNumber: values.vatNumber ?? '',
      iban: values.iban ?? '',
      street: values.street ?? '',
      postcode: values.postcode ?? '',
      city: values.city ?? '',
    },
  });
  if (answer.ok) return null;
  const refused: Refused = { values, ...(await problemOf(answer)) };
  return { status: answer.status, refused };
}
