import { type Kysely, sql } from 'kysely';
import { secureByWorkspace } from './row-security.ts';

const cycle = ['workspace', 'ticket', 'policy', 'target', 'cycle'] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('breach_reviews')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('ticket', 'text', (column) => column.notNull())
    .addColumn('policy', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('cycle', 'integer', (column) => column.notNull())
    .addColumn('explanation', 'jsonb')
    .addColumn('excuse', 'jsonb')
    .addColumn('responsible', 'jsonb')
    .addPrimaryKeyConstraint('breach_reviews_pk', [...cycle])
    .execute();
  // Tickets whose facts do not show yet how their breaches were judged. `stamp` tells a later judgement from an earlier one.
  await db.schema
    .createTable('judged_tickets')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('ticket', 'text', (column) => column.notNull())
    .addColumn('stamp', 'uuid', (column) => column.notNull().defaultTo(sql`gen_random_uuid()`))
    .addPrimaryKeyConstraint('judged_tickets_pk', ['workspace', 'ticket'])
    .execute();
  for (const table of ['breach_reviews', 'judged_tickets']) await secureByWorkspace(db, table);
}
