import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Places } from '#app/open-installation.ts';
import { placeOfRecords } from '#app/stores/store-places.ts';
import { copyFolder } from '#app/upgrade/copy-folder.ts';
import { openRecords, type RecordsStore } from '#records/client.ts';
import { digestTables } from '#records/dump/digest-tables.ts';
import { findAppliedMigrations, knownMigrations, migrateRecords } from '#records/migrate.ts';
import { killChildren, runChild } from '#test/support/run-child.ts';
import { createTestStores } from '#test/support/test-stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-upgrade-killed-'));
const stores = await createTestStores(join(folder, 'data'));
const places: Places = { ...stores.places, workers: 1 };
const script = join(import.meta.dirname, 'open-child.ts');
const records = join(places.dataFolder, 'records');
const older = join(folder, 'older');
const SOURCES = 3_000;
const ROUNDS = 5;

async function withRecords<T>(
  place: Parameters<typeof openRecords>[0],
  work: (store: RecordsStore, db: Kysely<unknown>) => Promise<T>,
): Promise<T> {
  const store = await openRecords(place);
  return work(store, store.everywhere.withoutPlugins() as unknown as Kysely<unknown>).finally(() => store.close());
}

/** Records as the first release left them. */
async function makeOlder(): Promise<void> {
  if (places.databaseUrl === null) {
    rmSync(records, { recursive: true, force: true });
    return copyFolder(older, records);
  }
  await withRecords(placeOfRecords(places), async (store, db) => {
    await sql`drop schema public cascade`.execute(db);
    await sql`create schema public`.execute(db);
    await fill(store, db);
  });
}

async function fill(store: RecordsStore, db: Kysely<unknown>): Promise<void> {
  await migrateRecords(store.everywhere, '0001-foundation');
  const at = '2026-03-02T09:00:00Z';
  await sql`insert into workspaces values ('default', 'Ours', 'UTC', 'always', 0, 1, 1, ${at})`.execute(db);
  await sql`insert into sources select 'default', 's' || n, 'Desk', false, null, ${at}
    from generate_series(1, ${sql.lit(SOURCES)}) n`.execute(db);
}

beforeAll(async () => {
  if (places.databaseUrl === null) await withRecords({ path: older }, fill);
  await makeOlder();
}, 180_000);
afterAll(async () => {
  killChildren();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('an upgrade killed at random instants is finished by the next start, with one whole copy of what was there', async () => {
  const before = await withRecords(placeOfRecords(places), (store) => digestTables(store));
  const { lengthMs } = await runChild(script, [JSON.stringify(places)], null);
  let kills = 0;
  // A child that was quicker than its kill proves nothing: rounds go on until one was hit.
  for (let round = 0; round < ROUNDS || (kills === 0 && round < 5 * ROUNDS); round++) {
    rmSync(join(places.dataFolder, 'kept'), { recursive: true });
    await makeOlder();
    const { killed } = await runChild(script, [JSON.stringify(places)], Math.random() * lengthMs);
    if (killed) kills++;
    await runChild(script, [JSON.stringify(places)], null);
    const { applied, count } = await withRecords(placeOfRecords(places), async (_store, db) => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from sources`.execute(db);
      return { applied: await findAppliedMigrations(db), count: rows[0]?.n };
    });
    expect([applied, count]).toEqual([knownMigrations, SOURCES]);
    const kept = readdirSync(join(places.dataFolder, 'kept'));
    expect(kept).toEqual([expect.stringMatching(/^records-before-0002-/)]);
    if (places.databaseUrl === null) {
      const path = join(places.dataFolder, 'kept', kept[0] ?? '');
      const { kysely_migration: _then, ...rows } = await withRecords({ path }, (store) => digestTables(store));
      const { kysely_migration: _now, ...expected } = before;
      expect(rows).toEqual(expected);
    }
  }
  expect(kills).toBeGreaterThan(0);
}, 300_000);
