import { type Kysely, sql } from 'kysely';
import { secureByWorkspace } from './row-security.ts';

const now = sql`now()`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('coaching_notes')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('agent', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.references('users.id').onDelete('set null'))
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('visibility', 'text', (column) => column.notNull())
    .addColumn('follow_up_on', 'text')
    .addColumn('done_at', 'timestamptz')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('updated_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addPrimaryKeyConstraint('coaching_notes_pk', ['workspace', 'id'])
    .addCheckConstraint('coaching_notes_visibility', sql`visibility in ('shared', 'managers')`)
    .execute();
  await db.schema
    .createTable('recognitions')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('agent', 'text', (column) => column.notNull())
    .addColumn('month', 'text', (column) => column.notNull())
    .addColumn('kpi', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('basis', 'jsonb', (column) => column.notNull())
    .addColumn('awarded_by', 'text', (column) => column.references('users.id').onDelete('set null'))
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addPrimaryKeyConstraint('recognitions_pk', ['workspace', 'id'])
    .addUniqueConstraint('recognitions_once', ['workspace', 'agent', 'month', 'kpi'])
    .execute();
  await db.schema
    .createIndex('coaching_notes_of_agent')
    .on('coaching_notes')
    .columns(['workspace', 'agent', 'created_at'])
    .execute();
  await db.schema
    .createIndex('coaching_notes_due')
    .on('coaching_notes')
    .columns(['workspace', 'follow_up_on'])
    .where(sql.ref('done_at'), 'is', null)
    .execute();
  for (const table of ['coaching_notes', 'recognitions']) await secureByWorkspace(db, table);
}
