import { sql } from 'kysely';
import type { Records } from '../client.ts';

const tables = ['openClocks', 'stepRuns', 'watchItems', 'acknowledgements', 'breachReviews', 'judgedTickets'] as const;

/** The tickets of which the watch holds anything, by key, from a place on. */
export async function listWatchedTickets(
  records: Records,
  workspace: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ ticket: string }>`
    select ticket from (
      select ticket from open_clocks where workspace = ${workspace}
      union select ticket from step_runs where workspace = ${workspace}
      union select ticket from watch_items where workspace = ${workspace}
      union select ticket from acknowledgements where workspace = ${workspace}
      union select ticket from breach_reviews where workspace = ${workspace}
    ) as t where ticket collate "C" > ${after} order by ticket collate "C" limit ${limit}
  `.execute(records);
  return rows.map(({ ticket }) => ticket);
}

/** Forgets all that the watch holds of these tickets. A message that is still to be sent then tells of the others. */
export async function forgetWatchOf(records: Records, workspace: string, tickets: readonly string[]): Promise<void> {
  if (tickets.length === 0) return;
  await records.transaction().execute(async (trx) => {
    for (const table of tables) {
      await trx
        .deleteFrom(table)
        .where('workspace', '=', workspace)
        .where('ticket', 'in', [...tickets])
        .execute();
    }
  });
}
