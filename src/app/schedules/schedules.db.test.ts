import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { byOperator } from '#app/audit/record-audit.ts';
import { newSchedule } from '#contract/schemas/schedule.ts';
import { listPendingRuns, listRuns } from '#records/schedules/schedule-runs.ts';
import { listSchedules } from '#records/schedules/schedules.ts';
import { type Mailbox, openMailbox } from '#test/support/mailbox.ts';
import { createTestStores } from '#test/support/test-stores.ts';
import { openAccounts } from '../accounts/accounts.ts';
import type { App } from '../app.ts';
import { fileOf } from '../exports/export-report.ts';
import type { Installation } from '../installation.ts';
import { loadSample } from '../load-sample.ts';
import { firstWorkspace, openInstallation } from '../open-installation.ts';
import type { Post } from './post.ts';
import { prepareRun } from './prepare-run.ts';
import { listRunViews, runScheduleNow } from './run-now.ts';
import { runSchedules } from './run-schedules.ts';
import { changeSchedule, createSchedule, dropSchedule, listScheduleViews } from './schedules.ts';
import { unsubscribe } from './unsubscribe.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-schedules-'));
const stores = await createTestStores(join(folder, 'data'));
/** How the mail server answers an address: nothing is yes. */
let refusals: Record<string, number> = {};
let nowMs = Date.parse('2025-06-01T12:00:00Z');
let mailbox: Mailbox;
let installation: Installation;
let app: App;
let post: Post;

beforeAll(async () => {
  mailbox = await openMailbox((address) => refusals[address] ?? null);
  installation = await openInstallation({ ...stores.places, workers: 1, now: () => nowMs });
  app = await installation.workspace(firstWorkspace);
  await loadSample(app, 'marketplace', { tickets: 1500 });
  await app.folds.settled();
  const mail = { url: mailbox.url, from: 'Vigie <vigie@example.org>' };
  const place = { everywhere: installation.records.everywhere, keys: installation.keys, now: () => nowMs };
  post = openAccounts({ ...place, url: 'https://vigie.example.org', mail, singleSignOn: null });
  const [newest] = await app.analytics.query<{ at: number }>(
    'SELECT toUnixTimestamp64Milli(max(createdAt)) AS at FROM tickets WHERE workspace = {workspace:String}',
    { workspace: app.workspace },
  );
  nowMs = (newest?.at ?? nowMs) - 30 * 86_400_000;
});
afterAll(async () => {
  await installation.close();
  await stores.drop();
  await mailbox.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  mailbox.received.length = 0;
  refusals = {};
  for (const { id } of await listSchedules(app.records, app.workspace)) await dropSchedule(app, id, byOperator);
});

const schedule = (changes: object = {}) =>
  createSchedule(
    app,
    newSchedule.parse({
      title: 'Réponses par agent',
      subject: { kind: 'report', report: 'sla-by-agent', query: { every: 'none' } },
      ...{ period: 'last-30-days', every: 'day', time: '08:00', timeZone: 'Europe/Paris', language: 'fr' },
      addresses: ['lea@example.org'],
      ...changes,
    }),
    byOperator,
  );

async function letDaysPass(days: number): Promise<void> {
  nowMs += days * 86_400_000;
  await runSchedules(app, post);
}

const stateOf = async (id: string) => (await listRunViews(app, id, 10, 'en')).map(({ state }) => state);
const headerOf = (mail: ParsedMail | undefined, name: string) =>
  String(mail?.headerLines.find(({ key }) => key === name)?.line);

test('a mail has the figures of the report as table and text, its picture inside, and the file of the same figures', async () => {
  const { id } = await schedule({ attachment: 'xlsx' });
  await letDaysPass(1);
  const [mail] = mailbox.received;
  const [made] = await listSchedules(app.records, app.workspace);
  const [run] = await listRuns(app.records, app.workspace, id, 1);
  if (mail === undefined || made === undefined || run === undefined) throw new Error('No mail came.');
  const sent = await prepareRun(app, made, run.dueAt.getTime());
  if (sent.kind !== 'report') throw new Error('It is of a report.');
  const { report: prepared } = sent;
  const { document } = prepared;
  expect(mail.subject).toBe(`Réponses par agent · ${document.period}`);
  const html = String(mail.html);
  const decoded = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'");
  const cells = [...html.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map((match) => decoded(match[1] ?? ''));
  const lines = [...document.table.rows, ...(document.table.total === null ? [] : [document.table.total])];
  expect(cells).toEqual(lines.flat().map(({ text }) => text));
  for (const { text } of lines.flat()) expect(mail.text).toContain(text);
  expect(mail.text).toContain(document.question);
  const [picture, file] = mail.attachments;
  expect(picture).toMatchObject({ contentType: 'image/png', contentDisposition: 'inline', cid: 'picture@vigie' });
  expect(html).toMatch(/src="(cid:picture@vigie|data:image\/png;base64,)/);
  expect(file?.filename).toBe(`${prepared.fileName}.xlsx`);
  const exported = Buffer.concat(await Array.fromAsync(fileOf(prepared, 'xlsx').bytes));
  const sheetOf = async (bytes: Uint8Array) => (await readXlsx(bytes)).sheets[0]?.rows;
  expect(await sheetOf(file?.content ?? Buffer.of())).toEqual(await sheetOf(exported));
  expect(headerOf(mail, 'list-unsubscribe')).toMatch(/<https:\/\/vigie\.example\.org\/api\/v1\/unsubscribe\/[\w.-]+>/);
  expect(headerOf(mail, 'list-unsubscribe-post')).toContain('List-Unsubscribe=One-Click');
  expect(await stateOf(id)).toEqual(['sent']);
});

test('one click of one reader ends the mails to that reader and to nobody else', async () => {
  const { id } = await schedule({ addresses: ['lea@example.org', 'tom@example.org'] });
  await letDaysPass(1);
  const mine = mailbox.received.find(({ to }) => !Array.isArray(to) && to?.text === 'lea@example.org');
  const token = /unsubscribe\/([\w.-]+)>/.exec(headerOf(mine, 'list-unsubscribe').replaceAll(/\s+/g, ''))?.[1] ?? '';
  expect(await unsubscribe(installation, token)).toEqual({ title: 'Réponses par agent', address: 'lea@example.org' });
  await expect(unsubscribe(installation, `${token.slice(0, -4)}AAAA`)).rejects.toThrow();
  mailbox.received.length = 0;
  await letDaysPass(1);
  expect(mailbox.received.map(({ to }) => !Array.isArray(to) && to?.text)).toEqual(['tom@example.org']);
  expect((await listScheduleViews(app)).find((view) => view.id === id)?.optOuts).toEqual(['lea@example.org']);
});

test('after days without a server only the latest run is sent, and it says how many were not', async () => {
  const { id } = await schedule();
  await letDaysPass(5);
  expect(mailbox.received).toHaveLength(1);
  expect(mailbox.received[0]?.text).toContain('4 e-mails précédents n’ont pas été envoyés');
  await runSchedules(app, post);
  expect(mailbox.received).toHaveLength(1);
  expect((await listRunViews(app, id, 10, 'fr')).map(({ missed }) => missed)).toEqual([4]);
});

test('planned twice at one instant a run is sent once', async () => {
  await schedule();
  nowMs += 86_400_000;
  await Promise.all([runSchedules(app, post), runSchedules(app, post)]);
  await runSchedules(app, post);
  expect(mailbox.received).toHaveLength(1);
});

test('what the mail server does not take now is tried again later, and only to whom it was not sent', async () => {
  const { id } = await schedule({ addresses: ['lea@example.org', 'tom@example.org'] });
  refusals = { 'tom@example.org': 451 };
  await letDaysPass(1);
  expect(await stateOf(id)).toEqual(['due']);
  expect(await listPendingRuns(app.records, app.workspace, new Date(nowMs))).toEqual([]);
  refusals = {};
  nowMs += 60_000;
  await runSchedules(app, post);
  const ids = mailbox.received.map(({ to }) => !Array.isArray(to) && to?.text);
  expect(ids).toEqual(['lea@example.org', 'tom@example.org']);
  expect(await stateOf(id)).toEqual(['sent']);
});

test('an address that is refused for good is not tried again, and the log says what the server said', async () => {
  const { id } = await schedule({ addresses: ['nobody@example.org'] });
  refusals = { 'nobody@example.org': 550 };
  await letDaysPass(1);
  const [run] = await listRunViews(app, id, 1, 'fr');
  expect(run).toMatchObject({ state: 'failed', error: { code: 'schedule.mail-refused' } });
  expect(run?.deliveries[0]).toMatchObject({ address: 'nobody@example.org', state: 'refused' });
  expect(run?.deliveries[0]?.answer).toContain('not now');
});

test('a process that dies between a mail and its record sends at most that mail again, under the same message id', async () => {
  const { id } = await schedule();
  await letDaysPass(1);
  const [first] = mailbox.received;
  const [run] = await listRuns(app.records, app.workspace, id, 1);
  // What a process leaves that dies right after the mail server said yes: no delivery, and the run still due.
  await app.records.deleteFrom('scheduleDeliveries').where('workspace', '=', app.workspace).execute();
  await app.records
    .updateTable('scheduleRuns')
    .set({ state: 'due', attempts: 0 })
    .where('id', '=', run?.id ?? '')
    .execute();
  await runSchedules(app, post);
  await runSchedules(app, post);
  expect(mailbox.received).toHaveLength(2);
  expect(mailbox.received[1]?.messageId).toBe(first?.messageId);
});

test('nothing is sent while there is nothing to say, if that is asked for', async () => {
  const empty = {
    kind: 'report',
    report: 'sla-by-agent',
    query: { filter: '{"field":"channel","op":"is","value":"fax"}' },
  };
  const quiet = await schedule({ subject: empty, onlyWithData: true });
  const loud = await schedule({ subject: empty, addresses: ['tom@example.org'] });
  await letDaysPass(1);
  expect([await stateOf(quiet.id), await stateOf(loud.id)]).toEqual([['empty'], ['sent']]);
  expect(mailbox.received).toHaveLength(1);
});

test('a paused schedule sends nothing, what was due meanwhile is not sent when it goes on, and it can be sent out of turn', async () => {
  const { id } = await schedule();
  await changeSchedule(app, id, { paused: true }, byOperator);
  await letDaysPass(3);
  await changeSchedule(app, id, { paused: false }, byOperator);
  await runSchedules(app, post);
  expect(mailbox.received).toHaveLength(0);
  expect(await runScheduleNow(app, post, id, byOperator, 'en')).toMatchObject({ state: 'sent', asked: true });
  expect(mailbox.received).toHaveLength(1);
});

test('without a mail server a run fails in words, and nothing is sent out of turn', async () => {
  const { id } = await schedule();
  nowMs += 86_400_000;
  await runSchedules(app, { ...post, sendMail: null });
  expect((await listRunViews(app, id, 1, 'fr'))[0]?.error?.detail).toContain('SMTP_URL');
  await expect(runScheduleNow(app, { ...post, sendMail: null }, id, byOperator, 'en')).rejects.toThrow(/SMTP_URL/);
});

test('a schedule that could never run, or goes to nobody, is refused', async () => {
  await expect(schedule({ every: 'week' })).rejects.toThrow(/weekday/);
  await expect(schedule({ timeZone: 'Mars/Olympus' })).rejects.toThrow(/zone/);
  await expect(schedule({ addresses: [] })).rejects.toThrow(/nobody/);
  await expect(schedule({ subject: { kind: 'report', report: 'nothing', query: {} } })).rejects.toThrow(/report/);
});
