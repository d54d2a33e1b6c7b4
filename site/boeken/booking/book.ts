import { paths } from '../../../api/language/paths.ts';
import type { Client } from '../../client.ts';
import { keyOf, problemOf, type Refused } from '../../forms.ts';
import type { Locale } from '../../links.ts';
import { declarationOf } from '../declaration/declarations.ts';
import { placedPath } from '../placed.ts';
import { waitsOf } from '../registration-actions.ts';

/** Books with what was filled in: the page of the registration, or what was wrong. */
export async function book(
  api: Client,
  sessionId: string,
  values: Record<string, string>,
  locale: Locale,
): Promise<{ next: string } | { status: number; refused: Refused }> {
  const { name = '', email = '', kvkNumber = '', bookingCode, insteadOf } = values;
  const alsoWaitFor = waitsOf(values);
  const answer = await api.sessions[':id'].registrations.$post({
    param: { id: sessionId },
    header: keyOf(values),
    json: {
      name,
      email,
      kvkNumber,
      locale,
      ...(bookingCode && { bookingCode }),
      ...(insteadOf && { insteadOf }),
      ...declarationOf(values),
      ...(alsoWaitFor.length > 0 && { alsoWaitFor }),
    },
  });
  if (answer.ok) {
    const { id, placement, expiresAt, position } = await answer.json();
    if (placement === 'confirmed') return { next: paths.registration(id) };
    return { next: placedPath(id, { sessionId, until: expiresAt, position }) };
  }
  const problem = await problemOf(answer);
  const fields = problem.fields.map((one) => ({ ...one, name: one.name.replace(/\.\d+$/, '') }));
  return { status: answer.status, refused: { values, ...problem, fields } };
}
