import { type ColumnDefinitionBuilder, type CreateTableBuilder, type Kysely, sql } from 'kysely';
import { secureAppendOnly, secureByInstallation, secureByWorkspace } from './row-security.ts';

const now = sql`now()`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await createAccounts(db);
  await createMembers(db);
  await createOversight(db);
  await db.schema
    .alterTable('workspaces')
    .addColumn('agents_see_names', 'boolean', (column) => column.notNull().defaultTo(false))
    .execute();
}

const dated = <Table extends string, Columns extends string>(table: CreateTableBuilder<Table, Columns>) =>
  table
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('updated_at', 'timestamptz', (column) => column.notNull().defaultTo(now));

/** What the library for accounts keeps, under its own column names; no workspace sees any of it. */
async function createAccounts(db: Kysely<unknown>): Promise<void> {
  await dated(db.schema.createTable('users'))
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('email_verified', 'boolean', (column) => column.notNull())
    .addColumn('image', 'text')
    .addColumn('two_factor_enabled', 'boolean', (column) => column.defaultTo(false))
    .addColumn('operator', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('language', 'text')
    .addColumn('time_zone', 'text')
    .addColumn('theme', 'text')
    .execute();
  await dated(db.schema.createTable('sessions'))
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('token', 'text', (column) => column.notNull().unique())
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .addColumn('ip_address', 'text')
    .addColumn('user_agent', 'text')
    .execute();
  await dated(db.schema.createTable('logins'))
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('provider_id', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('password', 'text')
    .addColumn('access_token', 'text')
    .addColumn('refresh_token', 'text')
    .addColumn('id_token', 'text')
    .addColumn('access_token_expires_at', 'timestamptz')
    .addColumn('refresh_token_expires_at', 'timestamptz')
    .addColumn('scope', 'text')
    .addUniqueConstraint('logins_of_provider', ['provider_id', 'account_id'])
    .execute();
  await createProofs(db);
}

/** What a sign-in is proven with, and what went wrong. */
async function createProofs(db: Kysely<unknown>): Promise<void> {
  await dated(db.schema.createTable('verifications'))
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('identifier', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('two_factors')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('backup_codes', 'text', (column) => column.notNull())
    .addColumn('verified', 'boolean')
    .addColumn('failed_verification_count', 'integer')
    .addColumn('locked_until', 'timestamptz')
    .execute();
  await db.schema
    .createTable('sign_in_failures')
    .addColumn('email', 'text', (column) => column.primaryKey())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('failed_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('one_time_links')
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await secureAccounts(db);
}

async function secureAccounts(db: Kysely<unknown>): Promise<void> {
  for (const [table, column] of [
    ['sessions', 'user_id'],
    ['logins', 'user_id'],
    ['two_factors', 'user_id'],
    ['verifications', 'identifier'],
  ] as const) {
    await db.schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
  }
  const tables = ['users', 'sessions', 'logins', 'verifications', 'two_factors', 'sign_in_failures', 'one_time_links'];
  for (const table of tables) await secureByInstallation(db, table);
}

async function createMembers(db: Kysely<unknown>): Promise<void> {
  const workspaceId = (column: ColumnDefinitionBuilder) => column.notNull().references('workspaces.id');
  await db.schema
    .createTable('members')
    .addColumn('workspace', 'text', workspaceId)
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('teams', 'jsonb', (column) => column.notNull())
    .addColumn('agents', 'jsonb', (column) => column.notNull())
    .addColumn('joined_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('last_seen_at', 'timestamptz')
    .addPrimaryKeyConstraint('members_pk', ['workspace', 'user_id'])
    .execute();
  await db.schema.createIndex('members_by_user').on('members').column('user_id').execute();
  await db.schema
    .createTable('invitations')
    .addColumn('workspace', 'text', workspaceId)
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('teams', 'jsonb', (column) => column.notNull())
    .addColumn('agents', 'jsonb', (column) => column.notNull())
    .addColumn('invited_by', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .addUniqueConstraint('invitations_of_address', ['workspace', 'email'])
    .execute();
  await db.schema
    .createTable('tokens')
    .addColumn('workspace', 'text', workspaceId)
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('hint', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('expires_at', 'timestamptz')
    .addColumn('last_used_at', 'timestamptz')
    .execute();
  for (const table of ['members', 'invitations', 'tokens']) await secureByWorkspace(db, table);
}

async function createOversight(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('actor_kind', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('actor_name', 'text')
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text')
    .addColumn('details', 'jsonb', (column) => column.notNull())
    .addColumn('address', 'text')
    .execute();
  await db.schema.createIndex('audit_by_id').on('audit').columns(['workspace', 'id']).execute();
  await secureAppendOnly(db, 'audit');
  await db.schema
    .createTable('links')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('report', 'text', (column) => column.notNull())
    .addColumn('query', 'jsonb', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('password', 'text')
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .addColumn('last_opened_at', 'timestamptz')
    .execute();
  await secureByWorkspace(db, 'links');
}
