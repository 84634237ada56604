import { type Kysely, sql } from 'kysely';

const now = sql`now()`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('workspaces')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('time_zone', 'text', (column) => column.notNull())
    .addColumn('business_calendar', 'text', (column) => column.notNull())
    .addColumn('folded_seq', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('rules_version', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('folded_rules_version', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .execute();
  await createRules(db);
  await createIntake(db);
}

async function createRules(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('calendars')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('body', 'jsonb', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addPrimaryKeyConstraint('calendars_pk', ['workspace', 'id', 'version'])
    .execute();
  await db.schema
    .createTable('policies')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('body', 'jsonb', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addPrimaryKeyConstraint('policies_pk', ['workspace', 'id', 'version'])
    .execute();
}

async function createIntake(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sources')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('generated', 'boolean', (column) => column.notNull())
    .addColumn('attribution', 'jsonb')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addPrimaryKeyConstraint('sources_pk', ['workspace', 'id'])
    .execute();
  await db.schema
    .createTable('imports')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('bytes_read', 'bigint', (column) => column.notNull())
    .addColumn('bytes_total', 'bigint')
    .addColumn('accepted', 'bigint', (column) => column.notNull())
    .addColumn('duplicates', 'bigint', (column) => column.notNull())
    .addColumn('rejected', 'bigint', (column) => column.notNull())
    .addColumn('tickets', 'bigint')
    .addColumn('error_code', 'text')
    .addColumn('error_params', 'jsonb')
    .addColumn('started_at', 'timestamptz', (column) => column.notNull())
    .addColumn('finished_at', 'timestamptz')
    .addPrimaryKeyConstraint('imports_pk', ['workspace', 'id'])
    .execute();
  await db.schema
    .createTable('dead_letters')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('import_id', 'text')
    .addColumn('line', 'bigint')
    .addColumn('path', 'text')
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('raw', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .execute();
  await db.schema
    .createIndex('dead_letters_by_import')
    .on('dead_letters')
    .columns(['workspace', 'import_id', 'id'])
    .execute();
}
