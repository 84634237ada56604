import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Records } from './client.ts';
import * as foundation from './migrations/0001-foundation.ts';
import * as rowSecurity from './migrations/0002-row-security.ts';
import * as accounts from './migrations/0003-accounts.ts';
import * as nodes from './migrations/0004-nodes.ts';
import * as privacy from './migrations/0005-privacy.ts';
import * as schedules from './migrations/0006-schedules.ts';
import * as defaultVariants from './migrations/0007-default-variants.ts';
import * as savedReportsAndDashboards from './migrations/0008-saved-reports-and-dashboards.ts';
import * as coaching from './migrations/0009-coaching.ts';
import * as discussionsAndNotifications from './migrations/0010-discussions-and-notifications.ts';
import * as watch from './migrations/0011-watch.ts';
import * as policyDryRuns from './migrations/0012-policy-dry-runs.ts';
import * as hooks from './migrations/0013-hooks.ts';
import * as breachReviews from './migrations/0014-breach-reviews.ts';
import * as alerts from './migrations/0015-alerts.ts';
import * as webPush from './migrations/0016-web-push.ts';
import * as oldSecrets from './migrations/0017-old-secrets.ts';
import * as keepFiring from './migrations/0018-keep-firing.ts';
import { grantWorkspaceRole } from './migrations/row-security.ts';

/** Forward only, in this order; a migration that has been released is never edited. */
const migrations: Record<string, Migration> = {
  '0001-foundation': foundation,
  '0002-row-security': rowSecurity,
  '0003-accounts': accounts,
  '0004-nodes': nodes,
  '0005-privacy': privacy,
  '0006-schedules': schedules,
  '0007-default-variants': defaultVariants,
  '0008-saved-reports-and-dashboards': savedReportsAndDashboards,
  '0009-coaching': coaching,
  '0010-discussions-and-notifications': discussionsAndNotifications,
  '0011-watch': watch,
  '0012-policy-dry-runs': policyDryRuns,
  '0013-hooks': hooks,
  '0014-breach-reviews': breachReviews,
  '0015-alerts': alerts,
  '0016-web-push': webPush,
  '0017-old-secrets': oldSecrets,
  '0018-keep-firing': keepFiring,
};

/** The names of all migrations, oldest first. */
export const knownMigrations: readonly string[] = Object.keys(migrations);

/** The migrations that have run, oldest first, known to this release or not; none where there are no tables yet. */
export async function findAppliedMigrations(db: Kysely<unknown>): Promise<string[]> {
  const { rows: found } = await sql<{ there: boolean }>`
    select to_regclass(quote_ident(current_schema()) || '.kysely_migration') is not null as there
  `.execute(db);
  if (found[0]?.there !== true) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name collate "C"`.execute(db);
  return rows.map(({ name }) => name);
}

/** A migration that did not run to its end; nothing of it, nor of those that ran with it, is left. */
export class MigrationFailed extends Error {
  readonly migration: string;

  constructor(migration: string, cause: unknown) {
    super(`the migration ${migration} failed`, { cause });
    this.migration = migration;
  }
}

/** Brings the tables up to date, or to a migration. Throws `MigrationFailed`, and what the database throws. */
export async function migrateRecords(records: Records, to?: string): Promise<void> {
  const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(records);
  const migrator = new Migrator({
    db: records,
    provider: { getMigrations: async () => migrations },
    // Named, since the tables of a replaced installation may lie in another schema of the same database.
    ...(rows[0] && { migrationTableSchema: rows[0].schema }),
  });
  const { error, results } = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to));
  const failed = results?.find(({ status }) => status === 'Error');
  if (failed) throw new MigrationFailed(failed.migrationName, error);
  if (error) throw error;
  await grantWorkspaceRole(records);
}
