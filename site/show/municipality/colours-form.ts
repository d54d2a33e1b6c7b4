import type { Client } from '../../client.ts';
import { problemOf, type Refused } from '../../forms.ts';
import { text } from '../../typed.ts';

type Values = Record<string, string>;

export const isOfColours = ({ intent }: Values) => intent === 'colours';

/** Saves the colours of a municipality, or takes them away when both are left empty; null when that is done. */
export async function saveColours(api: Client, id: string, values: Values) {
  const [onLight, onDark] = [text(values['colours.onLight']), text(values['colours.onDark'])];
  const saved = await api.municipalities[':id'].colours.$put({
    param: { id },
    json: { colours: onLight || onDark ? { onLight, onDark } : null },
  });
  if (saved.ok) return null;
  const refused: Refused = { values, ...(await problemOf(saved)) };
  return { status: saved.status, refused };
}
