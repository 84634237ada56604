import { type Kysely, sql } from 'kysely';
import { secureByWorkspace } from './row-security.ts';

/** Webhooks that other systems post to: the id is public, the secret is sealed. A body that could not be read knows its webhook. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('hooks')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('scheme', 'text', (column) => column.notNull())
    .addColumn('header', 'text', (column) => column.notNull())
    .addColumn('time_header', 'text')
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('mapping', 'jsonb', (column) => column.notNull())
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
    .addPrimaryKeyConstraint('hooks_pk', ['workspace', 'id'])
    .addCheckConstraint('hooks_scheme', sql`scheme in ('standard', 'hmac')`)
    .execute();
  await secureByWorkspace(db, 'hooks');
  await db.schema.alterTable('dead_letters').addColumn('hook', 'text').execute();
}
