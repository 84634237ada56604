import { afterAll, beforeAll, test } from 'vitest';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { type PostgresServer, startPostgres } from '#test/support/start-postgres.ts';
import { Load } from './outage.ts';

let postgres: PostgresServer;
let desk: TestServer;
let load: Load;

beforeAll(async () => {
  postgres = await startPostgres();
  desk = await openTestServer({ stores: { databaseUrl: postgres.url } });
  load = new Load(desk);
});
afterAll(async () => {
  await desk.close();
  await postgres.remove();
});

test.each([
  {
    how: 'crashes',
    away: () => postgres.stop('immediate'),
    back: () => postgres.start(),
    lengthMs: 3_000,
  },
  {
    how: 'falls silent',
    away: () => postgres.signal('SIGSTOP'),
    back: () => postgres.signal('SIGCONT'),
    lengthMs: 12_000,
  },
])(
  'a PostgreSQL that $how and comes back loses nothing, and all works again without a restart',
  async (outage) => {
    await load.through({ store: 'PostgreSQL', ...outage });
    await load.check();
  },
  60_000,
);
