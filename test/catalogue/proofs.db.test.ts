import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#app/app.ts';
import type { Installation } from '#app/installation.ts';
import { loadSample } from '#app/load-sample.ts';
import { openInstallation } from '#app/open-installation.ts';
import { answerQuery } from '#app/reports/answer-query.ts';
import { listTickets } from '#app/tickets/list-tickets.ts';
import { factTables } from '#domain/kpi/facts/index.ts';
import { aggregatesOf } from '#domain/kpi/measure.ts';
import { parseKpiRef, resolveKpi } from '#domain/kpi/resolve-kpi.ts';
import { reports } from '#domain/report/catalogue/index.ts';
import type { Filter } from '#domain/report/filter.ts';
import { questionOf } from '#domain/report/get-report.ts';
import type { ReportQuery, TimeKind } from '#domain/report/query.ts';
import { ensureWorkspace } from '#records/workspaces.ts';
import { createTestStores } from '#test/support/test-stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-proofs-'));
const stores = await createTestStores(folder);
const apps = new Map<string, App>();
const samples = ['marketplace', 'incidents'] as const;
const period = { from: '2014-01-01', to: '2027-01-01', timeZone: 'Europe/Paris' } as const;
/** A fixed one: the age of a pile grows with the clock. */
const now = Date.UTC(2026, 10, 26);
let installation: Installation;

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1, now: () => now });
  for (const sample of samples) {
    await ensureWorkspace(installation.records.everywhere, { id: sample, timeZone: period.timeZone });
    const app = await installation.workspace(sample);
    await loadSample(app, sample, sample === 'marketplace' ? { tickets: 400, seed: 5 } : {});
    await app.folds.settled();
    apps.set(sample, app);
  }
}, 600_000);
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

const appOf = (sample: string) => apps.get(sample) as App;

/** The one figure of a question without groups, and its n. */
async function figureOf(app: App, query: ReportQuery): Promise<{ value: number | null; n: number }> {
  const [ref = ''] = query.kpis;
  const { total, meta } = await answerQuery(app, { ...query, by: [], every: null, top: null });
  return { value: total.at(-1) as number | null, n: meta.n[ref] ?? 0 };
}

/** Longer lists are no filter: their count is the check. */
const longest = 1_000;

/** How many rows the tickets behind a figure stand for, and the tickets where they are few enough. */
async function ticketsBehind(app: App, ref: string, part: 'all' | 'hit', time: TimeKind) {
  const { timeZone, from, to } = period;
  const asked = { kpi: ref, part, from, to, timeZone, time, sort: 'created', limit: 500 } as const;
  const first = await listTickets(app, asked);
  const keys = first.items.map(({ key }) => key);
  if (first.total > longest) return { n: first.n, keys: null };
  for (let after = first.next; after !== null; ) {
    const page = await listTickets(app, { ...asked, after });
    keys.push(...page.items.map(({ key }) => key));
    after = page.next;
  }
  return { n: first.n, keys };
}

/** Whether a figure has tickets behind it; presence and costs have none. */
const opens = (ref: string) => {
  const { sample } = resolveKpi(parseKpiRef(ref), null, 'calendar');
  return factTables[sample.source.table].ofTicket;
};

/** Whether all that a figure is made of belongs to tickets: the cost of support does not. */
const isOfTickets = (ref: string) => {
  const { measure } = resolveKpi(parseKpiRef(ref), null, 'calendar');
  return aggregatesOf(measure).every(({ source }) => factTables[source.table].ofTicket);
};
const figures = [...new Set(reports.flatMap(({ kpis }) => kpis))].filter(opens);

describe.each(samples)('on the %s sample', (sample) => {
  test.each(reports.map((report) => [report.id, report] as const))('%s answers', async (_, report) => {
    const { columns, rows, meta } = await answerQuery(appOf(sample), { ...questionOf(report), ...period });
    const kpiColumns = columns.filter(({ role }) => role === 'kpi').map(({ id }) => id);
    expect(kpiColumns).toEqual(report.kpis);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(Object.keys(meta.n)).toEqual(report.kpis);
  });

  test.each(figures)('the tickets behind %s, and they alone, give the figure again', async (ref) => {
    const app = appOf(sample);
    for (const time of ['calendar', 'business'] as const) {
      const question = { ...period, kpis: [ref], time };
      const { value, n } = await figureOf(app, question);
      const behind = await ticketsBehind(app, ref, 'all', time);
      expect(behind.n).toBe(n);
      if (behind.keys === null || !isOfTickets(ref)) continue;
      const only: Filter = { field: 'ticket', op: 'in', value: behind.keys };
      expect(await figureOf(app, { ...question, filter: only })).toEqual({ value, n });
      expect((await figureOf(app, { ...question, filter: { not: only } })).n).toBe(0);
    }
  });

  test.each(figures.filter(isShare))('the tickets that count for %s are its share of all', async (ref) => {
    const app = appOf(sample);
    const { value } = await figureOf(app, { ...period, kpis: [ref], time: 'calendar' });
    const [hits, all] = [
      await ticketsBehind(app, ref, 'hit', 'calendar'),
      await ticketsBehind(app, ref, 'all', 'calendar'),
    ];
    expect(all.n === 0 ? null : hits.n / all.n).toBe(value);
  });
});

/** A share of rows: those that count, of all that are counted. */
function isShare(ref: string): boolean {
  const { unit, measure } = resolveKpi(parseKpiRef(ref), null, 'calendar');
  return unit === 'share' && measure.kind === 'combine' && measure.left.kind === 'count';
}
