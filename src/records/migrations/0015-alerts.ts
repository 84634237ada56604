import { type Kysely, sql } from 'kysely';
import { secureByWorkspace } from './row-security.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('alerts')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('rule', 'jsonb', (column) => column.notNull())
    .addColumn('members', 'jsonb', (column) => column.notNull())
    .addColumn('channels', 'jsonb', (column) => column.notNull())
    .addColumn('tell_end', 'boolean', (column) => column.notNull())
    .addColumn('paused', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('snoozed_until', 'timestamptz')
    .addColumn('checked_at', 'timestamptz')
    .addColumn('judged', 'integer')
    .addColumn('error_code', 'text')
    .addColumn('error_params', 'jsonb')
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
    .addPrimaryKeyConstraint('alerts_pk', ['workspace', 'id'])
    .execute();
  await createFirings(db);
  for (const table of ['alerts', 'alert_firings']) await secureByWorkspace(db, table);
}

/** One value of an alert has at most one firing that is not over: whoever sees it begin twice, writes it once. */
async function createFirings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('alert_firings')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('alert', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('began_at', 'timestamptz', (column) => column.notNull())
    .addColumn('rule', 'jsonb', (column) => column.notNull())
    .addColumn('figure', 'double precision', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addColumn('usual', 'jsonb')
    .addColumn('told_at', 'timestamptz')
    .addColumn('ended_at', 'timestamptz')
    .addColumn('end', 'text')
    .addColumn('end_figure', 'double precision')
    .addColumn('end_n', 'integer')
    .addPrimaryKeyConstraint('alert_firings_pk', ['workspace', 'alert', 'value', 'began_at'])
    .addForeignKeyConstraint('alert_firings_of', ['workspace', 'alert'], 'alerts', ['workspace', 'id'], (constraint) =>
      constraint.onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createIndex('alert_firings_open')
    .unique()
    .on('alert_firings')
    .columns(['workspace', 'alert', 'value'])
    .where(sql.ref('ended_at'), 'is', null)
    .execute();
  await db.schema.createIndex('alert_firings_newest').on('alert_firings').columns(['workspace', 'began_at']).execute();
}
