import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createTestAnalytics } from '#test/support/test-analytics.ts';
import { openAnalytics } from './client.ts';
import { mergeByColumn } from './merge-by-column.ts';
import { migrateAnalytics } from './migrate.ts';

const everywhere = { workspace: '' };
const folder = mkdtempSync(join(tmpdir(), 'vigie-merge-'));
const place = createTestAnalytics(folder);
const analytics = await openAnalytics(place.place);

afterAll(async () => {
  await analytics.close();
  await place.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Tables that are merged a column at a time, from one row on. */
const byColumn = async () =>
  (
    await analytics.query<{ name: string }>(
      `SELECT name FROM system.tables WHERE database = currentDatabase()
       AND create_table_query LIKE '%vertical_merge_algorithm_min_rows_to_activate = 1,%' ORDER BY name`,
      everywhere,
    )
  ).map(({ name }) => name);

test('the embedded engine merges every table a column at a time, a server as it is told by its own operators', async () => {
  await migrateAnalytics(analytics);
  const tables = await byColumn();
  expect(tables.includes('tickets')).toBe(analytics.engine === 'chdb');
  expect(tables.includes('events')).toBe(analytics.engine === 'chdb');

  await mergeByColumn(analytics);
  expect(await byColumn()).toEqual(tables);
});

test('rows of parts that were merged so are those of before, each in its newest version', async () => {
  if (analytics.engine !== 'chdb') return;
  await analytics.command(
    `CREATE TABLE wide (k UInt32, v String, version UInt64, buried UInt8) ENGINE = ReplacingMergeTree(version, buried)
     ORDER BY k SETTINGS min_bytes_for_wide_part = 0`,
  );
  await mergeByColumn(analytics);
  for (const [version, from, to] of [
    [1, 0, 3_000],
    [2, 1_000, 4_000],
  ]) {
    await analytics.command(
      `INSERT INTO wide SELECT number, concat('v', toString(number * ${version})), ${version}, number % 10 = 0 AND ${version} = 2
       FROM numbers(${from}, ${(to as number) - (from as number)})`,
    );
  }
  const figures = () =>
    analytics.query<object>('SELECT count() AS n, sum(cityHash64(k, v)) AS h FROM wide FINAL', everywhere);
  const before = await figures();
  await analytics.command('OPTIMIZE TABLE wide FINAL');
  expect(await figures()).toEqual(before);
  const [part] = await analytics.query<object>(
    `SELECT count() AS parts, any(part_type) AS type FROM system.parts WHERE table = 'wide' AND active`,
    everywhere,
  );
  expect(part).toEqual({ parts: 1, type: 'Wide' });
});
