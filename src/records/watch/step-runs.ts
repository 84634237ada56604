import { type Selectable, sql } from 'kysely';
import type { Records } from '../client.ts';
import type { StepRunTable } from './watch-tables.ts';

export type StepRun = Selectable<StepRunTable>;
export type NewStepRun = Omit<StepRun, 'seq' | 'dueAt' | 'ranAt'> & { readonly dueAt: number; readonly ranAt: number };

/** What names a step of a clock among all of a workspace. */
export function stepKey({ ticket, policy, target, cycle, step, round }: Omit<StepKeyParts, 'workspace'>): string {
  return JSON.stringify([ticket, policy, target, cycle, step, round]);
}
type StepKeyParts = Pick<StepRun, 'workspace' | 'ticket' | 'policy' | 'target' | 'cycle' | 'step' | 'round'>;

/** Writes down that steps run; gives the keys of those that had not run before. */
export async function addStepRuns(records: Records, runs: readonly NewStepRun[]): Promise<ReadonlySet<string>> {
  if (runs.length === 0) return new Set();
  const rows = runs.map((run) => ({ ...run, dueAt: run.dueAt / 1000, ranAt: run.ranAt / 1000 }));
  const { rows: added } = await sql<StepKeyParts>`
    insert into step_runs (workspace, ticket, policy, target, cycle, step, round, kind, outcome, due_at, ran_at)
    select workspace, ticket, policy, target, cycle, step, round, kind, outcome, to_timestamp("dueAt"), to_timestamp("ranAt")
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(workspace text, ticket text, policy text, target text,
      cycle integer, step text, round integer, kind text, outcome text, "dueAt" float8, "ranAt" float8)
    on conflict do nothing
    returning ticket, policy, target, cycle, step, round
  `.execute(records);
  return new Set(added.map(stepKey));
}

/** The keys of all steps that ran of these tickets. */
export async function listRunKeys(
  records: Records,
  workspace: string,
  tickets: readonly string[],
): Promise<ReadonlySet<string>> {
  if (tickets.length === 0) return new Set();
  const query = records.selectFrom('stepRuns').select(['ticket', 'policy', 'target', 'cycle', 'step', 'round']);
  const rows = await query
    .where('workspace', '=', workspace)
    .where('ticket', 'in', [...new Set(tickets)])
    .execute();
  return new Set(rows.map(stepKey));
}

/** The last steps that ran, the newest first; those after a place, or of one ticket. */
export async function listStepRuns(
  records: Records,
  workspace: string,
  {
    ticket,
    before,
    limit,
  }: { readonly ticket?: string | undefined; readonly before?: number | undefined; readonly limit: number },
): Promise<StepRun[]> {
  let query = records.selectFrom('stepRuns').selectAll().where('workspace', '=', workspace);
  if (ticket !== undefined) query = query.where('ticket', '=', ticket);
  if (before !== undefined) query = query.where('seq', '<', before);
  return query.orderBy('seq', 'desc').limit(limit).execute();
}

/** Steps that ran after a place in their order, the first one first. */
export async function listStepRunsAfter(
  records: Records,
  workspace: string,
  seq: number,
  limit: number,
): Promise<StepRun[]> {
  const query = records.selectFrom('stepRuns').selectAll().where('workspace', '=', workspace).where('seq', '>', seq);
  return query.orderBy('seq').limit(limit).execute();
}

/** How often somebody asked for a clock to be escalated. */
export async function countAsked(
  records: Records,
  { workspace, ticket, policy, target, cycle }: Omit<StepKeyParts, 'step' | 'round'>,
  step: string,
): Promise<number> {
  const { n } = await records
    .selectFrom('stepRuns')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('workspace', '=', workspace)
    .where('ticket', '=', ticket)
    .where('policy', '=', policy)
    .where('target', '=', target)
    .where('cycle', '=', cycle)
    .where('step', '=', step)
    .executeTakeFirstOrThrow();
  return Number(n);
}
