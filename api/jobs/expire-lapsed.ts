import type { Deps } from '../deps.ts';
import { expire, lapsedRegistrations } from '../registrations/expire.ts';

/** Frees every place whose time is up, each in a transaction of its own: one that fails does not keep the others waiting. */
export async function expireLapsed(deps: Deps) {
  const now = deps.clock();
  const failures: unknown[] = [];
  for (const lapsed of await lapsedRegistrations(deps.db, now)) {
    await deps.db
      .transaction((tx) => expire(tx, deps, lapsed, now))
      .catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} lapsed registrations could not be expired`);
}
