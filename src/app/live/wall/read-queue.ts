import { Binder } from '#analytics/binder.ts';
import { compileExpression, compileInstant } from '#analytics/scan/compile-expression.ts';
import { timeLeftBands, type WallView } from '#contract/schemas/watch/wall.ts';
import { breached, decidedAt } from '#domain/kpi/populations.ts';
import type { App } from '../../app.ts';
import { whereFacts } from '../../reports/where-facts.ts';
import { clockPlace } from '../../tickets/clock-place.ts';
import { findUrgent } from '../../tickets/open/find-urgent.ts';
import type { WallAsked } from './read-chats.ts';

/** What a screen shows at most; the counts are of all. */
const SHOWN = 20;

/** Open clocks by time left: how many of each band, and the first of them. Those that stand still wait for somebody else. */
export async function readQueue(view: App, { filter, now }: WallAsked): Promise<WallView['queue']> {
  const { bands, first } = await findUrgent(view, { filter, now, limit: SHOWN });
  return {
    total: [...bands.values()].reduce((sum, count) => sum + count, 0),
    bands: timeLeftBands.map((id) => ({ id, count: bands.get(id) ?? 0 })),
    items: first.flatMap(({ ticket, policy, target, metric, cycle, agent, team, status, remaining, dueAt }) => {
      if (status === 'met' || status === 'cancelled') return [];
      return {
        ...{ ticket, policy, target, metric, cycle, agent, team, status, remainingSeconds: remaining },
        dueAt: dueAt === null ? null : new Date(dueAt).toISOString(),
      };
    }),
  };
}

type WallBreach = WallView['breaches'][number];

/** Breaches since midnight, the newest first; a running clock breaks at its due instant, whether or not anything noticed. */
export async function readBreaches(view: App, { filter, now, today }: WallAsked): Promise<WallView['breaches']> {
  const binder = new Binder();
  const place = clockPlace(now, binder);
  const at = compileExpression(decidedAt, place);
  const rows = await view.analytics.query<Omit<WallBreach, 'at'> & { at: number }>(
    `SELECT ticket, policy, target, metric, cycle, agent, team, toUnixTimestamp64Milli(${at}) AS at
     FROM clocks FINAL WHERE ${whereFacts('clocks', filter, binder)} AND outcome = 'live'
       AND ${compileExpression(breached, place)} AND ${at} >= ${compileInstant(today, binder)}
     ORDER BY at DESC, ticket, n LIMIT ${binder.bind(SHOWN, 'UInt32')}`,
    binder.params(view.workspace),
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}
