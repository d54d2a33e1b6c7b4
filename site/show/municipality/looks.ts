import type { Client } from '../../client.ts';
import { isOfPicture, savePicture } from '../picture/picture-form.ts';
import { isOfColours, saveColours } from './colours-form.ts';
import { saveContacts } from './contacts-form.ts';

/** Saves what was pressed of all that a municipality shows: contacts, logo or colours. `done` says which. */
export async function saveMunicipality(
  api: Client,
  id: string,
  { values, file }: { values: Record<string, string>; file: File | null },
) {
  const param = { id };
  if (isOfPicture(values)) {
    const place = api.municipalities[':id'].logo;
    const failed = await savePicture(values, file, {
      put: (json) => place.$put({ param, json }),
      remove: () => place.$delete({ param }),
    });
    return failed ?? { done: values.intent === 'picture' ? ('logo' as const) : ('no-logo' as const) };
  }
  const failed = isOfColours(values)
    ? await saveColours(api, id, values)
    : await saveContacts(api, id, values);
  return failed ?? { done: isOfColours(values) ? ('colours' as const) : ('contacts' as const) };
}
