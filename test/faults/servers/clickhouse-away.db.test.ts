import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import {
  type ClickHouseServer,
  startClickHouseServer,
} from '#test/support/clickhouse-server/start-clickhouse-server.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { Load } from './outage.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-away-'));
let clickhouse: ClickHouseServer;
let desk: TestServer;
let load: Load;

/** The same server again, with what it holds. */
const start = (port: string) => startClickHouseServer(['--folder', folder, '--port', port]);

beforeAll(async () => {
  clickhouse = await start('0');
  desk = await openTestServer({
    stores: { clickhouseUrl: new URL('/vigie', clickhouse.url).href, clickhouseCluster: null },
  });
  load = new Load(desk);
});
afterAll(async () => {
  await desk.close();
  await clickhouse.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  {
    how: 'crashes',
    away: () => clickhouse.signal('SIGKILL'),
    back: async () => {
      clickhouse = await start(new URL(clickhouse.url).port);
    },
    lengthMs: 3_000,
  },
  {
    how: 'falls silent',
    away: () => clickhouse.signal('SIGSTOP'),
    back: () => clickhouse.signal('SIGCONT'),
    lengthMs: 12_000,
  },
])(
  'a ClickHouse that $how and comes back loses nothing, and all works again without a restart',
  async (outage) => {
    await load.through({ store: 'ClickHouse', ...outage });
    await load.check();
  },
  60_000,
);
