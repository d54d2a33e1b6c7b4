import type { AstroGlobal } from 'astro';
import { formValues, keyOf, problemOf, type Refused } from '../../forms.ts';
import type { Client } from '../../client.ts';
import { mustHave } from '../../answers.ts';
import { choice } from '../../typed.ts';

export const duties = {
  organisation: ['administrator', 'editor', 'door'],
  municipality: ['administrator', 'programme', 'money', 'reader'],
} as const;

type Duty = (typeof duties)['organisation' | 'municipality'][number];
const every: readonly Duty[] = ['administrator', 'editor', 'door', 'programme', 'money', 'reader'];

/** What was done, as it stands in the address after it; or what was refused. */
type Outcome = { done: 'uitgenodigd' | 'ingetrokken' | 'rol' | 'weg' } | { status: number; refused: Refused };

/** Carries out what a form about the people of a workplace asks. */
export async function saveStaff(
  api: Client,
  values: Record<string, string>,
  locale: 'nl' | 'en',
): Promise<Outcome> {
  const { workplace = '', intent } = values;
  const people = api.workplaces[':id'];
  const person = { id: workplace, accountId: values.accountId ?? '' };
  const duty = choice(values.duty, every, 'door');
  const [answer, done] = await (async () => {
    switch (intent) {
      case 'withdraw': {
        const param = { id: workplace, invitation: values.invitation ?? '' };
        return [await people.invitations[':invitation'].$delete({ param }), 'ingetrokken'] as const;
      }
      case 'duty':
        return [await people.staff[':accountId'].$put({ param: person, json: { duty } }), 'rol'] as const;
      case 'end':
        return [await people.staff[':accountId'].$delete({ param: person }), 'weg'] as const;
      default: {
        const json = { email: values.email ?? '', duty, locale };
        const header = keyOf(values);
        return [
          await people.invitations.$post({ param: { id: workplace }, header, json }),
          'uitgenodigd',
        ] as const;
      }
    }
  })();
  if (answer.ok) return { done };
  return { status: answer.status, refused: { values, ...(await problemOf(answer)) } };
}

export const readStaff = (api: Client, id: string) =>
  mustHave(api.workplaces[':id'].staff.$get({ param: { id } }));
export type StaffOfWorkplace = Exclude<Awaited<ReturnType<typeof readStaff>>, Response>;

/**
 * The people of one of these workplaces: the one in the address (`bij`), else the first. A Response is the answer to a form
 * that was carried out; `null` where there is none.
 */
export async function openStaff(
  astro: Pick<AstroGlobal, 'locals' | 'url' | 'request' | 'response'>,
  ids: string[],
) {
  const { api, locale } = astro.locals;
  const asked = astro.url.searchParams.get('bij');
  const id = ids.find((one) => one === asked) ?? ids[0];
  if (!id) return null;
  let refused: Refused | null = null;
  if (astro.request.method === 'POST') {
    const saved = await saveStaff(api, await formValues(astro.request), locale);
    const here = `${astro.url.pathname}?bij=${id}`;
    if ('done' in saved) {
      const headers = { Location: `${here}&gedaan=${saved.done}` };
      return new Response(null, { status: 303, headers });
    }
    astro.response.status = saved.status;
    refused = saved.refused;
  }
  const staff = await readStaff(api, id);
  return staff instanceof Response ? staff : { staff, refused };
}
