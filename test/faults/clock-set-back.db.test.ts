import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '#app/app.ts';
import { importFile } from '#app/imports/import-file.ts';
import { listImportViews } from '#app/imports/list-imports.ts';
import { ingestEvents } from '#app/ingest-events.ts';
import type { Installation } from '#app/installation.ts';
import { firstWorkspace, openInstallation } from '#app/open-installation.ts';
import { listTickets } from '#app/tickets/list-tickets.ts';
import { createTestStores } from '#test/support/test-stores.ts';

const YEAR = 365 * 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'vigie-clock-'));
const stores = await createTestStores(folder);
let clock = Date.UTC(2026, 5, 1);
let installation: Installation;
let app: App;

const open = async () => {
  installation = await openInstallation({ ...stores.places, workers: 1, now: () => clock });
  app = await installation.workspace(firstWorkspace);
};

beforeAll(open);
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

const created = (ticket: string) => ({
  specversion: '1.0',
  id: `created-${ticket}`,
  source: 's',
  type: 'ticket.created',
  subject: ticket,
  time: '2026-03-02T09:00:00Z',
  data: {},
});

const facts = async () => {
  await app.folds.settled();
  const rows = await app.analytics.query<{ ticket: string }>(
    'SELECT ticket FROM tickets FINAL WHERE workspace = {workspace:String} ORDER BY ticket',
    { workspace: app.workspace },
  );
  return rows.map(({ ticket }) => ticket);
};

async function importOne(ticket: string): Promise<void> {
  const path = join(folder, `${ticket}.ndjson`);
  writeFileSync(path, JSON.stringify(created(ticket)));
  await importFile(app, {
    read: { kind: 'file', path, name: path, source: 's', mapping: null },
    name: path,
    source: 's',
  });
}

test.each([
  ['set back by a year', -YEAR],
  ['set forward by two years', 2 * YEAR],
  ['set back to where it was', -YEAR],
])(
  'with a clock that is %s, events and files are taken, numbered on and folded, also after a restart',
  async (how, byMs) => {
    const before = await app.journal.lastSeq();
    const known = await facts();
    clock += byMs;
    const [event, file, later] = ['event', 'file', 'later'].map((kind) => `${kind} ${how}`) as [string, string, string];
    expect((await ingestEvents(app, [created(event)]))[0]?.status).toBe('accepted');
    await importOne(file);
    expect(await app.journal.lastSeq()).toBe(before + 2);
    expect(await facts()).toEqual([...known, event, file].toSorted());
    await installation.close();
    await open();
    expect((await ingestEvents(app, [created(event), created(later)])).map(({ status }) => status)).toEqual([
      'duplicate',
      'accepted',
    ]);
    expect(await app.journal.lastSeq()).toBe(before + 3);
    expect(await facts()).toEqual([...known, event, file, later].toSorted());
    expect((await listImportViews(app, 'en')).map(({ state }) => state)).not.toContain('failed');
  },
  60_000,
);

test('a list that is read page by page while the clock is set back shows each ticket once', async () => {
  const all = await facts();
  const seen: string[] = [];
  for (let after: string | undefined; ; clock -= YEAR) {
    const page = await listTickets(app, {
      part: 'all',
      sort: 'created',
      limit: 2,
      ...(after !== undefined && { after }),
    });
    seen.push(...page.items.map(({ key }) => key));
    if (page.next === null) break;
    after = page.next;
  }
  expect(seen.toSorted()).toEqual(all);
});
