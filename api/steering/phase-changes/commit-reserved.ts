import type { Work } from '../../work/work.ts';
import { inArray, sql } from 'drizzle-orm';
import { sessions } from '../../../db/schema/catalogue.ts';
import { keepLedger } from '../../places/life/keep-ledger.ts';

type Reserved = { sessionId: string; registrationId: string | null };

/**
 * After a release: settles everything that the ledger has in reserve in this phase, session by session. It needs no lock on
 * sessions: under the lock of the money it sees every change that was settled, and what is changing now settles after it,
 * in the released phase.
 */
export async function commitReserved(work: Work, programmeId: string, phaseId: string) {
  const { tx } = work;
  const reserved = await tx.execute<Reserved>(sql`
    select coalesce(held.session_id, r.session_id) as "sessionId", held.registration_id as "registrationId"
    from (
      select registration_id, case when registration_id is null then session_id end as session_id
      from ledger_entries
      where programme_id = ${programmeId} and phase_id = ${phaseId}
      group by 1, 2
      having sum(cents * ((to_state = 'reserved')::int - (from_state = 'reserved')::int)) > 0
    ) held left join registrations r on r.id = held.registration_id
    order by 1, 2`);
  const bySession = Map.groupBy(reserved, ({ sessionId }) => sessionId);
  if (bySession.size === 0) return;
  const rows = await tx
    .select()
    .from(sessions)
    .where(inArray(sessions.id, [...bySession.keys()]))
    .orderBy(sessions.id);
  for (const session of rows) {
    const ids = bySession.get(session.id)!.flatMap(({ registrationId }) => registrationId ?? []);
    await keepLedger(work, session, ids);
  }
}
