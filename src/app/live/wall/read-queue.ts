import { Binder } from '#analytics/binder.ts';
import { compileExpression, compileInstant } from '#analytics/scan/compile-expression.ts';
import { timeLeftBands, type WallView } from '#contract/schemas/watch/wall.ts';
import { breached, decidedAt } from '#domain/kpi/populations.ts';
import type { App } from '../../app.ts';
import { whereFacts } from '../../reports/where-facts.ts';
import { compileWorkspaceRules } from '../../rules/compile-workspace-rules.ts';
import { clockPlace } from '../../tickets/clock-place.ts';
import { findOpenClocks, type OpenClock } from '../../tickets/find-clocks.ts';
import { type Standing, standingOf } from '../../tickets/standing-of.ts';
import { listShown } from './list-shown.ts';
import type { WallAsked } from './read-chats.ts';

/** What a screen shows at most; the counts are of all. */
const SHOWN = 20;

interface Placed extends Standing {
  readonly clock: OpenClock;
}

type Band = (typeof timeLeftBands)[number];

function bandOf({ status, remaining }: Standing): Band {
  if (status === 'paused') return 'paused';
  if (remaining < 0) return 'over';
  if (remaining < 900) return 'quarter';
  if (remaining < 3_600) return 'hour';
  return remaining < 14_400 ? 'four-hours' : 'later';
}

/** What can still be kept comes first, that with the least time left; then what broke, the latest first. */
function compare(a: Placed, b: Placed): number {
  const [overA, overB] = [a.remaining < 0, b.remaining < 0];
  if (overA !== overB) return overA ? 1 : -1;
  const sooner = overA ? b.remaining - a.remaining : a.remaining - b.remaining;
  return sooner || (a.clock.ticket < b.clock.ticket ? -1 : 1);
}

/** Open clocks by time left: how many of each band, and the first of them. */
export async function readQueue(view: App, { filter, now }: WallAsked): Promise<WallView['queue']> {
  const [{ compiled }, open] = await Promise.all([compileWorkspaceRules(view), findOpenClocks(view, { filter })]);
  const standing = standingOf(compiled, now);
  const counts = new Map<Band, number>();
  const placed = open.map((clock): Placed => {
    const stands = standing(clock);
    const band = bandOf(stands);
    counts.set(band, (counts.get(band) ?? 0) + 1);
    return { clock, ...stands };
  });
  // Clocks that stand still wait for somebody else.
  const waiting = placed.filter(({ status }) => status !== 'paused');
  const shown = waiting.sort(compare).slice(0, SHOWN);
  const details = await listShown(
    view,
    shown.map(({ clock }) => clock),
  );
  return {
    total: open.length,
    bands: timeLeftBands.map((id) => ({ id, count: counts.get(id) ?? 0 })),
    items: shown.flatMap(({ clock, status, remaining }) => {
      const found = details(clock);
      if (found === undefined || status === 'met' || status === 'cancelled') return [];
      const dueAt = clock.dueAt === null ? null : new Date(clock.dueAt).toISOString();
      return [{ ...found, status, remainingSeconds: remaining, dueAt }];
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
