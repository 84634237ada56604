import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '#app/app.ts';
import { byOperator } from '#app/audit/record-audit.ts';
import { ingestEvents } from '#app/ingest-events.ts';
import type { Installation } from '#app/installation.ts';
import { openInstallation } from '#app/open-installation.ts';
import { eraseCustomer } from '#app/privacy/erase-customer.ts';
import { exportPerson } from '#app/privacy/export-person.ts';
import { addNote, listAllNotes } from '#records/coaching/coaching-notes.ts';
import { addRecognition, listAllRecognitions } from '#records/coaching/recognitions.ts';
import { ensureWorkspace } from '#records/workspaces.ts';
import { privacyEvents, zoe } from '#test/support/privacy-desk.ts';
import { createTestStores } from '#test/support/test-stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-coaching-'));
const stores = await createTestStores(folder);
let installation: Installation;
let app: App;

const basis = { from: '2026-03-01', to: '2026-04-01', team: null, value: 1, n: 20, low: 0.8, high: 1, fair: null };

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1 });
  app = await installation.workspace('default');
  await ingestEvents(app, privacyEvents(Date.UTC(2026, 2, 2, 9)));
  await app.folds.settled();
  const note = { workspace: 'default', agent: 'a1', author: null, followUpOn: null };
  await addNote(app.records, { ...note, id: 'n1', text: 'The call with Zoé Martin went well', visibility: 'managers' });
  await addNote(app.records, { ...note, id: 'n2', text: 'Listen to calls', visibility: 'shared' });
  const recognition = { workspace: 'default', agent: 'a1', month: '2026-03', awardedBy: null };
  const text = `Thanks for ${zoe.id}`;
  await addRecognition(app.records, {
    ...{ ...recognition, id: 'r1', kpi: 'csat', text, basis: JSON.stringify(basis) },
  });
});
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('what is given out of an agent has all notes and recognitions on them, without who wrote them', async () => {
  let text = '';
  for await (const piece of await exportPerson(app, { kind: 'agent', id: 'a1' }, byOperator)) text += piece;
  const { notes, recognitions } = JSON.parse(text);
  expect(notes.map(({ id }: { id: string }) => id).sort()).toEqual(['n1', 'n2']);
  expect(Object.keys(notes[0])).not.toContain('author');
  expect(recognitions).toMatchObject([{ month: '2026-03', kpi: 'csat', basis: { n: 20 } }]);
});

test('an agent is recognised once for a month and a figure', async () => {
  const again = {
    workspace: 'default',
    id: 'r2',
    agent: 'a1',
    month: '2026-03',
    kpi: 'csat' as const,
    awardedBy: null,
  };
  expect(await addRecognition(app.records, { ...again, text: 'Again', basis: JSON.stringify(basis) })).toBeNull();
});

test('other workspaces see and write none of it', async () => {
  await ensureWorkspace(installation.records.everywhere, { id: 'second', name: 'Second', timeZone: 'UTC' });
  const second = await installation.workspace('second');
  expect(await listAllNotes(second.records, 'default')).toEqual([]);
  expect(await listAllRecognitions(second.records, 'default')).toEqual([]);
  const foreign = { workspace: 'default', id: 'x', agent: 'a1', author: null, text: 'x', followUpOn: null };
  await expect(addNote(second.records, { ...foreign, visibility: 'shared' })).rejects.toThrow(/row-level security/);
});

test('an erased customer is in no note and no recognition; the notes that do not tell of them stay', async () => {
  await eraseCustomer(app, installation.records.everywhere, zoe.id, byOperator);
  expect((await listAllNotes(app.records, 'default')).map(({ text }) => text)).toEqual(['…', 'Listen to calls']);
  expect((await listAllRecognitions(app.records, 'default')).map(({ text }) => text)).toEqual(['…']);
});
