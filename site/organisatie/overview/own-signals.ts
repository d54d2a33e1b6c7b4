import type { Client } from '../../client.ts';
import { mayHave, mustHave } from '../../answers.ts';

/** The signals of the programmes that one of the organisations executes. */
export async function ownSignals(api: Client, organisationIds: string[]) {
  const { items } = await mustHave(api.programmes.$get());
  const own = items.filter(({ status, parties }) => {
    const executes = parties.some(({ id, role }) => role === 'executor' && organisationIds.includes(id));
    return status === 'running' && executes;
  });
  const lists = await Promise.all(
    own.map(async (programme) => {
      const param = { id: programme.slug };
      const found = await mayHave(api.programmes[':id'].signals.$get({ param, query: {} }));
      return (found?.items ?? []).map((signal) => ({ programme, signal }));
    }),
  );
  return lists.flat();
}
