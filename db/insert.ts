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
  const keys = Object.keys(rows[0]!);
  const { names, list, target } = shapeOf(table, keys);
  const values = rows.map((row) => Object.fromEntries(keys.map((key, n) => [names[n], row[key] ?? null])));
  return sql`insert into ${target} (${list}) select ${list}
    from jsonb_populate_recordset(null::${target}, ${JSON.stringify(values)}::jsonb)`;
}

type Shape = { names: string[]; list: SQL; target: SQL };
const shapes = new WeakMap<PgTable, Map<string, Shape>>();

/** The names of the columns: the same for every row of a kind, so they are put together once. */
function shapeOf(table: PgTable, keys: string[]): Shape {
  const known = shapes.get(table) ?? new Map<string, Shape>();
  shapes.set(table, known);
  const kind = keys.join();
  const found = known.get(kind);
  if (found) return found;
  const columns = getTableColumns(table);
  const names = keys.map((key) => {
    const { name, keyAsName } = columns[key]!;
    return keyAsName ? toSnakeCase(name) : name;
  });
  const shape = {
    names,
    list: sql.raw(names.map((name) => `"${name}"`).join(', ')),
    target: sql.raw(`"${getTableName(table)}"`),
  };
  known.set(kind, shape);
  return shape;
}
