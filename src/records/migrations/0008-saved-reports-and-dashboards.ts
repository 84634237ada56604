import { type CreateTableBuilder, type ForeignKeyConstraintBuilder, type Kysely, sql } from 'kysely';
import { secureByWorkspace } from './row-security.ts';

const now = sql`now()`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await kept(db.schema.createTable('saved_reports'))
    .addColumn('report', 'text')
    .addColumn('query', 'jsonb', (column) => column.notNull())
    .addColumn('picture', 'text')
    .addPrimaryKeyConstraint('saved_reports_pk', ['workspace', 'id'])
    .execute();
  await kept(db.schema.createTable('dashboards'))
    .addColumn('query', 'jsonb', (column) => column.notNull())
    .addColumn('tiles', 'jsonb', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
    .addPrimaryKeyConstraint('dashboards_pk', ['workspace', 'id'])
    .execute();
  await createFavourites(db);
  await shareDashboards(db);
  for (const table of ['saved_reports', 'dashboards', 'favourites']) await secureByWorkspace(db, table);
}

/** What is saved has a title, an owner and readers. */
const kept = <Table extends string, Columns extends string>(table: CreateTableBuilder<Table, Columns>) =>
  table
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('owner', 'text', (column) => column.references('users.id').onDelete('set null'))
    .addColumn('visibility', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('updated_at', 'timestamptz', (column) => column.notNull().defaultTo(now));

/** Of one member, of a saved report or of a dashboard; gone with either. */
async function createFavourites(db: Kysely<unknown>): Promise<void> {
  const cascade = (constraint: ForeignKeyConstraintBuilder) => constraint.onDelete('cascade');
  await db.schema
    .createTable('favourites')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('saved_report', 'text', (column) =>
      column.generatedAlwaysAs(sql`case kind when 'report' then item end`).stored(),
    )
    .addColumn('dashboard', 'text', (column) =>
      column.generatedAlwaysAs(sql`case kind when 'dashboard' then item end`).stored(),
    )
    .addPrimaryKeyConstraint('favourites_pk', ['workspace', 'user_id', 'kind', 'item'])
    .addForeignKeyConstraint(
      'favourites_of_member',
      ['workspace', 'user_id'],
      'members',
      ['workspace', 'user_id'],
      cascade,
    )
    .addForeignKeyConstraint(
      'favourites_of_report',
      ['workspace', 'saved_report'],
      'saved_reports',
      ['workspace', 'id'],
      cascade,
    )
    .addForeignKeyConstraint(
      'favourites_of_dashboard',
      ['workspace', 'dashboard'],
      'dashboards',
      ['workspace', 'id'],
      cascade,
    )
    .addCheckConstraint('favourites_kind', sql`kind in ('report', 'dashboard')`)
    .execute();
}

/** A link shares a report, or a dashboard as it is then: `board` holds its tiles and filters. */
async function shareDashboards(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('links')
    .addColumn('dashboard', 'text')
    .addColumn('board', 'jsonb')
    .alterColumn('report', (column) => column.dropNotNull())
    .execute();
  await db.schema
    .alterTable('links')
    .addForeignKeyConstraint('links_of_dashboard', ['workspace', 'dashboard'], 'dashboards', ['workspace', 'id'])
    .onDelete('cascade')
    .execute();
  await db.schema
    .alterTable('links')
    .addCheckConstraint(
      'links_of_one',
      sql`(report is null) <> (dashboard is null) and (dashboard is null) = (board is null)`,
    )
    .execute();
}
