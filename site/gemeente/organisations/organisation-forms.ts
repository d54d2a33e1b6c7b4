import type { Client } from '../../client.ts';
import { formValues, keyOf, problemOf, type Refused } from '../../forms.ts';
import { contactIn } from '../../show/organisation/organisation.ts';
import { choice, text } from '../../typed.ts';

type Values = Record<string, string>;

const organisationIn = (values: Values) => ({
  name: text(values.name),
  shortName: text(values.shortName),
  kind: choice(values.kind, ['association', 'provider'] as const, 'association'),
  kvkNumber: text(values.kvkNumber),
  ...contactIn(values),
});

/** The new organisation, or what was wrong. */
export async function addOrganisation(api: Client, request: Request) {
  const values = await formValues(request);
  const json = { ...organisationIn(values), municipalityId: text(values.municipalityId) };
  const answer = await api.organisations.$post({ header: keyOf(values), json });
  if (answer.ok) return { made: await answer.json() };
  return { status: answer.status, refused: await refusedWith(values, answer) };
}

const done = { change: 'bewaard', end: 'gestopt', approve: 'goedgekeurd', refuse: 'afgewezen' } as const;
type Intent = keyof typeof done;

/** What to say after one of the forms about an organisation, or what was wrong. */
export async function workOnOrganisation(api: Client, id: string, request: Request) {
  const values = await formValues(request);
  const intent = choice(values.intent, Object.keys(done) as Intent[], 'change');
  const answer = await send(api, id, intent, values);
  if (answer.ok) return { done: done[intent] };
  return { status: answer.status, refused: await refusedWith(values, answer) };
}

function send(api: Client, id: string, intent: Intent, values: Values) {
  const one = api.organisations[':id'];
  const to = { param: { id }, header: keyOf(values) };
  switch (intent) {
    case 'change':
      return one.$put({ param: { id }, json: organisationIn(values) });
    case 'end':
      return one.ending.$post(to);
    case 'approve':
      return one.decision.$post({ ...to, json: { outcome: 'approved' } });
    case 'refuse':
      return one.decision.$post({
        ...to,
        json: { outcome: 'refused', statusReason: text(values.statusReason) },
      });
  }
}

const refusedWith = async (values: Values, answer: Response): Promise<Refused> => ({
  values,
  ...(await problemOf(answer)),
});
