import { problemOf, type Refused } from '../../forms.ts';
import type { Client } from '../../client.ts';
import { choice, text, textOrNone } from '../../typed.ts';

type Values = Record<string, string>;
export const MOST_SIGNPOSTS = 6;
const topics = ['money', 'mind', 'other'] as const;

/** The rows of the form that have a name, in their order. */
const signpostsIn = (values: Values) =>
  Array.from({ length: MOST_SIGNPOSTS }, (_, n) => `signposts.${n}`)
    .filter((at) => text(values[`${at}.name`]) !== '')
    .map((at) => ({
      topic: choice(values[`${at}.topic`], topics, 'other'),
      name: text(values[`${at}.name`]),
      text: text(values[`${at}.text`]),
      phone: textOrNone(values[`${at}.phone`]),
      url: textOrNone(values[`${at}.url`]),
    }));

/** Saves how a municipality can be reached; null when that is done. */
export async function saveContacts(api: Client, id: string, values: Values) {
  const saved = await api.municipalities[':id'].$put({
    param: { id },
    json: {
      name: text(values.name),
      phone: textOrNone(values.phone),
      openingHours: textOrNone(values.openingHours),
      helpEmail: textOrNone(values.helpEmail),
      places: text(values.places)
        .split('\n')
        .map((place) => place.trim())
        .filter(Boolean),
      privacyContact: textOrNone(values.privacyContact),
      accessibilityContact: textOrNone(values.accessibilityContact),
      securityContact: textOrNone(values.securityContact),
      signposts: signpostsIn(values),
    },
  });
  if (saved.ok) return null;
  const refused: Refused = { values, ...(await problemOf(saved)) };
  return { status: saved.status, refused };
}
