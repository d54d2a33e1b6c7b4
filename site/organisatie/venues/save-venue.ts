import type { Client } from '../../client.ts';
import { keyOf, problemOf, type Refused } from '../../forms.ts';

const fields = ['name', 'street', 'postcode', 'city', 'room', 'accessibility'] as const;
export type VenueField = (typeof fields)[number];
type Done = 'made' | 'saved' | 'archived';

/** Adds, changes or archives a venue, by the pressed button. The fields of one have its id behind their names. */
export async function saveVenue(
  api: Client,
  values: Record<string, string>,
  organisationId: string,
): Promise<{ done: Done } | { status: number; refused: Refused }> {
  const id = values.venue ?? 'new';
  const json = Object.fromEntries(fields.map((name) => [name, values[`${name}-${id}`] ?? ''])) as Record<
    VenueField,
    string
  >;
  const [param, header] = [{ id }, keyOf(values)];
  const [done, answer] =
    values.intent === 'archive'
      ? (['archived', await api.venues[':id'].archiving.$post({ param, header })] as const)
      : id === 'new'
        ? ([
            'made',
            await api.organisations[':id'].venues.$post({ param: { id: organisationId }, header, json }),
          ] as const)
        : (['saved', await api.venues[':id'].$patch({ param, json })] as const);
  if (answer.ok) return { done };
  const problem = await problemOf(answer);
  const named = problem.fields.map((field) => ({ ...field, name: `${field.name}-${id}` }));
  return { status: answer.status, refused: { values, ...problem, fields: named } };
}
