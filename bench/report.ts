import { join } from 'node:path';
import { type Analytics, openAnalytics } from '#analytics/client.ts';
import { runQuery } from '#analytics/run-query.ts';
import { reports } from '#domain/report/catalogue/index.ts';
import { questionOf } from '#domain/report/get-report.ts';
import type { ReportQuery } from '#domain/report/query.ts';
import type { BenchResult } from './bench-result.ts';
import { benchFolder, run as runImport } from './import.ts';

export const name = 'report';

const WARM_UP = 2;
const RUNS = 15;
const MAX_P95_MS = 250;
const MAX_RATIO = 1.3;
const WORKSPACE = 'default';

const period = { from: '2025-01-01', to: '2026-01-01', timeZone: 'Europe/Paris' } as const;

/** The same questions asked by hand, on the same tables: what a report may cost at most 1.3 times. */
const byHand: Readonly<Record<string, string>> = {
  'sla-by-agent': `
    SELECT agent, metric, countIf(clockStatus = 'met') / nullIf(countIf(clockStatus IN ('met', 'breached')), 0),
      countIf(clockStatus = 'breached'), quantileExactInclusiveOrNull(0.5)(elapsedSeconds),
      quantileExactInclusiveOrNull(0.9)(elapsedSeconds)
    FROM clocks FINAL
    WHERE workspace = {workspace:String} AND outcome = 'live'
      AND decidedAt >= toDateTime64('2024-12-31 23:00:00', 3, 'UTC') AND decidedAt < toDateTime64('2025-12-31 23:00:00', 3, 'UTC')
    GROUP BY agent, metric WITH TOTALS`,
  'first-reply': `
    SELECT toStartOfWeek(firstReplyAt, 1, 'Europe/Paris') AS period, quantileExactInclusiveOrNull(0.5)(firstReplyBusinessSeconds),
      quantileExactInclusiveOrNull(0.9)(firstReplyBusinessSeconds), count(firstReplyBusinessSeconds)
    FROM tickets FINAL
    WHERE workspace = {workspace:String} AND outcome = 'live'
      AND firstReplyAt >= toDateTime64('2024-12-31 23:00:00', 3, 'UTC') AND firstReplyAt < toDateTime64('2025-12-31 23:00:00', 3, 'UTC')
    GROUP BY period WITH TOTALS ORDER BY period`,
  'messages-by-hour': `
    SELECT toDayOfWeek(at, 0, 'Europe/Paris') AS weekday, toHour(at, 'Europe/Paris') AS hour,
      countIf(actorKind = 'customer' AND direction = 'inbound'), countIf(agentReply)
    FROM messages FINAL
    WHERE workspace = {workspace:String} AND outcome = 'live'
      AND at >= toDateTime64('2024-12-31 23:00:00', 3, 'UTC') AND at < toDateTime64('2025-12-31 23:00:00', 3, 'UTC')
    GROUP BY weekday, hour WITH TOTALS`,
  csat: `
    SELECT toStartOfMonth(answeredAt, 'Europe/Paris') AS period, countIf(score > 3) / count(), avg(score), count(),
      countIf(score > 4) / count(), countIf(score > 3 AND score <= 4) / count(), countIf(score > 2 AND score <= 3) / count(),
      countIf(score > 1 AND score <= 2) / count(), countIf(score <= 1) / count()
    FROM answers FINAL
    WHERE workspace = {workspace:String} AND outcome = 'live' AND kind = 'csat' AND score IS NOT NULL
      AND answeredAt >= toDateTime64('2024-12-31 23:00:00', 3, 'UTC') AND answeredAt < toDateTime64('2025-12-31 23:00:00', 3, 'UTC')
    GROUP BY period WITH TOTALS ORDER BY period`,
};

/** Every catalogue report over the imported sample, warm; some of them beside hand-written SQL. */
export async function run(options: { tickets: number }): Promise<BenchResult[]> {
  const folder = join(benchFolder(options.tickets), 'data');
  const { existsSync } = await import('node:fs');
  if (!existsSync(join(folder, 'analytics'))) await runImport(options);
  const analytics = await openAnalytics({ path: join(folder, 'analytics') });
  try {
    await mergesDone(analytics);
    const timings = new Map<string, number[]>();
    for (const report of reports) {
      const query: ReportQuery = { ...questionOf(report), ...period };
      timings.set(report.id, await time(() => runQuery(analytics, WORKSPACE, query, { now: Date.UTC(2026, 0, 1) })));
    }
    const slowest = [...timings].sort((a, b) => p95(b[1]) - p95(a[1]));
    const results = slowest.map(([id, ms]) => latency(id, ms, options.tickets));
    for (const [id, sql] of Object.entries(byHand)) {
      const hand = await time(() => askByHand(analytics, sql));
      results.push(comparison(id, timings.get(id) as number[], hand));
    }
    return results;
  } finally {
    await analytics.close();
  }
}

async function askByHand(analytics: Analytics, sql: string): Promise<unknown> {
  return analytics.query(sql, { workspace: WORKSPACE });
}

async function time(ask: () => Promise<unknown>): Promise<number[]> {
  const timings: number[] = [];
  for (let round = 0; round < WARM_UP + RUNS; round++) {
    const started = performance.now();
    await ask();
    if (round >= WARM_UP) timings.push(performance.now() - started);
  }
  return timings.sort((a, b) => a - b);
}

const at = (sorted: readonly number[], share: number) => sorted[Math.ceil(sorted.length * share) - 1] as number;
const p95 = (sorted: readonly number[]) => at(sorted, 0.95);
const median = (sorted: readonly number[]) => at(sorted, 0.5);

function latency(id: string, timings: readonly number[], tickets: number): BenchResult {
  const value = p95(timings);
  const yardstick = `${MAX_P95_MS} ms over ${tickets.toLocaleString('en')} tickets (median ${median(timings).toFixed(0)} ms)`;
  const ratio = value / MAX_P95_MS;
  return {
    name: `report ${id}, p95`,
    value,
    unit: 'ms',
    yardstick,
    ratio,
    budget: `≤ ${MAX_P95_MS} ms`,
    ok: ratio <= 1,
  };
}

function comparison(id: string, ours: readonly number[], hand: readonly number[]): BenchResult {
  const ratio = median(ours) / median(hand);
  return {
    name: `report ${id}, median`,
    value: median(ours),
    unit: 'ms',
    yardstick: `hand-written SQL (${median(hand).toFixed(0)} ms)`,
    ratio,
    budget: `≤ ${MAX_RATIO} ×`,
    ok: ratio <= MAX_RATIO,
  };
}

/** Waits, a minute at most, for the merging that follows an import: a warm store is one at rest. */
async function mergesDone(analytics: Analytics): Promise<void> {
  for (let second = 0; second < 60; second++) {
    const [row] = await analytics.query<{ merges: number }>('SELECT count() AS merges FROM system.merges', {
      workspace: WORKSPACE,
    });
    if (second > 1 && row?.merges === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
