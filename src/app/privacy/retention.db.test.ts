import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { factTables } from '#domain/kpi/facts/index.ts';
import { keepAll } from '#domain/privacy/retention.ts';
import { addAudit } from '#records/audit.ts';
import { listErasures } from '#records/erasures.ts';
import { addDeadLetters } from '#records/imports.ts';
import { getRetention, saveRetention } from '#records/retention.ts';
import { getWorkspace } from '#records/workspaces.ts';
import { scanStores, tablesWith } from '#test/support/scan-stores.ts';
import { createTestStores } from '#test/support/test-stores.ts';
import type { App } from '../app.ts';
import { ingestEvents } from '../ingest-events.ts';
import type { Installation } from '../installation.ts';
import { openInstallation } from '../open-installation.ts';
import { applyRetention, previewRetention, type RetentionReport } from './retention.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-retention-'));
const stores = await createTestStores(folder);
let installation: Installation;
let app: App;

const now = Date.UTC(2026, 5, 15, 12);
const day = 86_400_000;
const nothing: RetentionReport = { tickets: 0, customers: 0, rejected: 0, imports: 0, auditEntries: 0 };

let made = 0;
const event = (subject: string | null, daysAgo: number, type: string, data: object = {}) => ({
  specversion: '1.0',
  id: `e-${++made}`,
  source: 's',
  type,
  ...(subject === null ? {} : { subject }),
  time: new Date(now - daysAgo * day).toISOString(),
  data,
});

/** Two years and more old: `old-…`; the others had an event within the year. */
const events = [
  event('old-solved', 800, 'ticket.created', { customer: { id: 'cust-gone', name: 'Gaston Gone' }, channel: 'email' }),
  event('old-solved', 790, 'ticket.status', { status: 'solved' }),
  event('old-open', 800, 'ticket.created', { customer: { id: 'cust-waiting' } }),
  event('old-spam', 800, 'ticket.created', {}),
  event('old-spam', 799, 'ticket.deleted', { reason: 'spam' }),
  event('old-late', 800, 'ticket.created', { customer: { id: 'cust-here' } }),
  event('old-late', 799, 'ticket.status', { status: 'closed' }),
  event('old-late', 20, 'survey.answered', { kind: 'csat', score: 5 }),
  event(null, 800, 'survey.answered', { kind: 'nps', score: 9 }),
  event('new-closed', 30, 'ticket.created', { customer: 'cust-here' }),
  event('new-closed', 29, 'ticket.status', { status: 'closed' }),
  event(null, 900, 'subscription.started', { customer: { id: 'cust-loyal', name: 'Lo Yal' }, plan: 'pro' }),
  event(null, 900, 'subscription.started', { customer: { id: 'cust-left', name: 'Lee Left' }, plan: 'pro' }),
  event(null, 850, 'subscription.ended', { customer: 'cust-left' }),
  event(null, 850, 'agent.presence', { agent: 'a1', status: 'online' }),
];

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1 });
  app = await installation.workspace('default');
  await ingestEvents(app, events);
  await app.folds.settled();
});
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

const apply = () => applyRetention(app, installation.records.everywhere, now);

const keysOf = async (sql: string): Promise<string[]> => {
  const rows = await app.analytics.query<{ key: string }>(sql, { workspace: app.workspace });
  return rows.map(({ key }) => key);
};
const tickets = () =>
  keysOf('SELECT ticket AS key FROM tickets FINAL WHERE workspace = {workspace:String} ORDER BY key');

test('a workspace that was never asked keeps all', async () => {
  expect(await getRetention(app.records, app.workspace)).toEqual(keepAll);
  expect([await previewRetention(app, now), await apply()]).toEqual([nothing, nothing]);
  expect(await tickets()).toHaveLength(5);
});

test('the preview counts what is then removed: closed tickets whose last event is older, never an open one', async () => {
  await saveRetention(app.records, app.workspace, { ...keepAll, ticketMonths: 24 });
  expect(await previewRetention(app, now)).toEqual({ ...nothing, tickets: 3 });
  expect(await tickets()).toHaveLength(5);
  expect(await apply()).toEqual({ ...nothing, tickets: 3 });
  expect(await tickets()).toEqual(['new-closed', 'old-late', 'old-open']);
  const left = tablesWith(await scanStores(app.records, installation.analytics), ['old-solved', 'old-spam', 'survey:']);
  expect(left).toEqual([]);
  expect([await previewRetention(app, now), await apply()]).toEqual([nothing, nothing]);
});

test('events that come after a deletion are folded, also after a restart: no sequence is used twice', async () => {
  const last = await app.journal.lastSeq();
  await ingestEvents(app, [
    event('short', 900, 'ticket.created'),
    event('short', 899, 'ticket.status', { status: 'closed' }),
  ]);
  await app.folds.settled();
  expect(await apply()).toEqual({ ...nothing, tickets: 1 });
  await installation.close();
  installation = await openInstallation({ ...stores.places, workers: 1 });
  app = await installation.workspace('default');
  expect(await app.journal.lastSeq()).toBe(last + 2);
  await ingestEvents(app, [event('after', 1, 'ticket.created')]);
  await app.folds.settled();
  expect(await tickets()).toContain('after');
  expect((await getWorkspace(app.records, app.workspace)).foldedSeq).toBe(last + 3);
});

test('customers silent for longer become pseudonyms and their figures stay; who has a running subscription is kept', async () => {
  await saveRetention(app.records, app.workspace, { ...keepAll, customerMonths: 12 });
  const counts = async () => {
    const found = [];
    for (const table of Object.keys(factTables).filter((name) => name !== 'names')) {
      found.push(
        await keysOf(`SELECT toString(count()) AS key FROM ${table} FINAL WHERE workspace = {workspace:String}`),
      );
    }
    return found;
  };
  const before = await counts();
  expect(await previewRetention(app, now)).toEqual({ ...nothing, customers: 2 });
  expect(await apply()).toEqual({ ...nothing, customers: 2 });
  expect(await counts()).toEqual(before);
  const scan = await scanStores(app.records, installation.analytics);
  expect(tablesWith(scan, ['cust-waiting', 'cust-left', 'lee left', 'cust-gone', 'gaston'])).toEqual([]);
  expect(tablesWith(scan, ['cust-here', 'cust-loyal'])).not.toEqual([]);
  const erasures = await listErasures(app.records, app.workspace, { limit: 10 });
  expect(erasures.map(({ state, requestedBy, customer }) => [state, requestedBy, customer])).toEqual([
    ['done', null, null],
    ['done', null, null],
  ]);
  expect([await previewRetention(app, now), await apply()]).toEqual([nothing, nothing]);
});

test('rejected events, imports that have ended and audit entries go after their days', async () => {
  const { records, workspace } = app;
  const { everywhere } = installation.records;
  const letter = { importId: null, line: 1, path: null, code: 'x', reason: 'x', raw: 'x' };
  await addDeadLetters(records, workspace, [letter, letter]);
  const old = new Date(now - 40 * day);
  const [first] = await records.selectFrom('deadLetters').select('id').orderBy('id').execute();
  await everywhere
    .updateTable('deadLetters')
    .set({ createdAt: old })
    .where('id', '=', first?.id as number)
    .execute();
  const counts = { bytesRead: 0, accepted: 0, duplicates: 0, rejected: 0, tickets: 0, bytesTotal: null };
  const one = { ...counts, workspace, name: 'f', source: 's', startedAt: old, errorCode: null, errorParams: null };
  await records
    .insertInto('imports')
    .values([
      { ...one, id: 'done', state: 'done', finishedAt: old },
      { ...one, id: 'young', state: 'done', finishedAt: new Date(now - day) },
      { ...one, id: 'running', state: 'reading', finishedAt: null },
    ])
    .execute();
  const entry = {
    workspace,
    actorKind: 'system',
    actorId: null,
    actorName: null,
    subject: null,
    address: null,
  } as const;
  await addAudit(records, { ...entry, action: 'x', details: '{}' });
  const later = now + 400 * day;
  await saveRetention(records, workspace, { ...keepAll, importDays: 30, auditDays: 365 });
  const expected = { ...nothing, rejected: 1, imports: 1 };
  expect([await previewRetention(app, now), await apply()]).toEqual([expected, expected]);
  const kept = await records.selectFrom('imports').select('id').orderBy('id').execute();
  expect(kept.map(({ id }) => id)).toEqual(['running', 'young']);
  const before = await records.selectFrom('audit').select('action').orderBy('id').execute();
  // Each time that something went was written down; the times that nothing did were not.
  expect(before.map(({ action }) => action)).toEqual([...Array(3).fill('retention.applied'), 'x', 'retention.applied']);
  const report = await applyRetention(app, everywhere, Math.max(later, Date.now() + 400 * day));
  expect(report).toEqual({ ...nothing, rejected: 1, imports: 1, auditEntries: before.length });
  const left = await records.selectFrom('audit').select(['action', 'actorKind', 'details']).execute();
  expect(left).toEqual([{ action: 'retention.applied', actorKind: 'system', details: report }]);
});

test('the periods of one workspace say nothing of another', async () => {
  expect(await getRetention(installation.records.inWorkspace('other'), 'other')).toEqual(keepAll);
});
