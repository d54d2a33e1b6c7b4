import type { Tx } from '../db/open.ts';
import { auditLog } from '../db/schema/audit.ts';
import type { Actor } from './actor.ts';

/** Writes down who did what, in the transaction of the change. `details` holds no names or addresses. */
export async function record(
  tx: Tx,
  actor: Actor,
  entry: { action: string; subjectId: string; details?: Record<string, unknown>; now: Date },
) {
  await tx.insert(auditLog).values({
    at: entry.now,
    actorKind: actor.kind,
    accountId: actor.kind === 'account' ? actor.account.id : null,
    action: entry.action,
    subjectId: entry.subjectId,
    details: entry.details ?? {},
  });
}
