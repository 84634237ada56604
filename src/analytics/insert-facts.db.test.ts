import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import { createTestAnalytics } from '#test/support/test-analytics.ts';
import { type Analytics, openAnalytics } from './client.ts';
import { insertFacts } from './insert-facts.ts';
import { migrateAnalytics } from './migrate.ts';
import { FactBlock } from './native/fact-block.ts';
import { keyColumn, storedColumns } from './schema.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-facts-'));
const stores = createTestAnalytics(folder);
let analytics: Analytics;
const workspace = 'default';

beforeAll(async () => {
  analytics = await openAnalytics(stores.place);
  await migrateAnalytics(analytics);
});
afterAll(async () => {
  await analytics.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

const samples = {
  key: 'clé-1',
  text: 'Réponse',
  id: 'client-é',
  note: 'un texte\nsur deux lignes',
  instant: Date.UTC(1969, 6, 20, 20, 17, 40, 123),
  seconds: -5_000_000_000,
  count: 4_000_000_000,
  number: 0.1,
  flag: true,
  texts: ['a', 'é', ''],
  map: { ville: 'Évry', x: '' },
} as const;

function rowOf(table: FactTableName, filled: boolean): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  const dims: Record<string, unknown> = {};
  for (const column of storedColumns(factTables[table])) {
    const required = { key: 'k', count: 0, texts: [], map: {} }[column.kind as string] ?? null;
    (column.dimension ? dims : row)[column.name] = filled ? samples[column.kind] : required;
  }
  return { ...row, dims };
}

function stored(table: FactTableName, row: Record<string, unknown>) {
  const flat: Record<string, unknown> = { ...(row.dims as object), ...row };
  const entries = storedColumns(factTables[table]).map(({ name, kind }) => {
    const value = flat[name];
    const iso = () => new Date(value as number).toISOString().replace('T', ' ').replace('Z', '');
    return [name, kind === 'instant' && value !== null ? iso() : value];
  });
  return Object.fromEntries(entries);
}

test.each(Object.keys(factTables) as FactTableName[])(
  '%s: every kind of value comes back as it was stored',
  async (table) => {
    const rows = [rowOf(table, true), rowOf(table, false)];
    await insertFacts(analytics, table, rows, { workspace, version: 1 });
    const found = await analytics.query(
      `SELECT * EXCEPT (workspace, version, buried${table === 'tickets' ? ', written' : ''}) FROM ${table} FINAL WHERE workspace = {workspace:String} ORDER BY ${keyColumn(factTables[table])} DESC`,
      { workspace },
    );
    expect(found).toEqual(
      rows
        .map((row) => stored(table, row))
        .sort((a, b) => (String(a.key ?? a.ticket) < String(b.key ?? b.ticket) ? 1 : -1)),
    );
  },
);

test('a row of a higher version replaces the older one, and a buried row is gone', async () => {
  const row = (n: number, holder: string) => ({ ...rowOf('holdings', false), n, holder, dims: { ticket: 'T-9' } });
  await insertFacts(analytics, 'holdings', [row(0, 'queue'), row(1, 'agent')], { workspace, version: 5 });
  const block = new FactBlock('holdings');
  block.add({ ...row(0, 'bot'), dims: { ticket: 'T-9', outcome: 'live' } }, 6);
  block.bury('T-9', 1, 6);
  await analytics.insertNative('holdings', block.toBytes(workspace));
  const found = await analytics.query(
    `SELECT n, holder FROM holdings FINAL WHERE workspace = {workspace:String} AND ticket = 'T-9'`,
    { workspace },
  );
  expect(found).toEqual([{ n: 0, holder: 'bot' }]);
});
