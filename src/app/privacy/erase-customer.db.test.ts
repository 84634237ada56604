import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { factTables } from '#domain/kpi/facts/index.ts';
import type { Policy } from '#domain/sla/policy.ts';
import { type ErasureRecord, listErasures } from '#records/erasures.ts';
import { addDeadLetters } from '#records/imports.ts';
import { addLink, listLinks } from '#records/links.ts';
import { listRules, saveRules } from '#records/rules.ts';
import { addDashboard } from '#records/saved/dashboards.ts';
import { addSavedReport } from '#records/saved/saved-reports.ts';
import { addSchedule, listSchedules } from '#records/schedules/schedules.ts';
import { privacyEvents, refusedEvents, zoe } from '#test/support/privacy-desk.ts';
import { scanStores, tablesWith } from '#test/support/scan-stores.ts';
import { createTestStores } from '#test/support/test-stores.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { importFile } from '../imports/import-file.ts';
import { ingestEvents } from '../ingest-events.ts';
import type { Installation } from '../installation.ts';
import { openInstallation } from '../open-installation.ts';
import { rebuildFacts } from '../rebuild-facts.ts';
import { answerQuery } from '../reports/answer-query.ts';
import { finishDryRun } from '../what-if/dry-runs.ts';
import { eraseCustomer } from './erase-customer.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-erase-'));
const stores = await createTestStores(folder);
let installation: Installation;
let app: App;

const from = Date.UTC(2026, 2, 2, 9);
const target = (seconds: number) => ({ id: 'ttr', metric: 'resolution' as const, seconds: { default: seconds } });
const policy = (id: string, when: Policy['when'], seconds: number): Policy => {
  const rest = { calendar: 'always', effectiveFrom: '2020-01-01T00:00:00Z', targets: [target(seconds)] };
  return { id, name: id, kind: 'customer', when, ...rest };
};
const policies = [
  policy('own', { field: 'customer.id', op: 'is', value: zoe.id }, 600),
  policy('gold', { field: 'customer.tier', op: 'is', value: 'gold' }, 7200),
  policy('all', { all: [] }, 86_400),
];

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1 });
  app = await installation.workspace('default');
  await saveRules(app.records, app.workspace, { calendars: [], policies });
  // In two parts, so that facts of several versions name her.
  const events = privacyEvents(from);
  await ingestEvents(app, events.slice(0, 10));
  await app.folds.settled();
  await ingestEvents(app, events.slice(10));
  await app.folds.settled();
  await ingestEvents(app, refusedEvents());
  const file = join(folder, 'export of Zoé Martin.csv');
  writeFileSync(file, 'id;name\n1;x\n');
  const read = { kind: 'file', path: file, name: 'export of Zoé Martin.csv', source: 'crm', mapping: null } as const;
  await importFile(app, { read, name: read.name, source: 'crm' }).catch(() => undefined);
  const letter = { importId: null, line: 4, path: null, code: 'import.bad-row', reason: 'x' };
  await addDeadLetters(app.records, app.workspace, [
    { ...letter, raw: `17;${zoe.id};open` },
    { ...letter, raw: '{"customer":{"name":"Zo\\u00e9 Martin' },
    { ...letter, raw: '18;cust-tom-1;open' },
  ]);
  for (const details of [
    { format: 'csv', filter: { field: 'customer', op: 'is', value: zoe.id } },
    { report: 'backlog', title: 'Of Zoé Martin' },
    { report: 'backlog', title: 'All' },
  ]) {
    await recordAudit(app.records, app.workspace, by, { action: 'data.exported', details });
  }
  const filter = { field: 'customer', op: 'is', value: zoe.id };
  const link = { report: 'backlog', password: null, createdBy: null, expiresAt: new Date(from) };
  const schedule = {
    ...{
      period: 'last-7-days',
      every: 'day' as const,
      weekday: null,
      day: null,
      time: '08:00',
      timeZone: 'UTC',
      language: 'en',
    },
    ...{
      language: 'en' as const,
      attachment: null,
      onlyWithData: false,
      members: '[]',
      addresses: '["boss@example.org"]',
      createdBy: null,
    },
    nextAt: new Date(from),
  } as const;
  for (const [id, title, query] of [
    ['l1', 'Of Zoé Martin', { filter: JSON.stringify(filter) }],
    ['l2', 'By name', { search: 'zoé martin' }],
    ['l3', 'All', { period: 'last-30-days' }],
  ] as const) {
    await addLink(app.records, { ...link, workspace: 'default', id, hash: id, title, query: JSON.stringify(query) });
    const subject = JSON.stringify({ kind: 'report', report: 'backlog', query });
    await addSchedule(app.records, { ...schedule, workspace: 'default', id: id.replace('l', 's'), title, subject });
  }
  const asks = JSON.stringify({ 'f.customer': zoe.id });
  const kept = { workspace: 'default', id: 's1', owner: null, visibility: 'workspace', query: asks } as const;
  const place = { id: 'a', x: 0, y: 0, w: 4, h: 4 };
  const tiles = JSON.stringify([{ ...place, kind: 'text', text: 'Zoé Martin again' }]);
  await addSavedReport(app.records, { ...kept, title: 'Zoé Martin', report: 'backlog', picture: null });
  await addDashboard(app.records, { ...kept, title: 'VIP', description: 'Of Zoé Martin', tiles });
  await finishDryRun(app, { policies: [], months: 12 });
});
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

const by: By = {
  actor: { kind: 'token', id: 't', name: 'Ada', scope: 'admin' },
  address: null,
};
const erase = (customer: string) => eraseCustomer(app, installation.records.everywhere, customer, by);

const scan = () => scanStores(installation.records.everywhere, installation.analytics);

const figures = async () => {
  const period = { from: '2026-03-01', to: '2026-03-08' };
  const rows = [];
  for (const kpi of ['tickets-created', 'first-reply-time:mean', 'sla-compliance', 'csat-average', 'backlog']) {
    for (const by of ['channel', 'agent', 'company', 'tier', 'fields.product']) {
      rows.push(...(await answerQuery(app, { kpis: [kpi], by: [by], ...period })).rows);
    }
  }
  rows.push((await answerQuery(app, { kpis: ['churn-rate', 'first-contact-resolution.no-repeat'], ...period })).total);
  return rows;
};

/** The rows of all facts without what tells of people and how often they were folded. */
const facts = async () => {
  const own =
    'customer, ticket, key, subject, url, orderValue, comment, fields, tags, id, name, company, version, region';
  const found: Record<string, unknown[]> = {};
  for (const table of Object.keys(factTables).filter((name) => name !== 'names')) {
    const rows = await app.analytics.query<object>(
      `SELECT * FROM ${table} FINAL WHERE workspace = {workspace:String}`,
      {
        workspace: app.workspace,
      },
    );
    const kept = rows.map((row) => Object.entries(row).filter(([name]) => !own.split(', ').includes(name)));
    found[table] = kept.map((row) => JSON.stringify(row)).sort();
  }
  return found;
};

const journal = () =>
  app.analytics.query(
    'SELECT source, id, at, type FROM events WHERE workspace = {workspace:String} ORDER BY source, id',
    {
      workspace: app.workspace,
    },
  );

test('a customer of whom nothing is held is unknown, and nothing is kept of the question', async () => {
  await expect(erase('cust-nobody-0')).rejects.toMatchObject({ code: 'privacy.unknown-person' });
  expect(tablesWith(await scan(), ['cust-nobody'])).toEqual([]);
  expect(await listErasures(app.records, app.workspace, { limit: 10 })).toEqual([]);
});

test('after an erasure no table of either store holds the id, a name or the words of the customer; figures stay', async () => {
  const places = tablesWith(await scan(), zoe.traces);
  expect(places).toEqual(
    expect.arrayContaining([
      'policies',
      'imports',
      'dead_letters',
      'audit',
      'links',
      'dashboards',
      'saved_reports',
      'schedules',
      'analytics events',
      'analytics tickets',
      'analytics names',
    ]),
  );
  const before = [await figures(), await facts(), await journal()] as const;
  expect(before[0]?.length).toBeGreaterThan(30);
  const erasure = await erase(zoe.id);
  expect(erasure).toMatchObject({ state: 'done', customer: null, names: null, requestedBy: 'Ada' });
  expect([erasure.tickets, erasure.events, erasure.rejected]).toEqual([3, 13, 4]);
  expect(tablesWith(await scan(), zoe.traces)).toEqual([]);
  expect([await figures(), await facts(), await journal()]).toEqual(before);
});

test('the pseudonym stands where the customer stood, policies made for them included', async () => {
  const [erasure] = await listErasures(app.records, app.workspace, { limit: 1 });
  const pseudonym = erasure?.pseudonym;
  expect(pseudonym).toMatch(/^erased-[0-9a-f]{16}$/);
  const rows = await app.analytics.query(
    `SELECT ticket, company, tier, subject, fields, tags FROM tickets FINAL
     WHERE workspace = {workspace:String} AND customer = {pseudonym:String} ORDER BY ticket`,
    { workspace: app.workspace, pseudonym },
  );
  const none = { company: null, tier: null, subject: null, fields: {}, tags: [] };
  expect(rows).toEqual([
    { ...none, ticket: 'T-1', company: 'Acme', tier: 'gold', fields: { product: 'Lamp' }, tags: ['vip'] },
    { ...none, ticket: pseudonym },
  ]);
  const { policies: now } = await listRules(app.records, app.workspace);
  expect(now[0]?.when).toEqual({ field: 'customer.id', op: 'is', value: pseudonym });
});

test('a shared link asks for the pseudonym, and one that cannot is gone', async () => {
  const links = await listLinks(app.records, app.workspace);
  const told = links.map(({ id, title, query }) => [id, title, JSON.stringify(query)]).sort();
  const [erasure] = await listErasures(app.records, app.workspace, { limit: 1 });
  expect(told).toEqual([
    ['l1', '…', expect.stringContaining(erasure?.pseudonym as string)],
    ['l3', 'All', '{"period":"last-30-days"}'],
  ]);
});

test('so does a schedule', async () => {
  const schedules = await listSchedules(app.records, app.workspace);
  const told = schedules.map(({ id, title, subject }) => [id, title, JSON.stringify(subject.query)]).sort();
  const [erasure] = await listErasures(app.records, app.workspace, { limit: 1 });
  expect(told).toEqual([
    ['s1', '…', expect.stringContaining(erasure?.pseudonym as string)],
    ['s3', 'All', '{"period":"last-30-days"}'],
  ]);
});

test('the audit log says who did what and when, and tells of the pseudonym where it told of the customer', async () => {
  const rows = await app.records.selectFrom('audit').selectAll().orderBy('id').execute();
  const [erasure] = await listErasures(app.records, app.workspace, { limit: 1 });
  const { id, pseudonym } = erasure as ErasureRecord;
  expect(rows.map(({ actorName, action, subject, details }) => [actorName, action, subject, details])).toEqual([
    ['Ada', 'data.exported', null, { format: 'csv', filter: { field: 'customer', op: 'is', value: pseudonym } }],
    ['Ada', 'data.exported', null, {}],
    ['Ada', 'data.exported', null, { report: 'backlog', title: 'All' }],
    ['Ada', 'erasure.requested', id, { pseudonym }],
  ]);
});

test('rejected events of others stay', async () => {
  const letters = await app.records.selectFrom('deadLetters').select('raw').execute();
  expect(letters.filter(({ raw }) => /\btom\b/i.test(raw))).toHaveLength(2);
});

test('an erased event sent again is still a duplicate, and a rebuild brings nothing back', async () => {
  const again = await ingestEvents(app, privacyEvents(from));
  expect(new Set(again.map(({ status }) => status))).toEqual(new Set(['duplicate']));
  const before = await facts();
  await rebuildFacts(app);
  expect(await facts()).toEqual(before);
  expect(tablesWith(await scan(), zoe.traces)).toEqual([]);
});

test('a customer who comes back after an erasure can be erased again', async () => {
  const back = { ...privacyEvents(from)[0], id: 'back-1', subject: 'T-77' };
  await ingestEvents(app, [back]);
  await app.folds.settled();
  expect(tablesWith(await scan(), [zoe.id])).not.toEqual([]);
  expect(await erase(zoe.id)).toMatchObject({ state: 'done', tickets: 1, events: 1, rejected: 0 });
  expect(tablesWith(await scan(), zoe.traces)).toEqual([]);
  await expect(erase(zoe.id)).rejects.toMatchObject({ code: 'privacy.unknown-person' });
});
