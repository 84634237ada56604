import type { Insertable, Selectable } from 'kysely';
import type { Records } from '../client.ts';
import type { AcknowledgementTable, CycleColumns } from './watch-tables.ts';

export type Acknowledgement = Selectable<AcknowledgementTable>;

/** Of clocks of these tickets. */
export async function listAcknowledgements(
  records: Records,
  workspace: string,
  tickets: readonly string[],
): Promise<Acknowledgement[]> {
  if (tickets.length === 0) return [];
  const query = records.selectFrom('acknowledgements').selectAll().where('workspace', '=', workspace);
  return query.where('ticket', 'in', [...new Set(tickets)]).execute();
}

/** The first to say so is remembered. */
export async function addAcknowledgements(
  records: Records,
  rows: readonly Insertable<AcknowledgementTable>[],
): Promise<void> {
  if (rows.length === 0) return;
  const query = records.insertInto('acknowledgements').values([...rows]);
  await query.onConflict((conflict) => conflict.doNothing()).execute();
}

export async function removeAcknowledgement(records: Records, key: CycleColumns): Promise<void> {
  await records
    .deleteFrom('acknowledgements')
    .where('workspace', '=', key.workspace)
    .where('ticket', '=', key.ticket)
    .where('policy', '=', key.policy)
    .where('target', '=', key.target)
    .where('cycle', '=', key.cycle)
    .execute();
}
