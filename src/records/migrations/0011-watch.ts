import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import { secureByWorkspace } from './row-security.ts';

const now = sql`now()`;
const cycle = ['workspace', 'ticket', 'policy', 'target', 'cycle'] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  await createOpenClocks(db);
  await createStepRuns(db);
  await createMessages(db);
  await createChannels(db);
  await ofCycle(db.schema.createTable('acknowledgements'))
    .addColumn('member', 'text')
    .addColumn('name', 'text')
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('acknowledgements_pk', [...cycle])
    .execute();
  const tables = ['open_clocks', 'step_runs', 'watch_messages', 'watch_items', 'channels', 'acknowledgements'];
  for (const table of tables) await secureByWorkspace(db, table);
  // Tickets that are folded already have no open clocks yet: they are folded again, as under new rules.
  await sql`update workspaces set folded_rules_version = -1`.execute(db);
}

/** What names one cycle of a clock. */
const ofCycle = <Table extends string, Columns extends string>(table: CreateTableBuilder<Table, Columns>) =>
  table
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('ticket', 'text', (column) => column.notNull())
    .addColumn('policy', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('cycle', 'integer', (column) => column.notNull());

/** Derived from the journal by the fold; `next_at` is when the watch looks at a clock next. */
async function createOpenClocks(db: Kysely<unknown>): Promise<void> {
  await ofCycle(db.schema.createTable('open_clocks'))
    .addColumn('policy_version', 'integer', (column) => column.notNull())
    .addColumn('policy_kind', 'text', (column) => column.notNull())
    .addColumn('metric', 'text', (column) => column.notNull())
    .addColumn('started_at', 'timestamptz', (column) => column.notNull())
    .addColumn('target_seconds', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'timestamptz')
    .addColumn('breach_at', 'timestamptz')
    .addColumn('agent', 'text')
    .addColumn('team', 'text')
    .addColumn('steps', 'jsonb', (column) => column.notNull())
    .addColumn('next_at', 'timestamptz')
    .addPrimaryKeyConstraint('open_clocks_pk', [...cycle])
    .execute();
  await db.schema
    .createIndex('open_clocks_next')
    .on('open_clocks')
    .column('next_at')
    .where(sql.ref('next_at'), 'is not', null)
    .execute();
}

/** One row a step that was come to: its key is the proof that it ran once. */
async function createStepRuns(db: Kysely<unknown>): Promise<void> {
  await ofCycle(db.schema.createTable('step_runs'))
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull().generatedAlwaysAsIdentity())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('due_at', 'timestamptz', (column) => column.notNull())
    .addColumn('ran_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('step_runs_pk', [...cycle, 'step', 'round'])
    .execute();
  await db.schema.createIndex('step_runs_by_seq').on('step_runs').columns(['workspace', 'seq']).execute();
}

/** What goes out, written with the step that asks for it. A message may tell of several steps; each is told once. */
async function createMessages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('watch_messages')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('way', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('send_at', 'timestamptz', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('finished_at', 'timestamptz')
    .addColumn('answer', 'text')
    .addPrimaryKeyConstraint('watch_messages_pk', ['workspace', 'id'])
    .execute();
  await db.schema
    .createIndex('watch_messages_due')
    .on('watch_messages')
    .column('send_at')
    .where('state' as never, '=', 'due' as never)
    .execute();
  await db.schema
    .createIndex('watch_messages_by_recipient')
    .on('watch_messages')
    .columns(['workspace', 'way', 'recipient', 'created_at'])
    .execute();
  await db.schema
    .createTable('watch_items')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('ticket', 'text', (column) => column.notNull())
    .addColumn('item', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('watch_items_pk', ['workspace', 'key'])
    .addForeignKeyConstraint(
      'watch_items_of',
      ['workspace', 'message'],
      'watch_messages',
      ['workspace', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('watch_items_of_message').on('watch_items').columns(['workspace', 'message']).execute();
}

/** Where messages go beside members. `sealed` holds the address and the key of the channel, sealed. */
async function createChannels(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('channels')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('hint', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addPrimaryKeyConstraint('channels_pk', ['workspace', 'id'])
    .execute();
}
