import type { AuditAction } from './audit-actions.ts';
import type { Work } from './work.ts';
import { insertRows } from '../../db/insert.ts';
import { auditLog } from '../../db/schema/audit.ts';

type Entry = { action: AuditAction; subjectId: string; details?: Record<string, unknown> };

/** Writes down who did what, in the transaction of the change. `details` holds no names or addresses. */
export const record = ({ tx, actor, now }: Work, ...entries: Entry[]) =>
  insertRows(
    tx,
    auditLog,
    entries.map((entry) => ({
      at: now,
      actorKind: actor.kind,
      accountId: actor.kind === 'account' ? actor.account.id : null,
      action: entry.action,
      subjectId: entry.subjectId,
      details: entry.details ?? {},
    })),
  );
