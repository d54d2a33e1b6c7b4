import type { Client } from '../../client.ts';

/** The signals of the programmes that one of the organisations executes. */
export async function ownSignals(api: Client, organisationIds: string[]) {
  const { items } = await (await api.programmes.$get()).json();
  const own = items.filter(({ status, parties }) => {
    const executes = parties.some(({ id, role }) => role === 'executor' && organisationIds.includes(id));
    return status === 'running' && executes;
  });
  const lists = await Promise.all(
    own.map(async (programme) => {
      const answer = await api.programmes[':id'].signals.$get({ param: { id: programme.slug }, query: {} });
      const { items: signals } = answer.ok ? await answer.json() : { items: [] };
      return signals.map((signal) => ({ programme, signal }));
    }),
  );
  return lists.flat();
}
