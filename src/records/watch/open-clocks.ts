import { type Selectable, sql } from 'kysely';
import type { OpenClock } from '#domain/sla/escalation/open-clock.ts';
import type { Records } from '../client.ts';
import type { OpenClockTable } from './watch-tables.ts';

export type OpenClockRecord = Selectable<OpenClockTable>;

/** Tickets that were folded, and all their clocks that are not stopped. */
export interface FoldedClocks {
  readonly tickets: readonly string[];
  readonly clocks: readonly OpenClock[];
}

const secondsOf = (ms: number | null) => (ms === null ? null : ms / 1000);

/**
 * Makes the open clocks of folded tickets what the fold says: the same rows whatever was there before, in one statement. A
 * fold that another has overtaken writes nothing. What the watch has come to is kept where the plan is the same.
 */
export async function keepOpenClocks(
  records: Records,
  workspace: string,
  fold: number,
  { tickets, clocks }: FoldedClocks,
): Promise<void> {
  const rows = clocks.map(({ steps, startedAt, dueAt, breachAt, ...clock }) => ({
    ...clock,
    steps,
    startedAt: secondsOf(startedAt),
    dueAt: secondsOf(dueAt),
    breachAt: secondsOf(breachAt),
    nextAt: secondsOf(steps[0]?.at ?? null),
  }));
  await sql`
    with current as (select 1 from journals where workspace = ${workspace} and folds = ${fold}),
    fresh as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
        ticket text, policy text, target text, cycle integer, "policyVersion" integer, "policyKind" text, metric text,
        "startedAt" float8, "targetSeconds" bigint, "dueAt" float8, "breachAt" float8, agent text, team text, steps jsonb,
        "nextAt" float8)
    ),
    gone as (
      delete from open_clocks o
      where o.workspace = ${workspace} and o.ticket = any(${[...tickets]}::text[]) and exists (select from current)
        and (o.ticket, o.policy, o.target, o.cycle) not in (select ticket, policy, target, cycle from fresh)
    )
    insert into open_clocks as o (workspace, ticket, policy, target, cycle, policy_version, policy_kind, metric, started_at,
      target_seconds, due_at, breach_at, agent, team, steps, next_at)
    select ${workspace}, ticket, policy, target, cycle, "policyVersion", "policyKind", metric, to_timestamp("startedAt"),
      "targetSeconds", to_timestamp("dueAt"), to_timestamp("breachAt"), agent, team, steps, to_timestamp("nextAt")
    from fresh where exists (select from current)
    on conflict (workspace, ticket, policy, target, cycle) do update set
      policy_version = excluded.policy_version, policy_kind = excluded.policy_kind, metric = excluded.metric,
      started_at = excluded.started_at, target_seconds = excluded.target_seconds, due_at = excluded.due_at,
      breach_at = excluded.breach_at, agent = excluded.agent, team = excluded.team, steps = excluded.steps,
      next_at = case when o.steps = excluded.steps then o.next_at else excluded.next_at end
  `.execute(records);
}

/** Forgets the open clocks of a workspace before all of its tickets are folded anew. */
export async function forgetOpenClocks(records: Records, workspace: string): Promise<void> {
  await records.deleteFrom('openClocks').where('workspace', '=', workspace).execute();
}

/** The earliest instant (epoch ms) at which the watch has something to do, in any workspace; null: never. */
export async function findNextInstant(everywhere: Records): Promise<number | null> {
  const query = everywhere.selectFrom('openClocks').select('nextAt').where('nextAt', 'is not', null);
  return (await query.orderBy('nextAt').limit(1).executeTakeFirst())?.nextAt?.getTime() ?? null;
}

/** A workspace with a clock of which a step is due, the one that waits longest; null: there is none. */
export async function findDueWorkspace(everywhere: Records, now: Date): Promise<string | null> {
  const query = everywhere.selectFrom('openClocks').select('workspace').where('nextAt', '<=', now).orderBy('nextAt');
  return (await query.limit(1).forUpdate().skipLocked().executeTakeFirst())?.workspace ?? null;
}

/** Clocks with a step that is due, which nobody else has in hand; held until the transaction ends. */
export async function takeDueClocks(
  trx: Records,
  workspace: string,
  now: Date,
  limit: number,
): Promise<OpenClockRecord[]> {
  return trx
    .selectFrom('openClocks')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('nextAt', '<=', now)
    .orderBy('nextAt')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** What no name holds: it stands between the parts of a key. */
const apart = '\u001f';

/** Says that steps of clocks up to an instant are done: the watch looks again when the next one of each is due. */
export async function passSteps(
  trx: Records,
  workspace: string,
  clocks: readonly Pick<OpenClockRecord, 'ticket' | 'policy' | 'target' | 'cycle'>[],
  now: Date,
): Promise<void> {
  const tickets = [...new Set(clocks.map(({ ticket }) => ticket))];
  const keys = clocks.map(({ ticket, policy, target, cycle }) => [ticket, policy, target, cycle].join(apart));
  // Lists, not a join: without statistics the database would compare each clock with each.
  await sql`
    update open_clocks set next_at = to_timestamp((
      select min((step ->> 'at')::float8) from jsonb_array_elements(steps) as step
      where (step ->> 'at')::float8 > ${now.getTime()}::float8
    ) / 1000)
    where workspace = ${workspace} and ticket = any(${tickets}::text[])
      and ticket || ${apart}::text || policy || ${apart}::text || target || ${apart}::text || cycle = any(${keys}::text[])
  `.execute(trx);
}

/** The open clocks of these tickets. */
export async function listOpenClocks(
  records: Records,
  workspace: string,
  tickets: readonly string[],
): Promise<OpenClockRecord[]> {
  if (tickets.length === 0) return [];
  const query = records.selectFrom('openClocks').selectAll().where('workspace', '=', workspace);
  return query.where('ticket', 'in', [...tickets]).execute();
}

/** The open clocks that will come to a step, the next one first. */
export async function listUpcomingClocks(
  records: Records,
  workspace: string,
  { until, ticket, limit }: { readonly until: Date; readonly ticket?: string | undefined; readonly limit: number },
): Promise<OpenClockRecord[]> {
  const query = records.selectFrom('openClocks').selectAll().where('workspace', '=', workspace);
  const narrowed = ticket === undefined ? query.where('nextAt', '<=', until) : query.where('ticket', '=', ticket);
  return narrowed.orderBy('nextAt').orderBy('ticket').limit(limit).execute();
}
