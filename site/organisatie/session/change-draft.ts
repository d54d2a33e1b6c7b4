import { paths } from '../../../api/language/paths.ts';
import type { Client } from '../../client.ts';
import { keyOf } from '../../forms.ts';
import { sessionOf } from './session-form.ts';

/** Publishes, deletes or saves a draft, by the pressed button, with the page that comes next when it is done. */
export async function changeDraft(
  api: Client,
  id: string,
  values: Record<string, string>,
): Promise<{ answer: Response; next: string }> {
  const param = { id };
  const one = api.me.sessions[':id'];
  switch (values.intent) {
    case 'publish':
      return {
        answer: await one.publication.$post({ param, header: keyOf(values) }),
        next: `${paths.organisation.session(id)}?gewijzigd=gepubliceerd`,
      };
    case 'delete':
      return { answer: await one.$delete({ param }), next: paths.organisation.desk() };
    default: {
      const { moduleId: _, newVenue: __, ...json } = sessionOf(values);
      return {
        answer: await api.sessions[':id'].$patch({ param, json }),
        next: `${paths.organisation.draft(id)}?bewaard`,
      };
    }
  }
}
