import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '#test/support/test-database.ts';
import { openRecords, type RecordsStore } from '../client.ts';
import { dumpTable, type RowLines, setNeutralTexts } from './dump-table.ts';
import { loadTable, moveCounters, withLateForeignKeys } from './load-table.ts';
import { type CounterShape, listCounters, listTables, type TableShape } from './table-shape.ts';

const database = await createTestDatabase();
const folder = mkdtempSync(join(tmpdir(), 'vigie-dump-'));
let store: RecordsStore;
let db: Kysely<unknown>;

beforeAll(async () => {
  store = await openRecords(database.url ? { url: database.url } : { path: join(folder, 'records') });
  db = store.everywhere.withoutPlugins() as unknown as Kysely<unknown>;
  await sql`create table a_child (id bigint generated always as identity primary key, "parentId" text, next bigint references a_child,
    n numeric, twice numeric generated always as (n * 2) stored, f double precision, at timestamptz, day date, bytes bytea,
    body jsonb, words text[], "Flag" boolean, "group" text)`.execute(db);
  await sql`create table b_parent (id text primary key)`.execute(db);
  await sql`alter table a_child add foreign key ("parentId") references b_parent`.execute(db);
});
afterAll(async () => {
  await store.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

interface Dump {
  readonly tables: readonly TableShape[];
  readonly counters: readonly CounterShape[];
  readonly pieces: Readonly<Record<string, readonly RowLines[]>>;
}

function dump(pieceLength = 1_000_000): Promise<Dump> {
  return db.transaction().execute(async (trx: Transaction<unknown>) => {
    await setNeutralTexts(trx);
    const tables = await listTables(trx);
    const pieces: Record<string, RowLines[]> = {};
    for (const table of tables) pieces[table.name] = await Array.fromAsync(dumpTable(trx, table, pieceLength));
    return { tables, counters: await listCounters(trx), pieces };
  });
}

async function load({ tables, counters, pieces }: Dump): Promise<void> {
  await db.transaction().execute((trx) =>
    withLateForeignKeys(trx, async () => {
      for (const table of tables) for (const { text } of pieces[table.name] ?? []) await loadTable(trx, table, text);
      await moveCounters(trx, counters);
    }),
  );
}

test('a dump that is loaded again gives every value of every type back, and counters go on', async () => {
  await sql`insert into b_parent values ('p'), ('É ''"\\ π')`.execute(db);
  await sql`insert into a_child ("parentId", n, f, at, day, bytes, body, words, "Flag", "group") values
    ('p', 12345678901234567890.123456789, 0.1::float8 + 0.2::float8, '2026-03-29 01:30:00.123456+01', '2026-03-29',
     '\\x00ff5c', '{"a": [1, null, 1e30, "x\\ny"], "b": 9007199254740993}', array['a,b', null, '"{}'], true, E'tab\\tline\\n'),
    ('É ''"\\ π', null, 'NaN', '-infinity', null, '', 'null', '{}', null, ''),
    (null, 1e-20, '-Infinity', null, null, null, null, null, false, null)`.execute(db);
  await sql`update a_child set next = 3 where id = 1`.execute(db);
  const before = await dump();
  expect(before.counters).toEqual([{ table: 'a_child', column: 'id', last: '3' }]);
  expect(before.tables.map(({ name, key }) => [name, key])).toEqual([
    ['a_child', ['id']],
    ['b_parent', ['id']],
  ]);
  await sql`truncate a_child, b_parent restart identity`.execute(db);
  await load(before);
  expect(await dump()).toEqual(before);
  const { rows } = await sql<{ exact: boolean; id: number }>`
    select f = 0.1::float8 + 0.2::float8 and body->>'b' = '9007199254740993' and twice = n * 2 as exact
    from a_child where id = 1`.execute(db);
  expect(rows).toEqual([{ exact: true }]);
  const added = await sql<{ id: number }>`insert into a_child (n) values (1) returning id`.execute(db);
  expect(added.rows).toEqual([{ id: 4 }]);
});

test('a dump is cut into pieces of whole rows, in the order of the key', async () => {
  await sql`truncate a_child, b_parent`.execute(db);
  await sql`insert into b_parent select 'p' || n from generate_series(1, 1700) n`.execute(db);
  const { pieces } = await dump(2_000);
  const parts = pieces.b_parent ?? [];
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.reduce((sum, { rows }) => sum + rows, 0)).toBe(1700);
  const ids = parts.flatMap(({ text }) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id as string),
  );
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(1700);
});

test('a row that refers to nothing is not loaded, and none with it', async () => {
  const before = await dump();
  const orphan = { rows: 1, text: '{"id":"99","parentId":"nobody"}\n' };
  const broken = { ...before, pieces: { ...before.pieces, a_child: [orphan], b_parent: [] } };
  await expect(load(broken)).rejects.toThrow(/foreign key/);
  expect(await dump()).toEqual(before);
});

test('tables of another schema, such as those of a job queue, stay behind with their counters', async () => {
  await sql`create schema pgboss`.execute(db);
  await sql`create table pgboss.job (id bigserial primary key)`.execute(db);
  await sql`insert into pgboss.job default values`.execute(db);
  const { tables, counters } = await dump();
  expect(tables.map(({ name }) => name)).toEqual(['a_child', 'b_parent']);
  expect(counters.map(({ table }) => table)).toEqual(['a_child']);
});
