import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAnalytics } from '#analytics/client.ts';
import { migrateAnalytics } from '#analytics/migrate.ts';
import { runQuery } from '#analytics/run-query.ts';
import { alterTable } from '#analytics/table-ddl.ts';
import type { App } from '#app/app.ts';
import type { Installation } from '#app/installation.ts';
import { loadSample } from '#app/load-sample.ts';
import { firstWorkspace, openInstallation } from '#app/open-installation.ts';
import { rebuildFacts } from '#app/rebuild-facts.ts';
import { exportFacts } from '#app/reports/export-facts.ts';
import { listTickets } from '#app/tickets/list-tickets.ts';
import { reports } from '#domain/report/catalogue/index.ts';
import { questionOf } from '#domain/report/get-report.ts';
import { ensureWorkspace } from '#records/workspaces.ts';
import {
  type ClickHouseServer,
  startClickHouseServer,
} from '#test/support/clickhouse-server/start-clickhouse-server.ts';
import { createDatabaseOn } from '#test/support/test-analytics.ts';
import { createTestDatabase } from '#test/support/test-database.ts';

const CLUSTER = 'main';
const workspace = firstWorkspace;
const now = Date.UTC(2026, 0, 1);
const period = { from: '2025-01-01', to: '2026-01-01', timeZone: 'Europe/Paris' } as const;
const folder = mkdtempSync(join(tmpdir(), 'vigie-cluster-'));
const databases = [await createTestDatabase(), await createTestDatabase()];
const closing: (() => Promise<void>)[] = [];
let server: ClickHouseServer;
let [cluster, embedded]: Installation[] = [];
let [spread, whole]: App[] = [];

beforeAll(async () => {
  server = await startClickHouseServer(['--cluster', CLUSTER]);
  const place = createDatabaseOn(server.url, CLUSTER);
  const servers = [place.settings, { clickhouseUrl: null, clickhouseCluster: null }];
  [cluster, embedded] = await Promise.all(
    servers.map((settings, index) => {
      const databaseUrl = databases[index]?.url ?? null;
      return openInstallation({ dataFolder: join(folder, String(index)), databaseUrl, ...settings, workers: 1 });
    }),
  );
  spread = await cluster?.workspace(workspace);
  whole = await embedded?.workspace(workspace);
  for (const app of [spread, whole]) await loadSample(app as App, 'marketplace', { tickets: 250, seed: 3 });
  closing.push(place.drop);
}, 120_000);
afterAll(async () => {
  for (const installation of [cluster, embedded]) await installation?.close();
  for (const close of closing) await close();
  for (const database of databases) await database.drop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (sql: string) => (spread as App).analytics.query<Record<string, number>>(sql, { workspace });
const here = 'WHERE workspace = {workspace:String}';

async function exported(app: App, table: 'tickets' | 'clocks' | 'replies'): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of exportFacts(app, { table, format: 'ndjson' })) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

test('rows are spread over both shards', async () => {
  for (const table of ['events', 'tickets', 'clocks', 'names']) {
    const found = await ask(
      `SELECT shardNum() AS shard, count() AS rows FROM ${table} ${here} GROUP BY shard ORDER BY shard`,
    );
    expect(found.map(({ shard }) => shard)).toEqual([1, 2]);
  }
});

test('the events and the facts of a ticket lie on one shard', async () => {
  const [apart] = await ask(`SELECT count() AS tickets FROM
    (SELECT DISTINCT shardNum() AS shard, key FROM events ${here} AND grain = 'ticket') AS journal
    INNER JOIN (SELECT DISTINCT shardNum() AS shard, ticket FROM tickets ${here}) AS facts ON journal.key = facts.ticket
    WHERE journal.shard != facts.shard`);
  expect(apart).toEqual({ tickets: 0 });
});

test.each(reports.map((report) => [report.id, report] as const))(
  '%s has the figures of one server',
  async (_, report) => {
    const query = { ...questionOf(report), ...period };
    const [found, expected] = await Promise.all(
      [spread, whole].map((app) => runQuery((app as App).analytics, workspace, query, { now })),
    );
    expect(expected?.rows.length).toBeGreaterThan(0);
    expect(found).toEqual(expected);
  },
);

test.each(['tickets', 'clocks', 'replies'] as const)('all %s are exported once, in one order', async (table) => {
  expect(await exported(spread as App, table)).toBe(await exported(whole as App, table));
});

test('a list of the tickets behind a figure has the same pages', async () => {
  const request = { kpi: 'sla-compliance', part: 'miss', ...period, limit: 20, sort: '-created' } as const;
  const [found, expected] = await Promise.all([spread, whole].map((app) => listTickets(app as App, request)));
  expect(expected?.total).toBeGreaterThan(20);
  expect(found).toEqual(expected);
});

test('one workspace sees nothing of another, whatever its statement forgets', async () => {
  await ensureWorkspace((cluster as Installation).records.everywhere, { id: 'theirs', timeZone: 'UTC' });
  const theirs = await (cluster as Installation).workspace('theirs');
  const careless = `SELECT count() AS tickets, (SELECT count() FROM events) AS events FROM tickets FINAL
    WHERE {workspace:String} != ''`;
  expect(await theirs.analytics.query(careless, { workspace: 'theirs' })).toEqual([{ tickets: 0, events: 0 }]);
  await rebuildFacts(theirs);
  expect(await ask(`SELECT count() AS tickets FROM tickets FINAL ${here}`)).toEqual([{ tickets: 250 }]);
});

test('what is changed in place is changed on both shards, and a rebuild brings it back', async () => {
  const app = spread as App;
  const before = await exported(app, 'tickets');
  const deletion = `${alterTable('tickets', app.analytics.cluster)} DELETE ${here} AND cityHash64(ticket) % 3 = 0`;
  await app.analytics.command(deletion, { workspace });
  const left = (await exported(app, 'tickets')).split('\n').length;
  expect(left).toBeLessThan(before.split('\n').length - 50);
  await rebuildFacts(app);
  expect(await exported(app, 'tickets')).toBe(before);
});

test('facts of an older shape are dropped on every shard and made anew', async () => {
  const place = createDatabaseOn(server.url, CLUSTER);
  const analytics = await openAnalytics(place.place);
  let losses = 0;
  const beforeLoss = async () => void losses++;
  for (let time = 0; time < 2; time++) await migrateAnalytics(analytics, beforeLoss);
  expect(losses).toBe(0);
  await analytics.command(`INSERT INTO fact_schema SELECT 'older', now64(3) + 1`);
  await analytics.command(
    `INSERT INTO names (workspace, key, id) SELECT 'here', toString(number), 'a1' FROM numbers(10)`,
  );
  await migrateAnalytics(analytics, beforeLoss);
  expect(losses).toBe(1);
  expect(await analytics.query('SELECT count() AS rows FROM names', { workspace: '' })).toEqual([{ rows: 0 }]);
  await analytics.close();
  await place.drop();
});
