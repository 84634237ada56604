import { type Kysely, sql } from 'kysely';

/** Alerts of before end their firings at once, as they did. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('alert_firings').addColumn('back_since', 'timestamptz').execute();
  for (const table of ['alerts', 'alert_firings']) {
    await sql`update ${sql.table(table)} set rule = rule || '{"keepFiringMinutes": 0}'::jsonb`.execute(db);
  }
}
