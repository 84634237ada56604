import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestEvents } from '#app/ingest-events.ts';
import type { Installation } from '#app/installation.ts';
import { openInstallation } from '#app/open-installation.ts';
import { agentsEvents } from '#test/support/agents-desk.ts';
import { runInside } from '#test/support/run-inside.ts';
import { createTestStores } from '#test/support/test-stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-cli-agents-'));
const stores = await createTestStores(join(folder, 'data'));
let installation: Installation;

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1 });
  const app = await installation.workspace('default');
  await ingestEvents(app, agentsEvents(Date.UTC(2026, 9, 5, 6)));
  await app.folds.settled();
});
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

const october = '--from 2026-10-01 --to 2026-11-01';
const vigie = (line: string) => runInside(installation, `${line} ${october}`, folder);

test('agents are listed, in a table and as JSON, found by name and narrowed to a team', async () => {
  const { code, stdout } = await vigie('agent list');
  expect(code).toBe(0);
  expect(stdout).toMatch(/a1\tLéa\tretours\t60\t13 min/);
  const { items } = JSON.parse((await vigie('agent list --team retours --search max --json')).stdout);
  expect(items.map(({ id }: { id: string }) => id)).toEqual(['a2']);
});

test('a scorecard is printed with its interval, its n and what each comparison says', async () => {
  const { stdout } = await vigie('agent scorecard a1');
  expect(stdout).toMatch(/^Léa · retours\n/);
  expect(stdout).toMatch(/First reply time\t13 min\t12 min … 14 min\t60\t–\ttoo few to say\t.*\tbetter\t1\/3/);
  const card = JSON.parse((await vigie('agent scorecard a1 --json')).stdout);
  expect(card).toMatchObject({ agent: 'a1', group: { kind: 'team', team: 'retours' } });
  const unknown = await vigie('agent scorecard nobody');
  expect([unknown.code, unknown.stderr.includes('vigie agent list')]).toEqual([3, true]);
});
