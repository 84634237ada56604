import type { Db } from 'pg-boss';

/**
 * The tables of the queues are for the whole installation: a connection of one workspace sees none of their rows. One table
 * at a time: the queues are in use already, and a statement that holds one table while it waits for the next stops both.
 */
export async function secureQueues(db: Db, schema: string): Promise<void> {
  const { rows } = await db.executeSql(
    `select relname as name from pg_class
     where relnamespace = $1::regnamespace and relkind in ('r', 'p') and not relrowsecurity`,
    [schema],
  );
  for (const { name } of rows as { name: string }[]) {
    const table = `"${schema}"."${name.replaceAll('"', '""')}"`;
    await db.executeSql(`
      do $$
      begin
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy of_scope on ${table} using (current_setting('vigie.workspace', true) = '*');
      end $$
    `);
  }
}
