import { type Kysely, sql } from 'kysely';
import { secureByWorkspace } from './row-security.ts';

/** Changed policies run over past tickets: how far a run is, its figures, and the tickets that stand elsewhere. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('policy_dry_runs')
    .addColumn('workspace', 'text', (column) => column.notNull().references('workspaces.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('period_from', 'timestamptz', (column) => column.notNull())
    .addColumn('period_to', 'timestamptz', (column) => column.notNull())
    .addColumn('done', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('total', 'integer', (column) => column.notNull())
    .addColumn('sets', 'jsonb', (column) => column.notNull())
    .addColumn('figures', 'jsonb')
    .addColumn('error_code', 'text')
    .addColumn('error_params', 'jsonb')
    .addColumn('started_at', 'timestamptz', (column) => column.notNull())
    .addColumn('touched_at', 'timestamptz', (column) => column.notNull())
    .addColumn('finished_at', 'timestamptz')
    .addPrimaryKeyConstraint('policy_dry_runs_pk', ['workspace', 'id'])
    .addCheckConstraint('policy_dry_runs_state', sql`state in ('running', 'done', 'cancelled', 'failed')`)
    .execute();
  await db.schema
    .createTable('policy_dry_run_tickets')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('run', 'text', (column) => column.notNull())
    .addColumn('ticket', 'text', (column) => column.notNull())
    .addColumn('before', 'text', (column) => column.notNull())
    .addColumn('after', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('policy_dry_run_tickets_pk', ['workspace', 'run', 'ticket'])
    .addForeignKeyConstraint(
      'policy_dry_run_tickets_of',
      ['workspace', 'run'],
      'policy_dry_runs',
      ['workspace', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  for (const table of ['policy_dry_runs', 'policy_dry_run_tickets']) await secureByWorkspace(db, table);
}
