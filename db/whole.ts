import { getTableColumns, type InferSelectModel, sql, type SQL } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';

/**
 * A whole row as one column, for what is read with every place that is given: drizzle puts a statement together column by
 * column, every time. Null where a left join finds nothing.
 */
export function whole<Table extends PgTable>(table: Table): SQL<InferSelectModel<Table>> {
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => ({
    key,
    name: column.keyAsName ? toSnakeCase(column.name) : column.name,
    read: (value: unknown) => (value === null ? null : column.mapFromDriverValue(value)),
  }));
  const decode = (row: Record<string, unknown>) =>
    Object.fromEntries(columns.map(({ key, name, read }) => [key, read(row[name])]));
  return sql`to_jsonb(${table})`.mapWith(decode as never) as SQL<InferSelectModel<Table>>;
}
