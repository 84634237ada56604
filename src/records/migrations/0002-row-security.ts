import type { Kysely } from 'kysely';
import { secureByWorkspace } from './row-security.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await secureByWorkspace(db, 'workspaces', 'id');
  for (const table of ['calendars', 'policies', 'sources', 'imports', 'dead_letters']) {
    await secureByWorkspace(db, table);
  }
}
