import { type ForeignKeyConstraintBuilder, type Kysely, sql } from 'kysely';
import { secureByInstallation, secureByWorkspace } from './row-security.ts';

const cascade = (constraint: ForeignKeyConstraintBuilder) => constraint.onDelete('cascade');

/** Browsers that members let Vigie notify, what is to be sent to each, and the pair of keys by which push services know Vigie. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createKeys(db);
  await createDevices(db);
  await createDeliveries(db);
}

async function createKeys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('push_keys')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addCheckConstraint('push_keys_one', sql`id = 'vapid'`)
    .execute();
  await secureByInstallation(db, 'push_keys');
}

/** Gone with the membership. What a browser gave is sealed; its digest tells whether it is there already. */
async function createDevices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('push_devices')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('endpoint_digest', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('sent_at', 'timestamptz')
    .addPrimaryKeyConstraint('push_devices_pk', ['workspace', 'id'])
    .addUniqueConstraint('push_devices_once', ['workspace', 'endpoint_digest'])
    .addForeignKeyConstraint(
      'push_devices_of_member',
      ['workspace', 'user_id'],
      'members',
      ['workspace', 'user_id'],
      cascade,
    )
    .execute();
  await db.schema.createIndex('push_devices_of_user').on('push_devices').columns(['workspace', 'user_id']).execute();
  await secureByWorkspace(db, 'push_devices');
}

/** Gone with the notification and with the device. */
async function createDeliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('push_deliveries')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('notification', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('send_at', 'timestamptz', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('answer', 'text')
    .addPrimaryKeyConstraint('push_deliveries_pk', ['workspace', 'notification', 'device'])
    .addForeignKeyConstraint(
      'push_deliveries_of_notification',
      ['workspace', 'notification'],
      'notifications',
      ['workspace', 'id'],
      cascade,
    )
    .addForeignKeyConstraint(
      'push_deliveries_of_device',
      ['workspace', 'device'],
      'push_devices',
      ['workspace', 'id'],
      cascade,
    )
    .addCheckConstraint('push_deliveries_state', sql`state in ('due', 'sent', 'failed')`)
    .execute();
  await db.schema
    .createIndex('push_deliveries_of_device')
    .on('push_deliveries')
    .columns(['workspace', 'device'])
    .execute();
  await sql`create index push_deliveries_due on push_deliveries (send_at) where state = 'due'`.execute(db);
  await secureByWorkspace(db, 'push_deliveries');
}
