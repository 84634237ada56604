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

/** Tables of rows, or those of them of which a condition holds. */
async function tablesThat(condition = 'true'): Promise<string[]> {
  const rows = await analytics.query<{ name: string }>(
    `SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree' AND ${condition} ORDER BY name`,
    everywhere,
  );
  return rows.map(({ name }) => name);
}

const byColumn = () => tablesThat(`create_table_query LIKE '%vertical_merge_algorithm_min_rows_to_activate = 1,%'`);

test('the embedded engine merges every table a column at a time, a server as it is told by its own operators', async () => {
  await migrateAnalytics(analytics);
  const all = await tablesThat();
  expect(all.length).toBeGreaterThan(5);
  const expected = analytics.engine === 'chdb' ? all : [];
  expect(await byColumn()).toEqual(expected);

  await mergeByColumn(analytics);
  expect(await byColumn()).toEqual(expected);
});

test('rows of large parts that were merged are those of before, each in its newest version', async () => {
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
    `SELECT count() AS parts, any(part_type) AS type FROM system.parts WHERE database = currentDatabase() AND table = 'wide' AND active`,
    everywhere,
  );
  expect(part).toEqual({ parts: 1, type: 'Wide' });
});
