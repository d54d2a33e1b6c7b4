import type { Sql } from 'postgres';

/** Changes by hand what is only added to, as it could have been from the beginning. */
export async function rewriting(sql: Sql, table: string, change: () => Promise<unknown>) {
  await sql`alter table ${sql(table)} disable trigger user`;
  await change();
  await sql`alter table ${sql(table)} enable trigger user`;
}
