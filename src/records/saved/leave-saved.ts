import type { Records } from '../client.ts';

/** Removes what a member saved for themselves alone; what they showed to the workspace stays with it, without an owner. */
export async function leaveSaved(records: Records, workspace: string, userId: string): Promise<void> {
  for (const table of ['savedReports', 'dashboards'] as const) {
    await records
      .deleteFrom(table)
      .where('workspace', '=', workspace)
      .where('owner', '=', userId)
      .where('visibility', '=', 'own')
      .execute();
    await records
      .updateTable(table)
      .set({ owner: null })
      .where('workspace', '=', workspace)
      .where('owner', '=', userId)
      .execute();
  }
}
