import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alterTable } from '#analytics/table-ddl.ts';
import { VigieError } from '#domain/error.ts';
import { listDeadLetters, listImports } from '#records/imports.ts';
import { saveRules } from '#records/rules.ts';
import { updateWorkspace } from '#records/workspaces.ts';
import { createTestStores } from '#test/support/test-stores.ts';
import type { App } from './app.ts';
import { importFile } from './imports/import-file.ts';
import { ingestEvents } from './ingest-events.ts';
import type { Installation } from './installation.ts';
import { firstWorkspace, openInstallation } from './open-installation.ts';
import { rebuildFacts } from './rebuild-facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-pipeline-'));
const stores = await createTestStores(join(folder, 'data'));
const places = { ...stores.places, workers: 2 };
let installation: Installation;
let app: App;

async function open(): Promise<void> {
  installation = await openInstallation(places);
  app = await installation.workspace(firstWorkspace);
}

beforeAll(open);
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

let made = 0;
const event = (subject: string, type: string, time: string, data: object = {}) => {
  return { specversion: '1.0', id: `e${++made}`, source: 'test', type, time, subject, data };
};
const customer = { kind: 'customer', id: 'c1' };
const reply = { actor: { kind: 'agent', id: 'a1' }, direction: 'outbound', public: true };

const rows = (sql: string) => app.analytics.query<Record<string, unknown>>(sql, { workspace: app.workspace });
const here = 'WHERE workspace = {workspace:String}';

function fileOf(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const importOf = (path: string, mapping: unknown = null) =>
  importFile(app, { read: { kind: 'file', path, name: path, source: 'file', mapping }, name: path, source: 'file' });

test('an accepted event is folded by itself; sent again it is a duplicate and changes nothing', async () => {
  const events = [
    event('T-1', 'ticket.created', '2026-03-02T09:00:00Z', { actor: customer, channel: 'email' }),
    event('T-1', 'ticket.message', '2026-03-02T09:30:00Z', reply),
  ];
  expect((await ingestEvents(app, events)).map((answer) => answer.status)).toEqual(['accepted', 'accepted']);
  await app.folds.settled();
  const before = await rows(`SELECT * FROM tickets FINAL ${here} AND ticket = 'T-1'`);
  expect(before[0]).toMatchObject({ firstReplySeconds: 1800, firstReplyBy: 'a1', agentReplies: 1 });
  expect((await ingestEvents(app, [...events, events[0]])).map((answer) => answer.status)).toEqual(
    Array(3).fill('duplicate'),
  );
  await app.folds.settled();
  expect(await rows(`SELECT * FROM tickets FINAL ${here} AND ticket = 'T-1'`)).toEqual(before);
});

test('a late event that undoes rows buries them', async () => {
  const created = event('T-2', 'ticket.created', '2026-03-02T09:00:00Z', { actor: customer, team: 'x' });
  await ingestEvents(app, [
    created,
    event('T-2', 'ticket.assigned', '2026-03-02T10:00:00Z', { agent: 'a1', team: 'x' }),
  ]);
  await app.folds.settled();
  expect(await rows(`SELECT n FROM holdings FINAL ${here} AND ticket = 'T-2' ORDER BY n`)).toHaveLength(2);
  await ingestEvents(app, [event('T-2', 'ticket.deleted', '2026-03-02T09:00:00Z', { reason: 'spam' })]);
  await app.folds.settled();
  const left = await rows(`SELECT n FROM holdings FINAL ${here} AND ticket = 'T-2' ORDER BY n`);
  expect(await rows(`SELECT outcome FROM tickets FINAL ${here} AND ticket = 'T-2'`)).toEqual([{ outcome: 'deleted' }]);
  expect(left).toEqual([]);
});

test('a rejected event names its defect and is kept; the good ones beside it count', async () => {
  const answers = await ingestEvents(app, [
    { ...event('T-3', 'ticket.created', '2026-02-30T09:00:00Z') },
    event('T-3', 'ticket.created', '2026-03-02T09:00:00Z'),
    'nonsense',
  ]);
  expect(answers.map((answer) => answer.status)).toEqual(['rejected', 'accepted', 'rejected']);
  expect(answers[0]?.errors?.[0]).toMatchObject({ path: '$.time' });
  expect(await listDeadLetters(app.records, app.workspace, null)).toHaveLength(2);
});

test('new rules fold every ticket again at the next fold', async () => {
  const policy = {
    id: 'gold',
    name: 'Gold',
    kind: 'customer',
    when: { all: [] },
    calendar: 'always',
    effectiveFrom: '2020-01-01T00:00:00Z',
    targets: [{ id: 'frt', metric: 'first-reply', seconds: { default: 600 } }],
  } as const;
  await saveRules(app.records, app.workspace, { calendars: [], policies: [policy] });
  await app.folds.foldPending();
  const clocks = await rows(`SELECT clockStatus, overrunSeconds FROM clocks FINAL ${here} AND ticket = 'T-1'`);
  expect(clocks).toEqual([{ clockStatus: 'breached', overrunSeconds: 1200 }]);
});

test('what was journalled and not folded when the process ended is folded at the next start', async () => {
  await ingestEvents(app, [event('T-4', 'ticket.created', '2026-03-02T09:00:00Z', { actor: customer })]);
  await app.folds.settled();
  const { analytics } = installation;
  const change = alterTable('tickets', analytics.cluster);
  await analytics.command(`${change} DELETE WHERE ticket = 'T-4' SETTINGS mutations_sync = 2`);
  await updateWorkspace(app.records, app.workspace, { foldedSeq: 0 });
  await installation.close();
  await open();
  expect(await rows(`SELECT ticket FROM tickets FINAL ${here} AND ticket = 'T-4'`)).toHaveLength(1);
});

test('a second process on the folder is refused in one clear line', async () => {
  await expect(openInstallation(places)).rejects.toMatchObject({
    code: 'data.in-use',
    params: { folder: places.dataFolder },
  });
});

test('a rebuild from the journal gives the same facts', async () => {
  const sql = `SELECT * EXCEPT '^(version|written)$' FROM tickets FINAL ${here} ORDER BY ticket`;
  const before = [await rows(sql), await rows(sql.replace('tickets FINAL', 'clocks FINAL'))];
  await rebuildFacts(app);
  expect([await rows(sql), await rows(sql.replace('tickets FINAL', 'clocks FINAL'))]).toEqual(before);
});

test('a gzipped file of events with broken lines keeps the good ones and says where the others are', async () => {
  const good = event('F-1', 'ticket.created', '2026-04-01T09:00:00Z', { actor: customer });
  const lines = [JSON.stringify(good), '{"broken', JSON.stringify({ ...good, id: 'x', time: 'yesterday' }), ''];
  const path = fileOf('events.ndjson.gz', gzipSync(lines.join('\n')));
  const summary = await importOf(path);
  expect(summary).toMatchObject({ accepted: 1, duplicates: 0, rejected: 2, tickets: 1 });
  const letters = await listDeadLetters(app.records, app.workspace, summary.importId);
  expect(letters.map((letter) => [letter.line, letter.code])).toEqual([
    [2, 'import.bad-json'],
    [3, expect.stringMatching(/^event\./)],
  ]);
  expect(await importOf(path)).toMatchObject({ accepted: 0, duplicates: 1, rejected: 2, tickets: 1 });
});

test('events that come by themselves while a file that holds them is imported count once', async () => {
  const events = Array.from({ length: 60_000 }, (_, index) =>
    event(`R-${index % 5000}`, index < 5000 ? 'ticket.created' : 'ticket.message', '2026-05-01T09:00:00Z', reply),
  );
  const path = fileOf('race.ndjson', events.map((one) => JSON.stringify(one)).join('\n'));
  const [summary, ...answers] = await Promise.all([
    importOf(path),
    ...Array.from({ length: 10 }, (_, index) => ingestEvents(app, events.slice(index * 6000, index * 6000 + 300))),
  ]);
  const accepted = answers.flat().filter(({ status }) => status === 'accepted').length;
  expect(summary.accepted + accepted).toBe(events.length);
  const [held] = await rows(
    `SELECT count() AS events, uniqExact(source, id) AS ids, uniqExact(seq) AS seqs FROM events ${here} AND key LIKE 'R-%'`,
  );
  expect(held).toEqual({ events: events.length, ids: events.length, seqs: events.length });
});

test('an import that cannot be done says why and is recorded as failed', async () => {
  await expect(importOf(fileOf('empty.csv', ''))).rejects.toThrow(VigieError);
  const [last] = await listImports(app.records, app.workspace);
  expect(last).toMatchObject({ state: 'failed', errorCode: 'import.empty' });
  await expect(importOf(join(folder, 'no-such-file.csv'))).rejects.toMatchObject({ code: 'file.no-such-file' });
});

test('an unseen log imports with a mapping of its own columns, zone and states', async () => {
  const csv = [
    'Vorgang;Zeit;Bearbeiter;Zustand;Dringlichkeit',
    '4711;13.01.2010 08:40:25;;Neu;hoch',
    '4711;13.01.2010 09:10:00;Meier;In Arbeit;hoch',
    '4711;14.01.2010 17:00:00;Meier;Erledigt;hoch',
  ].join('\r\n');
  const mapping = {
    shape: 'history',
    timeZone: 'Europe/Berlin',
    timeFormat: 'dd.MM.yyyy HH:mm:ss',
    columns: { Vorgang: 'ticket', Zeit: 'time', Bearbeiter: 'agent', Zustand: 'status', Dringlichkeit: 'priority' },
    values: { status: { Neu: 'new', 'In Arbeit': 'open', Erledigt: 'solved' } },
  };
  expect(await importOf(fileOf('vorgaenge.csv', csv), mapping)).toMatchObject({ rejected: 0, tickets: 1 });
  const [ticket] = await rows(
    `SELECT createdAt, solvedAt, agent, priority, status FROM tickets FINAL ${here} AND ticket = '4711'`,
  );
  expect(ticket).toEqual({
    createdAt: '2010-01-13 07:40:25.000',
    solvedAt: '2010-01-14 16:00:00.000',
    agent: 'Meier',
    priority: 'hoch',
    status: 'solved',
  });
});
