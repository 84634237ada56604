import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '#test/support/test-database.ts';
import { openRecords, type RecordsStore } from '../client.ts';
import { migrateRecords } from '../migrate.ts';
import { ensureWorkspace } from '../workspaces.ts';
import { addAlert, listAlerts } from './alerts.ts';

const database = await createTestDatabase();
const folder = mkdtempSync(join(tmpdir(), 'vigie-alerts-'));
let store: RecordsStore;

beforeAll(async () => {
  store = await openRecords(database.url ? { url: database.url } : { path: join(folder, 'records') });
});
afterAll(async () => {
  await store.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('an alert that was set before alerts could rest is over at once, as it was', async () => {
  await migrateRecords(store.everywhere, '0017-old-secrets');
  await ensureWorkspace(store.everywhere, { id: 'default', timeZone: 'Europe/Paris' });
  const records = store.inWorkspace('default');
  const rule = { kpi: 'backlog', windowHours: 24, leastN: 1 };
  await addAlert(records, {
    ...{ workspace: 'default', id: 'a', title: 'Backlog', tellEnd: true },
    ...{ rule: JSON.stringify(rule), members: '[]', channels: '[]' },
  });
  await migrateRecords(store.everywhere);
  expect((await listAlerts(records, 'default')).map((alert) => alert.rule)).toEqual([
    { ...rule, keepFiringMinutes: 0 },
  ]);
});
