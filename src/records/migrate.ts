import { type Migration, Migrator } from 'kysely/migration';
import type { Records } from './client.ts';
import * as foundation from './migrations/0001-foundation.ts';
import * as rowSecurity from './migrations/0002-row-security.ts';
import * as nodes from './migrations/0003-nodes.ts';
import { grantWorkspaceRole } from './migrations/row-security.ts';

/** Forward only, in this order; a migration that has been released is never edited. */
const migrations: Record<string, Migration> = {
  '0001-foundation': foundation,
  '0002-row-security': rowSecurity,
  '0003-nodes': nodes,
};

/** Brings the tables up to date; a failed migration leaves those before it in place and throws its cause. */
export async function migrateRecords(records: Records): Promise<void> {
  const migrator = new Migrator({ db: records, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
  await grantWorkspaceRole(records);
}
