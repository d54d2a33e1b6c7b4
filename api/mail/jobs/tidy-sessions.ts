import type { Deps } from '../../deps.ts';
import { sessionsToTidy, tidy } from '../../places/registrations/tidy.ts';

/** Every session in a transaction of its own: one that fails does not keep the others waiting. */
export async function tidySessions(deps: Omit<Deps, 'businessRegister'>) {
  const now = deps.clock();
  const failures: unknown[] = [];
  for (const sessionId of await sessionsToTidy(deps.db, now)) {
    await deps.db
      .transaction((tx) => tidy(tx, deps, sessionId, now))
      .catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} sessions could not be tidied`);
}
