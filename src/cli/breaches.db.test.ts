import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { byOperator } from '#app/audit/record-audit.ts';
import { ingestEvents } from '#app/ingest-events.ts';
import type { Installation } from '#app/installation.ts';
import { openInstallation } from '#app/open-installation.ts';
import { adoptRules } from '#app/rules/adopt-rules.ts';
import { runInside } from '#test/support/run-inside.ts';
import { createTestStores } from '#test/support/test-stores.ts';
import { eventOf, reply, watchPolicy } from '#test/support/watch-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-cli-breaches-'));
const stores = await createTestStores(join(folder, 'data'));
let installation: Installation;
const vigie = (line: string) => runInside(installation, line, folder);

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1 });
  const app = await installation.workspace('default');
  const { steps: _, ...policy } = watchPolicy;
  await adoptRules(app, { calendars: [], policies: [policy] }, byOperator);
  await ingestEvents(app, [
    eventOf('T-1', 0, 'ticket.created', { agent: 'a1' }),
    eventOf('T-1', 700, 'ticket.message', reply),
  ]);
  await app.folds.foldPending();
});
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

const list = async (more = '') =>
  JSON.parse((await vigie(`breaches list --from 2026-11-01 --to 2026-12-01 --json${more}`)).stdout);

test('breaches are listed, excused with a reason, and counted again once that is taken back', async () => {
  expect((await vigie('breaches list --from 2026-11-01 --to 2026-12-01')).stdout).toContain('T-1\tdesk frt 1\ta1');
  expect((await vigie('breaches excuse T-1 --reason Outage')).stdout).toBe('Breaches excused: 1\n');
  expect(await list(' --state excused')).toMatchObject({ total: 1, counts: { raw: 1, adjusted: 0 } });
  expect((await vigie('breaches excuse T-1 --undo')).code).toBe(0);
  expect((await list()).counts).toEqual({ raw: 1, adjusted: 1 });
});

test('a ticket without a breach, no reason, and a state that is none say what to do', async () => {
  expect(await vigie('breaches excuse T-9 --reason Outage')).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('breach.unknown'),
  });
  expect(await vigie('breaches excuse T-1')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('breach.no-reason'),
  });
  expect(await vigie('breaches list --state late')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('asked'),
  });
});
