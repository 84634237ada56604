import type { Kysely } from 'kysely';
import { secureByWorkspace } from './row-security.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('journals')
    .addColumn('workspace', 'text', (column) => column.primaryKey().references('workspaces.id'))
    .addColumn('seq', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('end', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('folds', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('journal_gaps')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('first_seq', 'bigint', (column) => column.notNull())
    .addColumn('last_seq', 'bigint', (column) => column.notNull())
    .addColumn('found', 'bigint', (column) => column.notNull())
    .addColumn('looks', 'integer', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('journal_gaps_pk', ['workspace', 'first_seq'])
    .execute();
  await db.schema
    .createTable('job_days')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('job', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('job_days_pk', ['workspace', 'job'])
    .execute();
  for (const table of ['journals', 'journal_gaps', 'job_days']) await secureByWorkspace(db, table);
}
