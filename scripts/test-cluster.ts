import { spawnSync } from 'node:child_process';

/**
 * The database tests on servers that are already there: the ClickHouse of `CLICKHOUSE_URL` (a cluster, with
 * `CLICKHOUSE_CLUSTER`) and the PostgreSQL of `DATABASE_URL`, or PGlite without. Each test makes a database of its own and
 * drops it, so the users of the URLs must be allowed to.
 */
const { CLICKHOUSE_URL, CLICKHOUSE_CLUSTER, DATABASE_URL, ...rest } = process.env;
if (!CLICKHOUSE_URL) {
  console.error('Set CLICKHOUSE_URL, such as http://user:password@host:8123, to the server to test on.');
  process.exit(2);
}
const { status } = spawnSync('node', ['scripts/test.ts', 'db'], {
  stdio: 'inherit',
  env: {
    ...rest,
    TEST_CLICKHOUSE_URL: CLICKHOUSE_URL,
    ...(CLICKHOUSE_CLUSTER && { TEST_CLICKHOUSE_CLUSTER: CLICKHOUSE_CLUSTER }),
    ...(DATABASE_URL && { TEST_DATABASE_URL: DATABASE_URL }),
  },
});
process.exitCode = status ?? 1;
