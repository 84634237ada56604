import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { manyRowTables } from '#analytics/schema.ts';
import { createTestStores } from '#test/support/test-stores.ts';
import type { App } from '../app.ts';
import { ingestEvents } from '../ingest-events.ts';
import type { Installation } from '../installation.ts';
import { firstWorkspace, openInstallation } from '../open-installation.ts';
import { FoldRun } from './fold-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-fold-run-'));
const stores = await createTestStores(join(folder, 'data'));
let installation: Installation;
let app: App;

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1 });
  app = await installation.workspace(firstWorkspace);
});
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** What a run sees of a process that dies once it has stored so many of its blocks. */
function diesAfter(blocks: number): AbortSignal {
  const signal = new AbortController().signal;
  let stored = 0;
  signal.throwIfAborted = () => {
    if (stored++ === blocks) throw new Error('died');
  };
  return signal;
}

const event = (subject: string, type: string, time: string, data: object = {}) => {
  return { specversion: '1.0', id: `${subject} ${type} ${time}`, source: 'test', type, time, subject, data };
};

const eventsOf = (ticket: string) => [
  event(ticket, 'ticket.created', '2026-03-02T09:00:00Z', { actor: { kind: 'customer', id: 'c1' }, stage: 'new' }),
  event(ticket, 'ticket.assigned', '2026-03-02T10:00:00Z', { agent: 'a1', team: 'x' }),
  event(ticket, 'ticket.stage', '2026-03-02T11:00:00Z', { stage: 'review' }),
  event(ticket, 'ticket.message', '2026-03-02T12:00:00Z', {
    ...{ actor: { kind: 'agent', id: 'a1' }, direction: 'outbound', public: true },
  }),
  event(ticket, 'ticket.work', '2026-03-02T12:10:00Z', { agent: 'a1', seconds: 60, kind: 'note' }),
];
const deletedAtOnce = (ticket: string) => event(ticket, 'ticket.deleted', '2026-03-02T09:00:00Z', { reason: 'spam' });

async function rowsOf(ticket: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ['tickets', ...manyRowTables]) {
    const sql = `SELECT count() AS rows FROM ${table} FINAL WHERE workspace = {workspace:String} AND ticket = {ticket:String}`;
    const [row] = await app.analytics.query<{ rows: number }>(sql, { workspace: app.workspace, ticket });
    counts[table] = row?.rows ?? 0;
  }
  return counts;
}

test('wherever a fold dies, the next one buries each row that it leaves and that is no more', async () => {
  await ingestEvents(app, eventsOf('calm'));
  await app.folds.settled();
  const many = await rowsOf('calm');
  await ingestEvents(app, [deletedAtOnce('calm')]);
  await app.folds.settled();
  const few = await rowsOf('calm');
  expect(few.holdings).toBeLessThan(many.holdings as number);

  let died = true;
  for (let blocks = 0; died; blocks++) {
    const ticket = `dies after ${blocks}`;
    await app.folds.between(async () => {
      await ingestEvents(app, eventsOf(ticket));
      const run = new FoldRun(app, diesAfter(blocks)).run({});
      died = await run.then(
        () => false,
        () => true,
      );
      await ingestEvents(app, [deletedAtOnce(ticket)]);
    });
    await app.folds.settled();
    expect(await rowsOf(ticket), ticket).toEqual(few);
  }
});
