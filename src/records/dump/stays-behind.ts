/**
 * Tables that no back-up holds: what is true of one running installation only. Every other table that the migrations make
 * travels, so that a new one is not forgotten.
 */
export const tablesThatStay: readonly string[] = [
  'job_days',
  'journal_gaps',
  'journals',
  'kysely_migration',
  'kysely_migration_lock',
  'one_time_links',
  'sessions',
  'sign_in_failures',
  'verifications',
];
