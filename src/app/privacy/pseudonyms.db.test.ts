import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveRules } from '#records/rules.ts';
import { ensureWorkspace } from '#records/workspaces.ts';
import { deskPolicy } from '#test/support/desk.ts';
import { privacyEvents, zoe } from '#test/support/privacy-desk.ts';
import { createTestStores } from '#test/support/test-stores.ts';
import type { App } from '../app.ts';
import { ingestEvents } from '../ingest-events.ts';
import type { Installation } from '../installation.ts';
import { openInstallation } from '../open-installation.ts';
import { type ExportRequest, exportFacts } from '../reports/export-facts.ts';
import { pseudonymOf } from './pseudonyms.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-pseudonyms-'));
const stores = await createTestStores(folder);
let installation: Installation;
let app: App;

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1 });
  app = await installation.workspace('default');
  await saveRules(app.records, app.workspace, { calendars: [], policies: [deskPolicy] });
  await ingestEvents(app, privacyEvents(Date.UTC(2026, 2, 2, 9)));
  await app.folds.settled();
});
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function read(request: ExportRequest, of = app): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of exportFacts(of, request)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

const rowsOf = async (request: Omit<ExportRequest, 'format'>): Promise<Record<string, unknown>[]> =>
  (await read({ ...request, format: 'ndjson' }))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const lea = () => pseudonymOf(app, { kind: 'agent', id: 'a1' });
const second = () => pseudonymOf(app, { kind: 'agent', id: 'a2' });
const her = () => pseudonymOf(app, { kind: 'customer', id: zoe.id });

test('agents and customers stand under the same pseudonym in every table, and free texts are left out', async () => {
  const tickets = await rowsOf({ table: 'tickets', pseudonyms: true });
  const first = tickets.find(({ ticket }) => ticket === 'T-1');
  expect(first).toMatchObject({ customer: her(), solvedBy: lea(), firstReplyBy: lea(), subject: null, url: null });
  expect(first).toMatchObject({ channel: 'email', company: 'Acme', agentReplies: 1, firstReplySeconds: 1800 });
  const replies = await rowsOf({ table: 'replies', pseudonyms: true });
  expect(new Set(replies.map(({ agent }) => agent))).toEqual(new Set([lea(), second(), null]));
  expect(replies.some(({ customer }) => customer === her())).toBe(true);
});

test('the holder at a breach is a pseudonym where an agent held the ticket, and else the team', async () => {
  const clocks = await rowsOf({ table: 'clocks', pseudonyms: true });
  const held = clocks.filter(({ holder }) => holder !== null).map(({ holder, holderId }) => [holder, holderId]);
  expect(held).toEqual([
    ['queue', 'front'],
    ['agent', second()],
  ]);
});

test('nobody stands for nobody: what was null is null', async () => {
  const plain = await rowsOf({ table: 'tickets' });
  const hidden = await rowsOf({ table: 'tickets', pseudonyms: true });
  const known = ({ agent, solvedBy, customer }: Record<string, unknown>) =>
    [agent, solvedBy, customer].map((id) => id !== null);
  expect(hidden.map(known)).toEqual(plain.map(known));
});

test('an export asks for people by their ids, and answers with pseudonyms', async () => {
  const filter = { field: 'customer', op: 'is', value: zoe.id } as const;
  const found = await rowsOf({ table: 'tickets', pseudonyms: true, filter });
  expect(found.map(({ customer }) => customer)).toEqual([her(), her()]);
  const csv = await read({ table: 'tickets', format: 'csv', pseudonyms: true, filter });
  expect(csv).toContain(her());
  expect(csv.split('\n')[0]).toBe((await read({ table: 'tickets', format: 'csv' })).split('\n')[0]);
});

test.each(['csv', 'ndjson', 'parquet'] as const)(
  'in %s neither the id of the customer nor that of an agent is left',
  async (format) => {
    for (const table of ['tickets', 'clocks'] as const) {
      const filter = { field: 'ticket', op: 'in', value: ['T-1', 'T-2', 'T-3', 'T-4'] } as const;
      const text = await read({ table, format, pseudonyms: true, filter });
      expect(text).not.toContain('cust-');
      expect(text).not.toMatch(/\ba[12]\b/);
    }
  },
);

test('pseudonyms of two workspaces do not tell that they are of the same person', async () => {
  await ensureWorkspace(installation.records.everywhere, { id: 'other', timeZone: 'UTC' });
  const other = await installation.workspace('other');
  expect(pseudonymOf(other, { kind: 'agent', id: 'a1' })).not.toBe(lea());
  expect(lea()).toMatch(/^agent-[0-9a-f]{16}$/);
});
