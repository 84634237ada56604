import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertFacts } from '#analytics/insert-facts.ts';
import { storedColumns } from '#analytics/schema.ts';
import { factTables } from '#domain/kpi/facts/index.ts';
import { createTestStores } from '#test/support/test-stores.ts';
import type { App } from '../app.ts';
import type { Installation } from '../installation.ts';
import { firstWorkspace, openInstallation } from '../open-installation.ts';
import type { ExportFormat } from './export-columns.ts';
import { exportFacts } from './export-facts.ts';
import { writeFactsXlsx } from './write-facts-xlsx.ts';

const count = 60_000;
const mebi = 1024 ** 2;
const folder = mkdtempSync(join(tmpdir(), 'vigie-facts-'));
const stores = await createTestStores(join(folder, 'data'));
let installation: Installation;
let app: App;

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1 });
  app = await installation.workspace(firstWorkspace);
  const createdAt = Date.parse('2026-01-05T09:00:00.250Z');
  const rows = Array.from({ length: count }, (_, i) => ({
    dims: {
      ticket: `T-${String(i).padStart(6, '0')}`,
      ...{ outcome: 'live', source: 'test', customer: i === 1 ? '=HYPERLINK("http://x")' : `-c${i}`, channel: 'email' },
      ...{ tags: ['vip', 'été'], fields: { product: '+1' } },
    },
    ...{ createdAt: createdAt + i * 1000, firstReplySeconds: i === 0 ? null : i, agentReplies: 2 },
  }));
  await insertFacts(app.analytics, 'tickets', rows, { workspace: app.workspace, version: 1 });
});
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** All bytes, and by how much the memory of the process grew at its highest. */
async function read(format: ExportFormat): Promise<{ bytes: Buffer; grown: number }> {
  const before = process.memoryUsage.rss();
  const pieces: Uint8Array[] = [];
  let highest = before;
  for await (const piece of exportFacts(app, { table: 'tickets', format })) {
    pieces.push(piece);
    highest = Math.max(highest, process.memoryUsage.rss());
  }
  return { bytes: Buffer.concat(pieces), grown: highest - before };
}

const names = storedColumns(factTables.tickets).map(({ name }) => name);

test('every format has every row, in bounded memory', { timeout: 180_000 }, async () => {
  const ndjson = await read('ndjson');
  const expected = ndjson.bytes
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(expected).toHaveLength(count);
  const xlsx = await read('xlsx');
  const [head, ...rows] = (await readXlsx(xlsx.bytes)).sheets[0]?.rows ?? [];
  expect([head, rows.length]).toEqual([names, count]);
  const cell = (row: number, name: string) => rows[row]?.[names.indexOf(name)] ?? null;
  expect([cell(0, 'firstReplySeconds'), cell(7, 'firstReplySeconds'), cell(7, 'agentReplies')]).toEqual([null, 7, 2]);
  expect(cell(7, 'createdAt')).toEqual(new Date('2026-01-05T09:00:07.250Z'));
  expect([cell(1, 'customer'), cell(2, 'customer')]).toEqual(['\'=HYPERLINK("http://x")', "'-c2"]);
  expect(cell(1, 'tags')).toBe('["vip","été"]');
  const parquet = await read('parquet');
  const file = parquet.bytes.buffer.slice(parquet.bytes.byteOffset, parquet.bytes.byteOffset + parquet.bytes.length);
  expect(parquetMetadata(file as ArrayBuffer).row_groups.length).toBeGreaterThan(2);
  const found = await parquetReadObjects({ file: file as ArrayBuffer, rowStart: 59_998 });
  const plain = found.map((row) => ({
    ...row,
    createdAt: (row.createdAt as Date).toISOString(),
    firstReplySeconds: Number(row.firstReplySeconds),
    fields: JSON.parse(String(row.fields)),
  }));
  expect(plain).toMatchObject(
    expected.slice(-2).map(({ ticket, createdAt, firstReplySeconds, tags, fields, customer }) => {
      return { ticket, createdAt, firstReplySeconds, tags, fields, customer };
    }),
  );
  for (const { grown } of [ndjson, xlsx, parquet]) expect(grown).toBeLessThan(400 * mebi);
});

test('a text of the data that a spreadsheet would run has an apostrophe before it in CSV', async () => {
  const rows = parse((await read('csv')).bytes) as string[][];
  expect(rows[2]?.[names.indexOf('customer')]).toBe('\'=HYPERLINK("http://x")');
  expect(rows[1]?.[names.indexOf('channel')]).toBe('email');
  expect(rows[1]?.[names.indexOf('firstReplySeconds')]).toBe('');
});

test('a workbook goes on in a further sheet where one is full, under the same head', async () => {
  const columns = storedColumns(factTables.tickets).slice(0, 1);
  async function* pieces() {
    yield [['a'], ['b'], ['c']];
    yield [['d'], ['e']];
  }
  const bytes = Buffer.concat(await Array.fromAsync(writeFactsXlsx('tickets', columns, pieces(), 3)));
  const head = [columns[0]?.name];
  expect((await readXlsx(bytes)).sheets.map(({ name, rows }) => [name, rows])).toEqual([
    ['tickets', [head, ['a'], ['b']]],
    ['tickets_2', [head, ['c'], ['d']]],
    ['tickets_3', [head, ['e']]],
  ]);
});

test('an export that nobody waits for any more asks the store for nothing more', async () => {
  const gone = new AbortController();
  let pieces = 0;
  for await (const _ of exportFacts(app, { table: 'tickets', format: 'ndjson' }, gone.signal)) {
    pieces++;
    gone.abort();
  }
  expect(pieces).toBe(1);
});
