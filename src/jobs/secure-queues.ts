import type { Db } from 'pg-boss';

/** The tables of the queues are for the whole installation: a connection of one workspace sees none of their rows. */
export async function secureQueues(db: Db, schema: string): Promise<void> {
  await db.executeSql(`
    do $$
    declare name text;
    begin
      for name in
        select relname from pg_class
        where relnamespace = '${schema}'::regnamespace and relkind in ('r', 'p') and not relrowsecurity
      loop
        execute format('alter table ${schema}.%I enable row level security', name);
        execute format('alter table ${schema}.%I force row level security', name);
        execute format(
          'create policy of_scope on ${schema}.%I using (current_setting(''vigie.workspace'', true) = ''*'')', name
        );
      end loop;
    end $$
  `);
}
