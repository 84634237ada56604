import type { Kysely } from 'kysely';
import { secureByWorkspace } from './row-security.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('default_variants')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('kpi', 'text', (column) => column.notNull())
    .addColumn('variant', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('default_variants_pk', ['workspace', 'kpi'])
    .execute();
  await secureByWorkspace(db, 'default_variants');
}
