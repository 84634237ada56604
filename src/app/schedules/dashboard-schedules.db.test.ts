import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { byOperator } from '#app/audit/record-audit.ts';
import { newSchedule } from '#contract/schemas/schedule.ts';
import type { Tile } from '#domain/report/dashboard.ts';
import { listRuns } from '#records/schedules/schedule-runs.ts';
import { listSchedules } from '#records/schedules/schedules.ts';
import { type Mailbox, openMailbox } from '#test/support/mailbox.ts';
import { createTestStores } from '#test/support/test-stores.ts';
import { openAccounts } from '../accounts/accounts.ts';
import type { App } from '../app.ts';
import { createDashboard, dropDashboard } from '../dashboards/dashboards.ts';
import type { PreparedBoard } from '../dashboards/prepare-board.ts';
import { showDashboard } from '../dashboards/show-dashboard.ts';
import { askingOfReport } from '../exports/asking-of.ts';
import { drawCharts } from '../exports/draw-charts.ts';
import { prepareReport } from '../exports/prepare-report.ts';
import type { Installation } from '../installation.ts';
import { loadSample } from '../load-sample.ts';
import { firstWorkspace, openInstallation } from '../open-installation.ts';
import { answerQuery } from '../reports/answer-query.ts';
import { prepareRun } from './prepare-run.ts';
import { listRunViews } from './run-now.ts';
import { runSchedules } from './run-schedules.ts';
import { createSchedule, dropSchedule, listScheduleViews } from './schedules.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-board-mails-'));
const stores = await createTestStores(join(folder, 'data'));
let nowMs = Date.parse('2025-06-01T12:00:00Z');
let mailbox: Mailbox;
let installation: Installation;
let app: App;
let post: ReturnType<typeof openAccounts>;

const place = { w: 6, h: 4 } as const;
const report = { kind: 'report', picture: null, title: null } as const;
const tiles: readonly Tile[] = [
  { id: 'a', x: 0, y: 0, ...place, ...report, report: 'support-volume', query: { every: 'none', by: 'channel' } },
  { id: 'b', x: 6, y: 0, ...place, ...report, report: 'sla-by-agent', query: { every: 'none', sort: 'agent' } },
  { id: 'c', x: 0, y: 4, ...place, ...report, report: 'sla-by-agent', query: { every: 'none' }, picture: 'table' },
  { id: 'd', x: 6, y: 4, ...place, kind: 'text', text: 'Lire **n** d’abord.' },
  { id: 'e', x: 0, y: 8, ...place, ...report, report: 'csat', query: { by: 'no-such-thing' }, title: 'En panne' },
];

beforeAll(async () => {
  mailbox = await openMailbox();
  installation = await openInstallation({ ...stores.places, workers: 1, now: () => nowMs });
  app = await installation.workspace(firstWorkspace);
  await loadSample(app, 'marketplace', { tickets: 1200 });
  await app.folds.settled();
  const mail = { url: mailbox.url, from: 'Vigie <vigie@example.org>' };
  const place = { everywhere: installation.records.everywhere, keys: installation.keys, now: () => nowMs };
  post = openAccounts({ ...place, url: 'https://vigie.example.org', mail, singleSignOn: null });
  const [newest] = await app.analytics.query<{ at: number }>(
    'SELECT toUnixTimestamp64Milli(max(createdAt)) AS at FROM tickets WHERE workspace = {workspace:String}',
    { workspace: app.workspace },
  );
  nowMs = newest?.at ?? nowMs;
});
afterAll(async () => {
  await installation.close();
  await stores.drop();
  await mailbox.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  mailbox.received.length = 0;
  for (const { id } of await listSchedules(app.records, app.workspace)) await dropSchedule(app, id, byOperator);
});

async function dashboard(changes: { tiles?: readonly Tile[]; query?: Record<string, string> } = {}): Promise<string> {
  const board = { title: 'Équipe / mois', description: '', visibility: 'workspace', query: {}, tiles } as const;
  const { id } = await createDashboard(post, app, { ...board, ...changes }, { ...byOperator, language: 'fr' });
  return id;
}

const schedule = (id: string, changes: object = {}) =>
  createSchedule(
    app,
    newSchedule.parse({
      title: 'Le point',
      subject: { kind: 'dashboard', dashboard: id },
      ...{ period: 'last-30-days', every: 'day', time: '08:00', timeZone: 'Europe/Paris', language: 'fr' },
      addresses: ['lea@example.org'],
      ...changes,
    }),
    byOperator,
  );

async function letDayPass(): Promise<void> {
  nowMs += 86_400_000;
  await runSchedules(app, post);
}

async function boardOf(id: string): Promise<PreparedBoard> {
  const made = (await listSchedules(app.records, app.workspace)).find((each) => each.id === id);
  const [run] = await listRuns(app.records, app.workspace, id, 1);
  if (made === undefined || run === undefined) throw new Error('Nothing ran.');
  const prepared = await prepareRun(app, made, run.dueAt.getTime());
  if (prepared.kind !== 'dashboard') throw new Error('It is of a dashboard.');
  return prepared.board;
}

const plain = (text: string) => text.replaceAll(/\s+/g, '');

test('a mail of a dashboard has each tile: its picture, or its table, its text, or why it has no figures', async () => {
  const { id } = await schedule(await dashboard(), { attachment: 'xlsx' });
  await letDayPass();
  const [mail] = mailbox.received;
  const board = await boardOf(id);
  expect(mail?.subject).toBe(`Le point · ${board.period}`);
  const titles = [...String(mail?.html).matchAll(/<h2[^>]*>([^<]*)</g)].map((match) => match[1]);
  expect(titles).toEqual(board.tiles.flatMap((tile) => (tile.kind === 'report' ? [tile.title] : [])));
  const inside = mail?.attachments.filter(({ contentDisposition }) => contentDisposition === 'inline') ?? [];
  expect(inside.map(({ cid }) => cid)).toEqual(['tile-1@vigie', 'tile-2@vigie']);
  for (const { content } of inside) expect(content.subarray(1, 4).toString()).toBe('PNG');
  expect(mail?.text).toContain('Lire n d’abord.');
  expect(mail?.text).toContain('no-such-thing');
  for (const tile of board.tiles) {
    if (tile.kind === 'text' || tile.prepared === null) continue;
    const { rows, total } = tile.prepared.document.table;
    for (const { text } of [...rows.slice(0, 15), total ?? []].flat())
      expect(plain(mail?.text ?? '')).toContain(plain(text));
  }
  expect(mail?.text).toContain('https://vigie.example.org/dashboards/');
  expect(mail?.text).toContain('https://vigie.example.org/unsubscribe/');
});

test('its workbook has a sheet a tile with the rows of the screen in their order, and its PDF has all their cells', async () => {
  const made = await dashboard();
  const xlsx = await schedule(made, { attachment: 'xlsx', period: 'own' });
  const pdf = await schedule(made, { attachment: 'pdf', period: 'own' });
  await letDayPass();
  const file = (type: string) =>
    mailbox.received.flatMap(({ attachments }) => attachments).find(({ filename }) => filename?.endsWith(type));
  expect(file('.xlsx')?.filename).toMatch(/^equipe-mois-\d{4}-\d\d-\d\d\.xlsx$/);
  const { sheets } = await readXlsx(file('.xlsx')?.content ?? Buffer.of());
  expect(sheets.map(({ name }) => name)).toEqual([
    ...['Volume de tickets', 'SLA par agent', 'SLA par agent 2', 'En panne', 'À propos'],
  ]);
  const shown = await showDashboard(app, made, { actor: { kind: 'operator' }, language: 'fr' });
  const ofReports = shown.tiles.filter((tile) => tile.kind === 'report');
  const printed = plain(
    (await extractText(await getDocumentProxy(new Uint8Array(file('.pdf')?.content ?? [])), { mergePages: true })).text,
  );
  for (const [place, { table, title }] of ofReports.entries()) {
    expect(printed).toContain(plain(title));
    if (table === null) continue;
    const [head = [], ...lines] = sheets[place]?.rows ?? [];
    expect(head.slice(0, table.columns.length)).toEqual(table.columns.map(({ name }) => name));
    const first = table.rows.map(({ cells }) => cells[0]?.text ?? '');
    expect(lines.slice(0, first.length).map(([cell]) => cell)).toEqual(first);
    const counts = table.columns.flatMap(({ unit }, at) => (unit === 'count' ? [at] : []));
    for (const at of counts) {
      expect(lines.slice(0, first.length).map((cells) => cells[at] ?? null)).toEqual(
        table.rows.map(({ cells }) => cells[at]?.value ?? null),
      );
    }
    for (const { text } of table.rows.flatMap(({ cells }) => cells)) expect(printed).toContain(plain(text));
  }
  expect((await boardOf(xlsx.id)).period).toBeNull();
  expect(pdf.period).toBe('own');
});

test('nothing is sent while no tile has a figure, if that is asked for', async () => {
  const quiet = [{ ...(tiles[0] as Tile), query: { every: 'none', by: 'channel', 'f.channel': 'fax' } }] as Tile[];
  const { id } = await schedule(await dashboard({ tiles: quiet }), { onlyWithData: true });
  await letDayPass();
  expect((await listRunViews(app, id, 1, 'en'))[0]?.state).toBe('empty');
});

test('the filters of a schedule stand in the place of those of its dashboard', async () => {
  const [volume] = tiles as [Tile];
  const made = await dashboard({ tiles: [volume], query: { 'f.channel': 'chat' } });
  const own = await schedule(made);
  const all = await schedule(made, { subject: { kind: 'dashboard', dashboard: made, query: {} } });
  await letDayPass();
  const rowsOf = async (id: string) => {
    const [tile] = (await boardOf(id)).tiles;
    return tile?.kind === 'report' ? tile.prepared?.document.table.rows.length : undefined;
  };
  expect(await rowsOf(own.id)).toBe(1);
  expect(await rowsOf(all.id)).toBeGreaterThan(1);
});

test('a dashboard that is not there, or a period that only dashboards have, is refused', async () => {
  await expect(schedule('nothing')).rejects.toThrow(/dashboard/);
  const query = {};
  await expect(schedule('', { subject: { kind: 'report', report: 'csat', query }, period: 'own' })).rejects.toThrow(
    /no period of its own/,
  );
});

test('removing a dashboard ends the schedules that send it, and no other', async () => {
  const [gone, kept] = [await dashboard(), await dashboard()];
  const [ends, stays] = [await schedule(gone), await schedule(kept)];
  await dropDashboard(app, gone, byOperator);
  const left = (await listScheduleViews(app)).map(({ id }) => id);
  expect([left.includes(ends.id), left.includes(stays.id)]).toEqual([false, true]);
});

test('a file has every picture of its report, each named, and how its durations spread', async () => {
  const chartsOf = async (id: string, overrides = {}) => {
    const asking = await askingOfReport(app, id, overrides);
    const prepared = await prepareReport(app, { asking, language: 'en', answer: (asked) => answerQuery(app, asked) });
    return drawCharts(prepared, 800);
  };
  const heatmaps = await chartsOf('messages-by-hour');
  expect(heatmaps.length).toBeGreaterThan(1);
  expect(new Set(heatmaps.map(({ name }) => name)).size).toBe(heatmaps.length);
  const replies = await chartsOf('first-reply', { every: 'month', by: [] });
  expect(replies.map(({ name }) => name)).toEqual([null, 'How it spreads: First reply time']);
});
