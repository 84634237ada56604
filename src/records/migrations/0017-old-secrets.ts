import type { Kysely } from 'kysely';

/** A secret holds for a while beside the one that followed it; changes of a webhook are counted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['channels', 'hooks']) {
    await db.schema.alterTable(table).addColumn('old_sealed', 'text').addColumn('old_until', 'timestamptz').execute();
  }
  await db.schema
    .alterTable('hooks')
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
}
