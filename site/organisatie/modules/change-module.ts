import { paths } from '../../../api/language/paths.ts';
import type { Client } from '../../client.ts';
import { keyOf } from '../../forms.ts';
import { changeOf, type OwnModule } from './module-form.ts';

const steps = ['submit', 'publish', 'take-back', 'archive', 'bring-back'] as const;

/** Saves, copies or takes a step, by the pressed button, with the page that comes next when it is done. */
export async function changeModule(
  api: Client,
  { id, slug }: Pick<OwnModule, 'id' | 'slug'>,
  values: Record<string, string>,
): Promise<{ answer: Response; next: string }> {
  const [param, header] = [{ id }, keyOf(values)];
  const here = paths.organisation.module(slug);
  const step = steps.find((one) => one === values.intent);
  if (step) {
    const answer = await api.modules[':id'].steps.$post({ param, header, json: { step } });
    return { answer, next: `${here}?gedaan=${step}` };
  }
  if (values.intent === 'copy') {
    const answer = await api.modules[':id'].copies.$post({ param, header });
    const made = answer.ok ? ((await answer.clone().json()) as OwnModule) : null;
    return { answer, next: made ? `${paths.organisation.module(made.slug)}?gedaan=copied` : here };
  }
  const answer = await api.modules[':id'].$patch({ param, json: changeOf(values) });
  return { answer, next: `${here}?gedaan=saved` };
}
