import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestEvents } from '#app/ingest-events.ts';
import type { Installation } from '#app/installation.ts';
import { openInstallation } from '#app/open-installation.ts';
import { deskEvents } from '#test/support/desk.ts';
import { runInside } from '#test/support/run-inside.ts';
import { createTestStores } from '#test/support/test-stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-cli-customers-'));
const stores = await createTestStores(join(folder, 'data'));
let installation: Installation;
const vigie = (line: string) => runInside(installation, line, folder);

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1 });
  const app = await installation.workspace('default');
  await ingestEvents(app, deskEvents(app.now()));
  await app.folds.settled();
});
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('customers and companies are listed with their figures, in a table and as JSON', async () => {
  const { code, stdout } = await vigie('customer list');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Customer\tName\tTickets created\tCustomer messages\t/);
  expect(stdout).toMatch(/\nc1\tZoé\t1\t0\t–\t/);
  const json = JSON.parse((await vigie('customer list --by company --json')).stdout);
  expect(json).toMatchObject({ items: [{ id: 'Acme', figures: { 'tickets-created': { value: 1 } } }], total: 1 });
  expect(JSON.parse((await vigie('customer list --search nobody --json')).stdout).items).toEqual([]);
});

test('the history of one is shown beside the period before and all customers', async () => {
  const { code, stdout } = await vigie('customer show c1');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^c1 · Zoé · Acme\nTickets: 1 · open now: 0 · last contact: \d{4}-/);
  expect(stdout).toMatch(/\nTickets created\t1\t1\t0\t5\n/);
  const json = JSON.parse((await vigie('customer show Acme --by company --json --lang fr')).stdout);
  expect(json).toMatchObject({ customer: { id: 'Acme', customers: 1 }, subscriptions: [] });
});

test('a customer who is not there, and a figure that orders nobody, say what to do', async () => {
  expect(await vigie('customer show nobody')).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('customer.unknown'),
  });
  expect(await vigie('customer list --sort backlog')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('-csat'),
  });
});
