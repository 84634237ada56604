import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAnalytics } from '#analytics/client.ts';
import { openRecords, type RecordsStore } from '#records/client.ts';
import { digestTables } from '#records/dump/digest-tables.ts';
import { findAppliedMigrations, knownMigrations, migrateRecords } from '#records/migrate.ts';
import { deskEvents } from '#test/support/desk.ts';
import { type EveryFigure, readEveryFigure } from '#test/support/every-figure.ts';
import { createTestStores } from '#test/support/test-stores.ts';
import { verifyBackup } from '../backup/verify-backup.ts';
import { ingestEvents } from '../ingest-events.ts';
import type { Installation } from '../installation.ts';
import { openInstallation, type Places } from '../open-installation.ts';
import { placeOfRecords } from '../stores/store-places.ts';
import { copyFolder } from './copy-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-upgrade-'));
const made = await createTestStores(join(folder, 'data'));
const places: Places = { ...made.places, workers: 1 };
const place = placeOfRecords(places);
const kept = join(places.dataFolder, 'kept');
const older = join(folder, 'older');
let figures: EveryFigure;
let rows: Awaited<ReturnType<typeof digestTables>>;

async function withRecords<T>(work: (store: RecordsStore, db: Kysely<unknown>) => Promise<T>): Promise<T> {
  const store = await openRecords(place);
  return work(store, store.everywhere.withoutPlugins() as unknown as Kysely<unknown>).finally(() => store.close());
}

async function withOpen<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation(places);
  return work(installation).finally(() => installation.close());
}

/** Puts the records back to what the first release made of them, as a folder that it left. */
async function makeOlder(): Promise<void> {
  if (places.databaseUrl === null) {
    rmSync(join(places.dataFolder, 'records'), { recursive: true });
    if (existsSync(older)) return copyFolder(older, join(places.dataFolder, 'records'));
  }
  await withRecords(async (store, db) => {
    await sql`drop schema public cascade`.execute(db);
    await sql`create schema public`.execute(db);
    await migrateRecords(store.everywhere, '0001-foundation');
    await sql`insert into workspaces (id, name, time_zone, business_calendar, folded_seq)
      values ('default', 'Ours', 'UTC', 'always', 9)`.execute(db);
    await sql`insert into sources (workspace, id, name, generated) values ('default', 's', 'Desk', false)`.execute(db);
  });
  if (places.databaseUrl === null) await copyFolder(join(places.dataFolder, 'records'), older);
}

beforeAll(async () => {
  await withOpen(async (installation) => {
    const app = await installation.workspace('default');
    await ingestEvents(app, deskEvents(Date.parse('2026-03-02T09:00:00Z')));
    figures = await readEveryFigure(installation);
  });
  await makeOlder();
  rows = await withRecords((store) => digestTables(store));
}, 120_000);
afterAll(async () => {
  await made.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('a folder of the first release is brought up to date, a copy of its records kept, its facts folded anew', async () => {
  const analytics = await openAnalytics(made.place);
  await analytics.command("INSERT INTO fact_schema SELECT 'of an older release', now64(3) + 1");
  await analytics.close();
  const steps: string[] = [];
  const installation = await openInstallation(places, (step) => steps.push(step));
  const { stores, reports } = await readEveryFigure(installation);
  await installation.close();
  expect(steps).toEqual(['records', 'upgrading', 'analytics', 'folding', 'ready']);
  expect({ stores, reports }).toEqual({ stores: figures.stores, reports: figures.reports });
  await withRecords(async (_store, db) => {
    expect(await findAppliedMigrations(db)).toEqual(knownMigrations);
    const { rows: sources } = await sql`select name from sources`.execute(db);
    expect(sources).toEqual([{ name: 'Desk' }]);
  });
  const copies = readdirSync(kept);
  expect(copies).toEqual([expect.stringMatching(/^records-before-0002-row-security-\d{8}T\d{6}Z-[0-9a-f]{12}/)]);
  const copy = join(kept, copies[0] ?? '');
  if (places.databaseUrl) {
    const { manifest, parts } = await verifyBackup(copy);
    expect([manifest.records.migration, manifest.journals, parts.length]).toEqual(['0001-foundation', null, 2]);
  } else {
    const store = await openRecords({ path: copy });
    expect(await digestTables(store)).toEqual(rows);
    await store.close();
  }
  await withOpen(async () => expect(readdirSync(kept)).toEqual(copies));
}, 120_000);

test('a migration that fails changes nothing, says where the copy is, and trying again keeps no second copy', async () => {
  await makeOlder();
  // A policy of this name is in the way of the migration.
  await withRecords((_store, db) => sql`create policy of_scope on workspaces using (true)`.execute(db));
  const before = await withRecords((store) => digestTables(store));
  const copies: string[][] = [];
  for (let attempt = 0; attempt < 2; attempt++) {
    const failure = await openInstallation(places).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'data.migration-failed',
      params: { migration: '0002-row-security', reason: expect.stringContaining('of_scope') },
    });
    expect(existsSync((failure as { params: { copy: string } }).params.copy)).toBe(true);
    copies.push(readdirSync(kept));
  }
  expect(copies[1]).toEqual(copies[0]);
  expect(await withRecords((store) => digestTables(store))).toEqual(before);
  await withRecords((_store, db) => sql`drop policy of_scope on workspaces`.execute(db));
  await withOpen(async (installation) => {
    expect((await readEveryFigure(installation)).stores).toEqual(figures.stores);
  });
  expect(readdirSync(kept)).toEqual(copies[0]);
}, 120_000);

test('data of a newer release is refused and left alone', async () => {
  await withRecords((_store, db) => sql`insert into kysely_migration values ('9999-later', 'now')`.execute(db));
  const before = await withRecords((store) => digestTables(store));
  await expect(openInstallation(places)).rejects.toMatchObject({
    code: 'data.newer',
    params: { migration: '9999-later' },
  });
  expect(await withRecords((store) => digestTables(store))).toEqual(before);
}, 60_000);
