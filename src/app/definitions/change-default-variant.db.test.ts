import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureWorkspace } from '#records/workspaces.ts';
import { createTestStores } from '#test/support/test-stores.ts';
import type { App } from '../app.ts';
import { byOperator } from '../audit/record-audit.ts';
import type { Installation } from '../installation.ts';
import { loadSample } from '../load-sample.ts';
import { firstWorkspace, openInstallation } from '../open-installation.ts';
import { answerQuery } from '../reports/answer-query.ts';
import { runReport } from '../reports/run-report.ts';
import { listTickets } from '../tickets/list-tickets.ts';
import { changeDefaultVariant } from './change-default-variant.ts';
import { listKpis } from './list-kpis.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-definitions-'));
const stores = await createTestStores(folder);
const period = { from: '2025-01-01', to: '2026-01-01' } as const;
let installation: Installation;
let app: App;

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1 });
  app = await installation.workspace(firstWorkspace);
  await loadSample(app, 'marketplace', { tickets: 60, seed: 2 });
  await app.folds.settled();
}, 120_000);
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (kpi: string) => answerQuery(app, { kpis: [kpi], ...period });

test('a KPI without a variant means the default of the workspace: in figures, reports and the tickets behind them', async () => {
  const named = await ask('first-reply-time.from-first-customer-message:n');
  await changeDefaultVariant(app, 'first-reply-time', 'from-first-customer-message', byOperator);
  const asked = await ask('first-reply-time:n');
  expect(asked.total).toEqual(named.total);
  expect(asked.meta.definitions).toMatchObject([{ variant: 'from-first-customer-message', variantFrom: 'workspace' }]);
  const report = await runReport(app, 'first-reply', period);
  expect(report.meta.definitions[0]).toMatchObject({ variantFrom: 'workspace' });
  const request = { kpi: 'first-reply-time', part: 'all', ...period, limit: 1, sort: 'created' } as const;
  expect((await listTickets(app, request)).n).toBe(named.total[0]);
});

test('a variant that the question names stays, and null brings the usual one back', async () => {
  expect((await ask('first-reply-time.standard')).meta.definitions).toMatchObject([{ variantFrom: 'question' }]);
  const kpi = await changeDefaultVariant(app, 'first-reply-time', null, byOperator);
  expect(kpi).toMatchObject({ usualVariant: 'standard', defaultVariant: null });
  expect((await ask('first-reply-time')).meta.definitions).toMatchObject([{ variantFrom: 'registry' }]);
});

test('a variant of another unit cannot stand for its KPI', async () => {
  const refused = changeDefaultVariant(app, 'sla-compliance', 'decided', byOperator);
  await expect(refused).rejects.toMatchObject({ code: 'kpi.not-a-default' });
  await expect(changeDefaultVariant(app, 'sla-compliance', 'best', byOperator)).rejects.toMatchObject({
    code: 'kpi.unknown-variant',
  });
});

test('another workspace keeps its own definitions', async () => {
  await changeDefaultVariant(app, 'sla-compliance', 'adjusted', byOperator);
  await ensureWorkspace(installation.records.everywhere, { id: 'theirs', timeZone: 'UTC' });
  const theirs = await listKpis(await installation.workspace('theirs'));
  expect(theirs.filter(({ defaultVariant }) => defaultVariant !== null)).toEqual([]);
});

test('each change is in the audit log, once', async () => {
  await changeDefaultVariant(app, 'sla-compliance', 'adjusted', byOperator);
  const rows = await app.records.selectFrom('audit').selectAll().where('action', '=', 'definition.changed').execute();
  expect(rows.map(({ subject, details }) => [subject, details])).toEqual([
    ['first-reply-time', { from: { variant: null }, to: { variant: 'from-first-customer-message' } }],
    ['first-reply-time', { from: { variant: 'from-first-customer-message' }, to: { variant: null } }],
    ['sla-compliance', { from: { variant: null }, to: { variant: 'adjusted' } }],
  ]);
});
