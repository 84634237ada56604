import type { Insertable, Selectable, Updateable } from 'kysely';
import type { ChangedTicket, TicketVerdict } from '#domain/sla/what-if/compare-ticket.ts';
import type { Records } from '../client.ts';
import type { DryRunTable } from './dry-run-tables.ts';

export type DryRun = Selectable<DryRunTable>;

export async function addDryRun(records: Records, run: Insertable<DryRunTable>): Promise<DryRun> {
  return records.insertInto('policyDryRuns').values(run).returningAll().executeTakeFirstOrThrow();
}

export async function findDryRun(records: Records, workspace: string, id: string): Promise<DryRun | null> {
  const query = records.selectFrom('policyDryRuns').selectAll().where('workspace', '=', workspace).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

/** How many are under way that gave a sign since an instant. */
export async function countRunningDryRuns(records: Records, workspace: string, since: Date): Promise<number> {
  const { n } = await records
    .selectFrom('policyDryRuns')
    .select(({ fn }) => fn.countAll().as('n'))
    .where('workspace', '=', workspace)
    .where('state', '=', 'running')
    .where('touchedAt', '>', since)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Changes a run that is under way; the answer says whether it still is. */
export async function updateRunning(
  records: Records,
  run: { readonly workspace: string; readonly id: string },
  changes: Updateable<DryRunTable>,
): Promise<boolean> {
  const query = records
    .updateTable('policyDryRuns')
    .set(changes)
    .where('workspace', '=', run.workspace)
    .where('id', '=', run.id)
    .where('state', '=', 'running');
  return ((await query.executeTakeFirst()).numUpdatedRows ?? 0n) > 0n;
}

/** Removes runs with their tickets: those that began before an instant, or all. */
export async function removeDryRuns(records: Records, workspace: string, before: Date | null = null): Promise<void> {
  const query = records.deleteFrom('policyDryRuns').where('workspace', '=', workspace);
  await (before === null ? query : query.where('startedAt', '<', before)).execute();
}

/** Rows an insert: five values each, and PostgreSQL takes 65,535. */
const rowsAtOnce = 5000;

export async function addDryRunTickets(
  records: Records,
  run: { readonly workspace: string; readonly id: string },
  tickets: readonly ChangedTicket[],
): Promise<void> {
  for (let start = 0; start < tickets.length; start += rowsAtOnce) {
    const rows = tickets
      .slice(start, start + rowsAtOnce)
      .map(({ ticket, before, after }) => ({ workspace: run.workspace, run: run.id, ticket, before, after }));
    await records.insertInto('policyDryRunTickets').values(rows).execute();
  }
}

export interface DryRunTicketsFilter {
  readonly before?: TicketVerdict | undefined;
  readonly after?: TicketVerdict | undefined;
}

/** The tickets of a run that stand elsewhere, by key, behind one of them. */
export async function listDryRunTickets(
  records: Records,
  run: { readonly workspace: string; readonly id: string },
  { before, after, from, limit }: DryRunTicketsFilter & { readonly from: string | null; readonly limit: number },
): Promise<ChangedTicket[]> {
  let query = ofRun(records, run).select(['ticket', 'before', 'after']);
  if (before !== undefined) query = query.where('before', '=', before);
  if (after !== undefined) query = query.where('after', '=', after);
  if (from !== null) query = query.where('ticket', '>', from);
  return query.orderBy('ticket').limit(limit).execute();
}

/** How many tickets went from which verdict to which. */
export async function countDryRunTickets(records: Records, run: { readonly workspace: string; readonly id: string }) {
  const rows = await ofRun(records, run)
    .select(['before', 'after'])
    .select(({ fn }) => fn.countAll().as('n'))
    .groupBy(['before', 'after'])
    .orderBy('before')
    .orderBy('after')
    .execute();
  return rows.map(({ before, after, n }) => ({ before, after, n: Number(n) }));
}

const ofRun = (records: Records, { workspace, id }: { readonly workspace: string; readonly id: string }) =>
  records.selectFrom('policyDryRunTickets').where('workspace', '=', workspace).where('run', '=', id);
