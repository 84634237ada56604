import { type Kysely, sql } from 'kysely';
import { allowErasing, secureByWorkspace } from './row-security.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('erasures')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('pseudonym', 'text', (column) => column.notNull())
    .addColumn('customer', 'text')
    .addColumn('names', 'jsonb')
    .addColumn('requested_by', 'text')
    .addColumn('requested_at', 'timestamptz', (column) => column.notNull())
    .addColumn('finished_at', 'timestamptz')
    .addColumn('tickets', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('events', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('rejected', 'bigint', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('erasures_pk', ['workspace', 'id'])
    // A finished erasure that still names the customer would be none.
    .addCheckConstraint('erasures_forget', sql`state = 'pending' or (customer is null and names is null)`)
    .execute();
  await db.schema.createIndex('erasures_by_time').on('erasures').columns(['workspace', 'requested_at', 'id']).execute();
  // A customer has one erasure at a time; those that are done name nobody.
  await db.schema
    .createIndex('erasures_of_customer')
    .on('erasures')
    .columns(['workspace', 'customer'])
    .unique()
    .execute();
  await db.schema
    .createTable('retention')
    .addColumn('workspace', 'text', (column) => column.primaryKey().references('workspaces.id'))
    .addColumn('ticket_months', 'integer')
    .addColumn('customer_months', 'integer')
    .addColumn('import_days', 'integer')
    .addColumn('audit_days', 'integer')
    .execute();
  await allowErasing(db, 'audit');
  for (const table of ['erasures', 'retention']) await secureByWorkspace(db, table);
}
