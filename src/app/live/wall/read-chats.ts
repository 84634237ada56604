import { Binder } from '#analytics/binder.ts';
import { compileInstant } from '#analytics/scan/compile-expression.ts';
import type { WallView } from '#contract/schemas/watch/wall.ts';
import type { Filter } from '#domain/report/filter.ts';
import type { App } from '../../app.ts';
import { whereFacts } from '../../reports/where-facts.ts';

export interface WallAsked {
  readonly filter: Filter | undefined;
  /** Epoch ms. */
  readonly now: number;
  /** Midnight of the workspace's zone, epoch ms. */
  readonly today: number;
}

/** Chats held, waiting, and of today. */
export async function readChats(view: App, { filter, today }: WallAsked): Promise<WallView['chats']> {
  const binder = new Binder();
  const since = `createdAt >= ${compileInstant(today, binder)}`;
  const ofChats = (table: 'tickets' | 'holdings') => `FROM ${table} FINAL
    WHERE ${whereFacts(table, filter, binder)} AND outcome = 'live' AND channel = 'chat'`;
  const [found] = await view.analytics.query<WallView['chats']>(
    `SELECT
       countIf(${since}) AS today,
       countIf(${since} AND isNotNull(firstReplyAt)) AS answered,
       countIf(${since} AND isNull(firstReplyAt) AND isNotNull(abandonedAt)) AS abandoned,
       countIf(isNull(firstReplyAt) AND isNull(abandonedAt) AND isNull(solvedAt) AND isNull(closedAt)) AS waiting,
       (SELECT count() ${ofChats('holdings')} AND holder = 'agent' AND isNull(\`to\`)) AS active
     ${ofChats('tickets')}`,
    binder.params(view.workspace),
  );
  return found ?? { active: 0, waiting: 0, today: 0, answered: 0, abandoned: 0 };
}

/** Agents remembered as part of what is filtered for, since they last held such a ticket. */
const MEMBER_FOR = 30 * 86_400_000;

/**
 * The places that agents who are present have for chats. Presence knows neither team nor channel: where a filter narrows,
 * those agents count who held a ticket of it in the last 30 days.
 */
export async function readResources(
  view: App,
  { filter, now }: WallAsked,
  used: number,
): Promise<WallView['resources']> {
  const binder = new Binder();
  const members =
    filter === undefined
      ? ''
      : `AND agent IN (SELECT DISTINCT agent FROM holdings FINAL WHERE ${whereFacts('holdings', filter, binder)}
           AND isNotNull(agent) AND coalesce(\`to\`, \`from\`) >= ${compileInstant(now - MEMBER_FOR, binder)})`;
  const rows = await view.analytics.query<{ status: string; agents: number; places: number }>(
    `SELECT presenceStatus AS status, count(DISTINCT agent) AS agents, sum(coalesce(capacity, 1)) AS places
     FROM presence FINAL WHERE workspace = {workspace:String} AND isNull(\`to\`) ${members} GROUP BY presenceStatus`,
    binder.params(view.workspace),
  );
  const agents = (status: string) => rows.find((row) => row.status === status)?.agents ?? 0;
  const places = rows.find(({ status }) => status === 'online')?.places ?? 0;
  return {
    ...{ used, places, share: places > 0 ? used / places : null },
    ...{ online: agents('online'), busy: agents('busy'), away: agents('away') },
  };
}
