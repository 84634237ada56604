import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestAnalytics } from '#test/support/test-analytics.ts';
import { type Analytics, openAnalytics } from './client.ts';
import { compactFacts } from './compact-facts.ts';
import { migrateAnalytics } from './migrate.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-compact-'));
const stores = createTestAnalytics(folder);
let analytics: Analytics;

beforeAll(async () => {
  analytics = await openAnalytics(stores.place);
  await migrateAnalytics(analytics);
});
afterAll(async () => {
  await analytics.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

const write = (workspace: string, rows: number, version: number) =>
  analytics.command(
    `INSERT INTO presence (workspace, key, n, version, buried)
     SELECT {workspace:String}, toString(number), 0, ${version}, 0 FROM numbers(${rows})`,
    { workspace },
  );

async function rowsKept(workspace: string): Promise<number> {
  const sql = 'SELECT count() AS rows FROM presence WHERE workspace = {workspace:String}';
  const [found] = await analytics.query<{ rows: number }>(sql, { workspace });
  return found?.rows ?? 0;
}

test('a table that was written twice is written as one, what is small is let be', async () => {
  await write('big', 120_000, 1);
  await write('big', 120_000, 2);
  await write('small', 500, 1);
  await write('small', 500, 2);
  await compactFacts(analytics, 'big');
  expect(await rowsKept('big')).toBe(120_000);
  expect(await compactFacts(analytics, 'big')).toEqual([]);
  expect(await compactFacts(analytics, 'small')).toEqual([]);
});

test('while the merging of parts is held it lets be, and goes on afterwards', async () => {
  await write('held', 120_000, 1);
  await write('held', 120_000, 2);
  const resume = await analytics.holdMerges(['presence']);
  if (analytics.engine === 'chdb') expect(await compactFacts(analytics, 'held')).toEqual([]);
  await resume();
  await compactFacts(analytics, 'held');
  expect(await rowsKept('held')).toBe(120_000);
});
