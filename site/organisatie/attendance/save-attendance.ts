import type { Client } from '../../client.ts';
import { keyOf } from '../../forms.ts';
import { changedMarks } from './marks.ts';

type Values = Record<string, string>;

const marksOf = (values: Values) => changedMarks(values, values.intent === 'rest' ? 'absent' : null);

/** Saves the marks of the form and writes down who came without a place. The answer that refused, or null. */
export async function saveAttendance(api: Client, id: string, values: Values): Promise<Response | null> {
  return (await saveMarks(api, id, values)) ?? (await writeDown(api, id, values));
}

/** What was saved, for the address of the page: `deur`, or how many marks. */
export const savedOf = (values: Values) => (values.name ? 'deur' : String(marksOf(values).length));

async function saveMarks(api: Client, id: string, values: Values) {
  const marks = marksOf(values);
  if (marks.length === 0) return null;
  const answer = await api.sessions[':id'].attendance.$put({ param: { id }, json: { marks } });
  return answer.ok ? null : answer;
}

/** Whoever filled in a name means to write someone down, whichever button they pressed. */
async function writeDown(api: Client, id: string, values: Values) {
  if (values.intent !== 'door' && !values.name) return null;
  const { name = '', kvkNumber = '', membership } = values;
  const known = membership === 'member' || membership === 'not-member' ? membership : 'unknown';
  const answer = await api.sessions[':id']['walk-ins'].$post({
    param: { id },
    header: keyOf(values),
    json: { name, kvkNumber, membership: known },
  });
  return answer.ok ? null : answer;
}
