import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '#test/support/test-database.ts';
import { openRecords, type Records, type RecordsStore } from './client.ts';
import {
  addDeadLetters,
  findImport,
  listDeadLetters,
  listUnfinishedImports,
  markInterrupted,
  startImport,
  updateImport,
} from './imports.ts';
import { migrateRecords } from './migrate.ts';
import { listRules, saveRules } from './rules.ts';
import { listSources, saveSource } from './sources.ts';
import { ensureWorkspace, getWorkspace, updateWorkspace } from './workspaces.ts';

const database = await createTestDatabase();
const folder = mkdtempSync(join(tmpdir(), 'vigie-records-'));
let store: RecordsStore;
let records: Records;

beforeAll(async () => {
  store = await openRecords(database.url ? { url: database.url } : { path: join(folder, 'records') });
  await migrateRecords(store.everywhere);
  await ensureWorkspace(store.everywhere, { id: 'default', timeZone: 'Europe/Paris' });
  records = store.inWorkspace('default');
});
afterAll(async () => {
  await store.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('migrating twice changes nothing', async () => {
  await migrateRecords(store.everywhere);
  expect((await getWorkspace(records, 'default')).timeZone).toBe('Europe/Paris');
});

test('counts beyond 32 bits come back as numbers', async () => {
  await updateWorkspace(records, 'default', { foldedSeq: 5_000_000_000 });
  expect((await getWorkspace(records, 'default')).foldedSeq).toBe(5_000_000_000);
});

test('saving the same rules again makes no new version; a change makes the next one', async () => {
  const calendar = {
    id: 'paris',
    name: 'Paris',
    timeZone: 'Europe/Paris',
    weekly: { mon: [['09:00', '18:00']] },
  } as const;
  const policy = { id: 'gold', name: 'Gold', kind: 'customer', when: { all: [] }, calendar: 'paris' } as const;
  const full = { ...policy, effectiveFrom: '2026-01-01T00:00:00Z', targets: [] };
  expect(await saveRules(records, 'default', { calendars: [calendar], policies: [full] })).toEqual({ changed: true });
  expect(await saveRules(records, 'default', { calendars: [calendar], policies: [full] })).toEqual({ changed: false });
  const before = await getWorkspace(records, 'default');
  const later = { ...full, name: 'Gold plus', effectiveFrom: '2026-06-01T00:00:00Z' };
  await saveRules(records, 'default', { calendars: [], policies: [later] });
  const after = await getWorkspace(records, 'default');
  expect(after.rulesVersion).toBe(before.rulesVersion + 1);
  const rules = await listRules(records, 'default');
  expect(rules.calendars).toEqual([calendar]);
  expect(rules.policies.map((p) => [p.name, p.version])).toEqual([
    ['Gold', 1],
    ['Gold plus', 2],
  ]);
});

test('an import that was cut off is said to be interrupted', async () => {
  const startedAt = new Date('2026-01-01T00:00:00Z');
  const record = { workspace: 'default', id: 'i1', name: 'log.csv', source: 's', bytesTotal: 10, startedAt };
  await startImport(records, record);
  await updateImport(records, 'default', 'i1', { accepted: 3 });
  expect(await listUnfinishedImports(records, 'default')).toEqual(['i1']);
  await markInterrupted(records, 'default', 'i1', new Date());
  expect(await listUnfinishedImports(records, 'default')).toEqual([]);
  expect(await findImport(records, 'default', 'i1')).toMatchObject({ state: 'interrupted', accepted: 3 });
});

test('a rejected row keeps its place and reason, even with a zero byte in it', async () => {
  const letter = { importId: 'i1', line: 7, path: '$.time', code: 'event.bad-time', reason: 'no', raw: 'a\0b' };
  await addDeadLetters(records, 'default', [letter]);
  expect(await listDeadLetters(records, 'default', 'i1')).toMatchObject([{ line: 7, raw: 'a\u2400b' }]);
});

test('a source is saved once, the later words win', async () => {
  await saveSource(records, 'default', { id: 's', name: 'S', generated: false, attribution: null });
  await saveSource(records, 'default', { id: 's', name: 'S', generated: true, attribution: { en: 'a', fr: 'b' } });
  expect(await listSources(records, 'default')).toEqual([
    { id: 's', name: 'S', generated: true, attribution: { en: 'a', fr: 'b' } },
  ]);
});

test('a version that takes effect at the same instant as an older one stands in its place', async () => {
  const calendar = {
    id: 'lyon',
    name: 'Lyon',
    timeZone: 'Europe/Paris',
    weekly: { mon: [['09:00', '18:00']] },
  } as const;
  await saveRules(records, 'default', { calendars: [calendar], policies: [] });
  await saveRules(records, 'default', { calendars: [{ ...calendar, name: 'Lyon, corrected' }], policies: [] });
  const { calendars } = await listRules(records, 'default');
  expect(calendars.filter(({ id }) => id === 'lyon').map(({ name }) => name)).toEqual(['Lyon, corrected']);
});

test('a connection of a workspace neither sees nor writes what is of another', async () => {
  await ensureWorkspace(store.everywhere, { id: 'other', timeZone: 'UTC' });
  const other = store.inWorkspace('other');
  await saveSource(other, 'other', { id: 's', name: 'Theirs', generated: false, attribution: null });
  expect(await listSources(other, 'default')).toEqual([]);
  expect(await listSources(records, 'other')).toEqual([]);
  expect((await records.selectFrom('sources').select('workspace').execute()).map((row) => row.workspace)).toEqual([
    'default',
  ]);
  expect((await other.selectFrom('workspaces').select('id').execute()).map((row) => row.id)).toEqual(['other']);
  const theft = { id: 'stolen', name: 'S', generated: false, attribution: null };
  await expect(saveSource(records, 'other', theft)).rejects.toThrow(/row-level security/);
  await expect(updateWorkspace(records, 'other', { name: 'Ours' })).resolves.toBeUndefined();
  expect((await getWorkspace(store.everywhere, 'other')).name).toBe('other');
});

test('views of several workspaces at the same time keep apart, inside transactions too', async () => {
  const ids = ['default', 'other'];
  const seen = await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      const id = ids[index % 2] as string;
      const view = store.inWorkspace(id);
      const read = async (db: Records) =>
        (await db.selectFrom('workspaces').select('id').execute()).map((row) => row.id);
      return index % 3 === 0 ? view.transaction().execute(read) : read(view);
    }),
  );
  seen.forEach((found, index) => {
    expect(found).toEqual([ids[index % 2]]);
  });
});
