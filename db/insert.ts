import { getTableColumns, getTableName, type InferInsertModel, sql, type SQL } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from './open.ts';

/**
 * Inserts any number of rows, which all have the same keys, with a statement that is the same for every number of them:
 * so it is planned once. Sent at once when awaited together with others.
 */
export async function insertRows<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: InferInsertModel<Table>[],
) {
  if (rows.length > 0) await tx.execute(statement(table, rows));
}

function statement(table: PgTable, rows: Record<string, unknown>[]): SQL {
  const columns = getTableColumns(table);
  const name = (key: string) => {
    const { name: given, keyAsName } = columns[key]!;
    return keyAsName ? toSnakeCase(given) : given;
  };
  const keys = Object.keys(rows[0]!);
  const list = sql.raw(keys.map((key) => `"${name(key)}"`).join(', '));
  const values = rows.map((row) => Object.fromEntries(keys.map((key) => [name(key), row[key] ?? null])));
  const target = sql.raw(`"${getTableName(table)}"`);
  return sql`insert into ${target} (${list}) select ${list}
    from jsonb_populate_recordset(null::${target}, ${JSON.stringify(values)}::jsonb)`;
}
