import type { z } from 'zod';
import type { TicketItem, ticketDetail } from '#contract/schemas/ticket.ts';
import type { App } from '../app.ts';
import { isoOf } from './clock-view.ts';

export type TicketFigures = z.infer<typeof ticketDetail>['ticket'];

type Instants = { readonly [Name in 'createdAt' | 'solvedAt' | 'updatedAt']: number | null };
type TicketRow = Omit<TicketFigures, keyof Instants | 'sla'> & Instants;

const columns = [
  'ticket AS key',
  ...['subject', 'url', 'source', 'status', 'priority', 'type', 'channel', 'marketplace', 'store', 'team', 'agent'],
  ...['customer', 'company', 'tier', 'stage', 'pipeline', 'tags', 'fields'],
  ...['createdAt', 'solvedAt', 'updatedAt'].map((name) => `toUnixTimestamp64Milli(${name}) AS ${name}`),
  ...['firstReplySeconds', 'fullResolutionSeconds', 'reopens', 'sourceSlaMet', 'csatScore'],
  ...['agentReplies', 'customerMessages', 'transfers'],
  'NOT coalesce(exact, true) AS bounded',
].join(', ');

/** The facts of these tickets and the worst verdict of their clocks as of now, by key. */
export async function readTickets(app: App, keys: readonly string[]): Promise<Map<string, TicketFigures>> {
  if (keys.length === 0) return new Map();
  const params = { workspace: app.workspace, keys };
  const [rows, verdicts] = await Promise.all([
    app.analytics.query<TicketRow>(
      `SELECT ${columns} FROM tickets FINAL WHERE workspace = {workspace:String} AND ticket IN ({keys:Array(String)})`,
      params,
    ),
    readVerdicts(app, keys),
  ]);
  return new Map(
    rows.map((row) => {
      const { createdAt, solvedAt, updatedAt } = row;
      const instants = { createdAt: isoOf(createdAt), solvedAt: isoOf(solvedAt), updatedAt: isoOf(updatedAt) };
      return [row.key, { ...row, ...instants, sla: verdicts.get(row.key) ?? null }] as const;
    }),
  );
}

/** The worst of the clocks of each ticket: a breach outweighs what still runs, and that what was met. */
async function readVerdicts(app: App, keys: readonly string[]): Promise<Map<string, TicketItem['sla']>> {
  const rows = await app.analytics.query<{ ticket: string; sla: TicketItem['sla'] }>(
    `SELECT ticket, multiIf(
       countIf(clockStatus = 'breached' OR (clockStatus = 'running' AND dueAt <= fromUnixTimestamp64Milli({now:Int64}))) > 0, 'breached',
       countIf(clockStatus IN ('running', 'paused')) > 0, 'running',
       countIf(clockStatus = 'met') > 0, 'met', NULL) AS sla
     FROM clocks FINAL WHERE workspace = {workspace:String} AND ticket IN ({keys:Array(String)}) GROUP BY ticket`,
    { workspace: app.workspace, keys, now: app.now() },
  );
  return new Map(rows.map(({ ticket, sla }) => [ticket, sla]));
}
