import type { Deps } from '../../deps.ts';
import { inWork, system, type Working } from '../../unit-of-work/work.ts';
import { sessionsToTidy, tidy } from '../../places/registrations/tidy.ts';

/** Every session in a transaction of its own: one that fails does not keep the others waiting. */
export async function tidySessions(deps: Working & Pick<Deps, 'clock'>) {
  const now = deps.clock();
  const failures: unknown[] = [];
  for (const sessionId of await sessionsToTidy(deps.db, now)) {
    await inWork(deps, { actor: system, now }, (work) => tidy(work, sessionId)).catch((error: unknown) =>
      failures.push(error),
    );
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} sessions could not be tidied`);
}
