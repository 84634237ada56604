import { type Selectable, sql } from 'kysely';
import type { Records } from '../client.ts';
import type { JudgedTicketTable } from './review-tables.ts';

export type JudgedTicket = Pick<Selectable<JudgedTicketTable>, 'ticket' | 'stamp'>;

/** Says that tickets are to be folded again. */
export async function markJudged(trx: Records, workspace: string, tickets: readonly string[]): Promise<void> {
  const rows = [...new Set(tickets)].map((ticket) => ({ workspace, ticket }));
  if (rows.length === 0) return;
  await trx
    .insertInto('judgedTickets')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['workspace', 'ticket']).doUpdateSet({ stamp: sql<string>`gen_random_uuid()` }),
    )
    .execute();
}

/** In the order of their keys, as the journal has them. */
export function listJudged(records: Records, workspace: string, limit: number): Promise<JudgedTicket[]> {
  return records
    .selectFrom('judgedTickets')
    .select(['ticket', 'stamp'])
    .where('workspace', '=', workspace)
    .orderBy(sql`ticket collate "C"`)
    .limit(limit)
    .execute();
}

/** Says that tickets were folded as they were judged then; those judged again since stay. */
export async function forgetJudged(
  records: Records,
  workspace: string,
  judged: readonly JudgedTicket[],
): Promise<void> {
  if (judged.length === 0) return;
  await records
    .deleteFrom('judgedTickets')
    .where('workspace', '=', workspace)
    .where(
      'stamp',
      'in',
      judged.map(({ stamp }) => stamp),
    )
    .execute();
}
