import type { Client } from './client.ts';
import { keyOf } from './forms.ts';

/**
 * What someone does on the page of a registration: give it up, or make it certain with the code from the mail. `token` is
 * that of the link in the mail, for who is not signed in.
 */
export const actOnRegistration = (api: Client, id: string, values: Record<string, string>, token?: string) =>
  values.doen === 'annuleren'
    ? api.registrations[':id'].cancellation.$post({
        param: { id },
        header: { 'registration-token': token, ...keyOf(values) },
      })
    : api.registrations[':id'].confirmation.$post({
        param: { id },
        header: keyOf(values),
        json: { code: values.code ?? '' },
      });
