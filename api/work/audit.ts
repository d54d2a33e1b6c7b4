import { insertRows } from '../../db/insert.ts';
import type { Tx } from '../../db/open.ts';
import { auditLog } from '../../db/schema/audit.ts';
import type { Actor } from '../http/actor.ts';

type Entry = { action: string; subjectId: string; details?: Record<string, unknown>; now: Date };

/** Writes down who did what, in the transaction of the change. `details` holds no names or addresses. */
export const record = (tx: Tx, actor: Actor, ...entries: Entry[]) =>
  insertRows(
    tx,
    auditLog,
    entries.map((entry) => ({
      at: entry.now,
      actorKind: actor.kind,
      accountId: actor.kind === 'account' ? actor.account.id : null,
      action: entry.action,
      subjectId: entry.subjectId,
      details: entry.details ?? {},
    })),
  );
