import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAudit } from '#records/audit.ts';
import { digestTables } from '#records/dump/digest-tables.ts';
import { tablesThatStay } from '#records/dump/stays-behind.ts';
import { addDeadLetters, findImport, listDeadLetters, startImport } from '#records/imports.ts';
import { saveMember } from '#records/members.ts';
import { ensureWorkspace } from '#records/workspaces.ts';
import { deskEvents } from '#test/support/desk.ts';
import { type EveryFigure, readEveryFigure } from '#test/support/every-figure.ts';
import { createTestStores, type TestStores } from '#test/support/test-stores.ts';
import { encodeBackup } from '../backup/encode-backup.ts';
import { manifestOf } from '../backup/manifest.ts';
import { spoolRecords } from '../backup/spool-records.ts';
import { takeBackup } from '../backup/take-backup.ts';
import { verifyBackup } from '../backup/verify-backup.ts';
import { writeBeside } from '../backup/write-beside.ts';
import { ingestEvents } from '../ingest-events.ts';
import type { Installation } from '../installation.ts';
import { loadSample } from '../load-sample.ts';
import { openInstallation, type Places } from '../open-installation.ts';
import { restoreBackup } from './restore-backup.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-restore-'));
const stores: TestStores[] = [];
const file = join(folder, 'vigie.backup');
let source: Places;
let restored: Places;
let before: EveryFigure;
let secret: string;

async function newPlaces(name: string): Promise<Places> {
  const made = await createTestStores(join(folder, name), { bare: true });
  stores.push(made);
  return { ...made.places, workers: 1 };
}

async function withOpen<T>(places: Places, work: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation(places);
  return work(installation).finally(() => installation.close());
}

const restore = (places: Places, options: { replace?: boolean; from?: string; otherSecret?: boolean } = {}) => {
  const { replace = false, from = file, otherSecret = false } = options;
  return restoreBackup(places, { file: from, replace, otherSecret, onProgress: () => {} });
};

const backUp = (installation: Installation, to: string) =>
  takeBackup(installation, async (taken) => {
    await writeBeside(to, taken.bytes);
    return taken;
  });

async function fillAccounts({ records }: Installation): Promise<void> {
  const { everywhere } = records;
  const user = { id: 'u1', name: 'Léa', email: 'lea@example.org', emailVerified: true, operator: true };
  await everywhere.insertInto('users').values(user).execute();
  const session = { id: 's1', userId: 'u1', token: 't', expiresAt: new Date(Date.now() + 3_600_000) };
  await sql`insert into sessions (id, user_id, token, expires_at) values
    (${session.id}, ${session.userId}, ${session.token}, ${session.expiresAt})`.execute(everywhere);
  await saveMember(everywhere, { workspace: 'théière', userId: 'u1', role: 'lead', teams: ['é'], agents: [] });
  const entry = {
    workspace: 'théière',
    actorKind: 'operator',
    action: 'member.added',
    details: JSON.stringify({ of: 'u1' }),
  } as const;
  await addAudit(everywhere, entry);
}

beforeAll(async () => {
  source = await newPlaces('source');
  restored = await newPlaces('restored');
  await withOpen(source, async (installation) => {
    await ensureWorkspace(installation.records.everywhere, { id: 'théière', timeZone: 'Europe/Paris' });
    const [ours, theirs] = [await installation.workspace('default'), await installation.workspace('théière')];
    await loadSample(ours, 'marketplace', { tickets: 600 });
    await ingestEvents(theirs, deskEvents(Date.parse('2026-03-02T09:00:00Z')));
    const letter = { importId: null, line: 7, path: '$.time', code: 'event.bad-time', reason: 'no', raw: 'é "\n' };
    await addDeadLetters(theirs.records, 'théière', [letter]);
    await fillAccounts(installation);
    before = await readEveryFigure(installation);
    const running = {
      workspace: 'default',
      id: 'running',
      name: 'big.csv',
      source: 's',
      bytesTotal: 9,
      startedAt: new Date(),
    };
    await startImport(ours.records, running);
    const taken = await backUp(installation, file);
    expect(taken.events).toBeGreaterThan(5_000);
  });
  secret = readFileSync(join(source.dataFolder, 'secret.key'), 'utf8');
}, 120_000);
afterAll(async () => {
  for (const { drop } of stores) await drop();
  rmSync(folder, { recursive: true, force: true });
});

test('a restored installation gives every figure, every row and every report of both workspaces back', async () => {
  const summary = await restore(restored);
  expect(summary).toMatchObject({ failed: 0, kept: null });
  expect(readFileSync(join(restored.dataFolder, 'secret.key'), 'utf8')).toBe(secret);
  await withOpen(restored, async (installation) => {
    const { records } = await installation.workspace('default');
    expect(await findImport(records, 'default', 'running')).toMatchObject({ state: 'interrupted' });
    await records.deleteFrom('imports').where('id', '=', 'running').execute();
    expect(await readEveryFigure(installation)).toEqual(before);
    const filled = Object.keys(before.records).filter((name) => (before.records[name]?.rows ?? 0) > 0);
    expect(filled).toEqual(expect.arrayContaining(['users', 'members', 'audit', 'dead_letters', 'policies']));
    const again = { importId: null, line: 1, path: null, code: 'x', reason: 'x', raw: 'x' };
    await addDeadLetters(records, 'default', [again]);
  });
  expect(readdirSync(restored.dataFolder)).not.toContain('restoring');
}, 120_000);

test('sessions and what is true of one running installation only are not in a back-up', async () => {
  const { manifest } = await verifyBackup(file);
  const names = manifest.records.tables.map(({ name }) => name);
  expect(names).toContain('users');
  expect(names.filter((name) => tablesThatStay.includes(name))).toEqual([]);
  await withOpen(source, async ({ records }) => {
    const all = Object.keys(await digestTables(records));
    expect([...names, ...tablesThatStay].sort()).toEqual(all.sort());
  });
}, 60_000);

test('only one back-up is taken at a time, and an installation that runs is not restored into', async () => {
  await withOpen(source, async (installation) => {
    await takeBackup(installation, async () => {
      await expect(backUp(installation, join(folder, 'second'))).rejects.toMatchObject({ code: 'backup.running' });
    });
    await backUp(installation, join(folder, 'second'));
    expect(readdirSync(source.dataFolder)).not.toContain('backup-spool');
    await expect(restore(source, { replace: true })).rejects.toMatchObject({ code: 'restore.while-running' });
  });
}, 60_000);

test('data that is there is not restored over, unless it is moved aside', async () => {
  await expect(restore(restored)).rejects.toMatchObject({ code: 'restore.not-empty' });
  const { kept } = await restore(restored, { replace: true });
  expect(readdirSync(kept ?? '')).toContain('secret.key');
  await withOpen(restored, async (installation) => {
    const { journal, records } = await installation.workspace('théière');
    expect(await journal.lastSeq()).toBe(9);
    expect(await listDeadLetters(records, 'default', null)).toEqual([]);
  });
}, 120_000);

test('a damaged back-up restores nothing, even over data', async () => {
  const damaged = join(folder, 'damaged');
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
  writeFileSync(damaged, bytes);
  const entries = readdirSync(restored.dataFolder);
  const attempt = restore(restored, { from: damaged, replace: true });
  await expect(attempt).rejects.toMatchObject({ code: 'backup.damaged' });
  expect(readdirSync(restored.dataFolder)).toEqual(entries);
  await withOpen(restored, async (installation) => {
    expect(await (await installation.workspace('théière')).journal.lastSeq()).toBe(9);
  });
}, 60_000);

test('a back-up of the records alone replaces them, and the figures are folded anew', async () => {
  const only = join(folder, 'records-only');
  await withOpen(source, async ({ records, keys }) => {
    const spooled = await spoolRecords(records, join(folder, 'spool'));
    const manifest = manifestOf(spooled.records, null, { atMs: Date.now(), secretMark: keys.mark });
    await writeBeside(only, encodeBackup(manifest, spooled.parts()));
    await spooled.remove();
  });
  await withOpen(restored, ({ records }) => sql`delete from policies`.execute(records.everywhere));
  const summary = await restore(restored, { from: only, replace: true });
  expect(summary).toMatchObject({ events: 0, subjects: 0 });
  await withOpen(restored, async (installation) => {
    const { stores, reports } = await readEveryFigure(installation);
    expect({ stores, reports }).toEqual({ stores: before.stores, reports: before.reports });
  });
}, 120_000);

test('a back-up moves an installation between the engines, there and back', async () => {
  const embedded: Places = { ...source, dataFolder: join(folder, 'embedded'), databaseUrl: null, clickhouseUrl: null };
  await withOpen(embedded, async () => undefined);
  // One that was only opened counts as empty.
  await restore(embedded);
  const moved = join(folder, 'moved.backup');
  await withOpen(embedded, (installation) => backUp(installation, moved));
  await restore(restored, { from: moved, replace: true });
  await withOpen(restored, async (installation) => {
    const { records } = await installation.workspace('default');
    await records.deleteFrom('imports').where('id', '=', 'running').execute();
    expect(await readEveryFigure(installation)).toEqual(before);
  });
}, 180_000);

test('a back-up is restored under another secret only when that is asked for', async () => {
  const places = {
    ...source,
    dataFolder: join(folder, 'secret'),
    databaseUrl: null,
    clickhouseUrl: null,
    secret: 'x'.repeat(40),
  };
  await expect(restore(places)).rejects.toMatchObject({ code: 'restore.other-secret' });
  expect(await restore(places, { otherSecret: true })).toMatchObject({ failed: 0 });
}, 60_000);
