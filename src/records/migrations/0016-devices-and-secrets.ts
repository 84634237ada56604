import { type ForeignKeyConstraintBuilder, type Kysely, sql } from 'kysely';
import { secureByInstallation, secureByWorkspace } from './row-security.ts';

const cascade = (constraint: ForeignKeyConstraintBuilder) => constraint.onDelete('cascade');

/**
 * Devices that members are told on, gone with the member; what is to be sent to each; the keys that sign it. Secrets that hold
 * for a while beside the one that followed them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createDevices(db);
  await addToNotifications(db);
  await addOldSecrets(db);
  await secureByInstallation(db, 'push_keys');
  for (const table of ['push_devices', 'push_deliveries']) await secureByWorkspace(db, table);
}

async function createDevices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('push_keys')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addCheckConstraint('push_keys_one', sql`id = 'vapid'`)
    .execute();
  await db.schema
    .createTable('push_devices')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('session', 'text')
    .addColumn('endpoint_hash', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('user_agent', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('last_sent_at', 'timestamptz')
    .addColumn('failure', 'text')
    .addPrimaryKeyConstraint('push_devices_pk', ['workspace', 'id'])
    .addUniqueConstraint('push_devices_once', ['workspace', 'endpoint_hash'])
    .addForeignKeyConstraint(
      'push_devices_of_member',
      ['workspace', 'user_id'],
      'members',
      ['workspace', 'user_id'],
      cascade,
    )
    .execute();
  await db.schema.createIndex('push_devices_of_user').on('push_devices').column('user_id').execute();
  await db.schema
    .createTable('push_deliveries')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('batch', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('send_at', 'timestamptz', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('push_deliveries_pk', ['workspace', 'batch', 'device'])
    .addForeignKeyConstraint(
      'push_deliveries_of_device',
      ['workspace', 'device'],
      'push_devices',
      ['workspace', 'id'],
      cascade,
    )
    .execute();
  await db.schema.createIndex('push_deliveries_due').on('push_deliveries').columns(['workspace', 'send_at']).execute();
}

async function addToNotifications(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('notifications')
    .addColumn('push_at', 'timestamptz')
    .addColumn('push_batch', 'text')
    .execute();
  await sql`
    create index notifications_to_push on notifications (workspace, push_at)
    where push_at is not null and push_batch is null
  `.execute(db);
  await db.schema
    .createIndex('notifications_of_push')
    .on('notifications')
    .columns(['workspace', 'push_batch'])
    .where(sql.ref('push_batch'), 'is not', null)
    .execute();
}

async function addOldSecrets(db: Kysely<unknown>): Promise<void> {
  for (const table of ['channels', 'hooks']) {
    await db.schema.alterTable(table).addColumn('old_sealed', 'text').addColumn('old_until', 'timestamptz').execute();
  }
  await db.schema
    .alterTable('hooks')
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
}
