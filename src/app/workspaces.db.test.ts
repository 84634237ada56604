import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureWorkspace } from '#records/workspaces.ts';
import { deskEvents } from '#test/support/desk.ts';
import { createTestStores } from '#test/support/test-stores.ts';
import type { App } from './app.ts';
import { describeStatus } from './describe-status.ts';
import { ingestEvents } from './ingest-events.ts';
import type { Installation } from './installation.ts';
import { openInstallation } from './open-installation.ts';
import { rebuildFacts } from './rebuild-facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-workspaces-'));
const stores = await createTestStores(folder);
let installation: Installation;
let [ours, theirs]: App[] = [];

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1 });
  await ensureWorkspace(installation.records.everywhere, { id: 'theirs', timeZone: 'UTC' });
  ours = await installation.workspace('default');
  theirs = await installation.workspace('theirs');
});
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

const ticketsOf = async (app: App | undefined) => (await describeStatus(app as App)).tickets;

test('the same events count in each workspace that they are sent to, and in no other', async () => {
  const events = deskEvents(Date.now());
  const all = events.map(() => 'accepted');
  expect((await ingestEvents(ours as App, events)).map(({ status }) => status)).toEqual(all);
  await ours?.folds.settled();
  expect([await ticketsOf(ours), await ticketsOf(theirs)]).toEqual([5, 0]);
  expect((await ingestEvents(theirs as App, events.slice(0, 4))).map(({ status }) => status)).toEqual(all.slice(0, 4));
  await theirs?.folds.settled();
  expect([await ticketsOf(ours), await ticketsOf(theirs)]).toEqual([5, 2]);
});

test('a rebuild of one workspace leaves the facts of another as they are', async () => {
  await rebuildFacts(theirs as App);
  expect([await ticketsOf(ours), await ticketsOf(theirs)]).toEqual([5, 2]);
});

test('a statement without its workspace, or with another, is not sent', async () => {
  const { analytics } = ours as App;
  const bound = 'SELECT count() AS n FROM tickets WHERE workspace = {workspace:String}';
  await expect(analytics.query('SELECT count() FROM tickets', { workspace: 'default' })).rejects.toThrow(/not bound/);
  await expect(analytics.query(bound, { workspace: 'theirs' })).rejects.toThrow(/not bound/);
  await expect(analytics.command('DROP TABLE tickets', { workspace: 'default' })).rejects.toThrow(/not bound/);
});

test('a statement that forgets a condition still sees nothing of another workspace', async () => {
  const careless = `SELECT count() AS n, (SELECT count() FROM events) AS events FROM tickets FINAL
    WHERE {workspace:String} != ''`;
  const [found] = await (theirs as App).analytics.query(careless, { workspace: 'theirs' });
  expect(found).toEqual({ n: 2, events: 4 });
});

test('a workspace that is not there is said to be unknown', async () => {
  await expect(installation.workspace('nowhere')).rejects.toMatchObject({ code: 'workspace.unknown' });
});
