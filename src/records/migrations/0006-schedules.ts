import { type Kysely, sql } from 'kysely';
import { secureByWorkspace } from './row-security.ts';

const now = sql`now()`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await createSchedules(db);
  await createRuns(db);
  await db.schema
    .createTable('schedule_opt_outs')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('schedule', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addPrimaryKeyConstraint('schedule_opt_outs_pk', ['workspace', 'schedule', 'address'])
    .addForeignKeyConstraint(
      'schedule_opt_outs_of',
      ['workspace', 'schedule'],
      'schedules',
      ['workspace', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  for (const table of ['schedules', 'schedule_runs', 'schedule_deliveries', 'schedule_opt_outs']) {
    await secureByWorkspace(db, table);
  }
}

async function createSchedules(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('schedules')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('subject', 'jsonb', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('every', 'text', (column) => column.notNull())
    .addColumn('weekday', 'integer')
    .addColumn('day', 'integer')
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('time_zone', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('attachment', 'text')
    .addColumn('only_with_data', 'boolean', (column) => column.notNull())
    .addColumn('members', 'jsonb', (column) => column.notNull())
    .addColumn('addresses', 'jsonb', (column) => column.notNull())
    .addColumn('paused', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('next_at', 'timestamptz', (column) => column.notNull())
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addPrimaryKeyConstraint('schedules_pk', ['workspace', 'id'])
    .execute();
}

/** One run a schedule and instant, whoever plans it; one delivery a run and address. */
async function createRuns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('schedule_runs')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('schedule', 'text', (column) => column.notNull())
    .addColumn('due_at', 'timestamptz', (column) => column.notNull())
    .addColumn('asked', 'boolean', (column) => column.notNull())
    .addColumn('missed', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('retry_at', 'timestamptz')
    .addColumn('finished_at', 'timestamptz')
    .addColumn('error_code', 'text')
    .addColumn('error_params', 'jsonb')
    .addPrimaryKeyConstraint('schedule_runs_pk', ['workspace', 'id'])
    .addUniqueConstraint('schedule_runs_once', ['workspace', 'schedule', 'due_at'])
    .addForeignKeyConstraint(
      'schedule_runs_of',
      ['workspace', 'schedule'],
      'schedules',
      ['workspace', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createTable('schedule_deliveries')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('run', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addPrimaryKeyConstraint('schedule_deliveries_pk', ['workspace', 'run', 'address'])
    .addForeignKeyConstraint(
      'schedule_deliveries_of',
      ['workspace', 'run'],
      'schedule_runs',
      ['workspace', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
}
