/** What the library for migrations keeps of them. */
export const tablesOfMigrations: readonly string[] = ['kysely_migration', 'kysely_migration_lock'];

/**
 * Tables that no back-up holds: what is true of one running installation only. Every other table that the migrations make
 * travels, so that a new one is not forgotten. Tables of other schemas, as those of the job queues, are not looked at.
 */
export const tablesThatStay: readonly string[] = [
  'job_days',
  'journal_gaps',
  'journals',
  ...tablesOfMigrations,
  'one_time_links',
  'open_clocks',
  'policy_dry_run_tickets',
  'policy_dry_runs',
  'push_deliveries',
  'sessions',
  'sign_in_failures',
  'verifications',
  'watch_items',
  'watch_messages',
];
