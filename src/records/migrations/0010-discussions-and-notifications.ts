import { type ForeignKeyConstraintBuilder, type Kysely, sql } from 'kysely';
import { secureByWorkspace } from './row-security.ts';

const cascade = (constraint: ForeignKeyConstraintBuilder) => constraint.onDelete('cascade');

export async function up(db: Kysely<unknown>): Promise<void> {
  await createComments(db);
  await createNotifications(db);
  for (const table of ['comments', 'notifications', 'notification_preferences']) await secureByWorkspace(db, table);
}

/** On a report, a saved report, a dashboard or an agent; gone with what is saved, and a reply with what it replies to. */
async function createComments(db: Kysely<unknown>): Promise<void> {
  const idOf = (kind: string) => sql`case subject_kind when ${sql.lit(kind)} then subject end`;
  await db.schema
    .createTable('comments')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('subject_kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('query', 'jsonb', (column) => column.notNull())
    .addColumn('parent', 'text')
    .addColumn('author', 'text', (column) => column.references('users.id').onDelete('set null'))
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('edited_at', 'timestamptz')
    .addColumn('removed_at', 'timestamptz')
    .addColumn('resolved_at', 'timestamptz')
    .addColumn('resolved_by', 'text', (column) => column.references('users.id').onDelete('set null'))
    .addColumn('saved_report', 'text', (column) => column.generatedAlwaysAs(idOf('saved-report')).stored())
    .addColumn('dashboard', 'text', (column) => column.generatedAlwaysAs(idOf('dashboard')).stored())
    .addPrimaryKeyConstraint('comments_pk', ['workspace', 'id'])
    .addForeignKeyConstraint('comments_of_comment', ['workspace', 'parent'], 'comments', ['workspace', 'id'], cascade)
    .addForeignKeyConstraint(
      'comments_of_report',
      ['workspace', 'saved_report'],
      'saved_reports',
      ['workspace', 'id'],
      cascade,
    )
    .addForeignKeyConstraint(
      'comments_of_dashboard',
      ['workspace', 'dashboard'],
      'dashboards',
      ['workspace', 'id'],
      cascade,
    )
    .addCheckConstraint('comments_subject', sql`subject_kind in ('report', 'saved-report', 'dashboard', 'agent')`)
    .execute();
  await db.schema
    .createIndex('comments_of_subject')
    .on('comments')
    .columns(['workspace', 'subject_kind', 'subject', 'created_at', 'id'])
    .execute();
  await db.schema.createIndex('comments_replies').on('comments').columns(['workspace', 'parent']).execute();
}

/** Of one member, and gone with them. What one event tells somebody, it tells once: `dedupe_key`. */
async function createNotifications(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('notifications')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('params', 'jsonb', (column) => column.notNull())
    .addColumn('excerpt', 'text')
    .addColumn('link', 'text', (column) => column.notNull())
    .addColumn('dedupe_key', 'text', (column) => column.notNull())
    .addColumn('in_app', 'boolean', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('read_at', 'timestamptz')
    .addColumn('mail_state', 'text', (column) => column.notNull())
    .addColumn('mail_at', 'timestamptz')
    .addColumn('mail_batch', 'text')
    .addColumn('mail_attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('mail_answer', 'text')
    .addPrimaryKeyConstraint('notifications_pk', ['workspace', 'id'])
    .addUniqueConstraint('notifications_once', ['workspace', 'user_id', 'dedupe_key'])
    .addForeignKeyConstraint(
      'notifications_of_member',
      ['workspace', 'user_id'],
      'members',
      ['workspace', 'user_id'],
      cascade,
    )
    .addCheckConstraint('notifications_mail', sql`mail_state in ('none', 'due', 'sent', 'failed')`)
    .execute();
  await db.schema
    .createIndex('notifications_of_user')
    .on('notifications')
    .columns(['workspace', 'user_id', 'created_at', 'id'])
    .execute();
  await sql`create index notifications_due on notifications (workspace, mail_at) where mail_state = 'due'`.execute(db);
  await db.schema
    .createTable('notification_preferences')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('ways', 'jsonb', (column) => column.notNull())
    .addColumn('quiet', 'jsonb')
    .addPrimaryKeyConstraint('notification_preferences_pk', ['workspace', 'user_id'])
    .addForeignKeyConstraint(
      'notification_preferences_of_member',
      ['workspace', 'user_id'],
      'members',
      ['workspace', 'user_id'],
      cascade,
    )
    .execute();
}
