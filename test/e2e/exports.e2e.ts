import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Mailbox, openMailbox } from '#test/support/mailbox.ts';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle, type View } from './support/browser.ts';
import { loadSample, post, type RunningVigie, startVigie } from './support/server.ts';

let mailbox: Mailbox;
let vigie: RunningVigie;
let browser: Browser;

beforeAll(async () => {
  mailbox = await openMailbox();
  [vigie, browser] = await Promise.all([startVigie({ env: { SMTP_URL: mailbox.url } }), launchBrowser()]);
  await loadSample(vigie.origin, 'marketplace', '?tickets=400');
});

afterAll(async () => {
  await browser.close();
  await vigie.close();
  await mailbox.close();
});

async function visit(path: string, view: View = {}): Promise<Page> {
  const page = await openPage(browser, vigie.origin, view);
  await page.goto(path);
  await settle(page);
  return page;
}

async function download(page: Page, format: string): Promise<Buffer> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ]);
  await page.getByText('is in your downloads').waitFor();
  return readFile(await file.path());
}

/** The rows of the table on the page, in its order, without the total; the changes beside figures aside. */
async function firstColumn(page: Page): Promise<string[]> {
  return page.locator('table tbody tr > :first-child').allInnerTexts();
}

test('files have the rows of the page in its order, the reader’s own too', async () => {
  const page = await visit('/reports/sla-by-agent?every=none&period=all&sort=agent');
  const agents = await firstColumn(page);
  expect(agents.length).toBeGreaterThan(3);
  const csv = parse((await download(page, 'Table (CSV)')).toString('utf8').replace('\ufeff', '')) as string[][];
  expect(csv.slice(1, -1).map(([agent]) => agent)).toEqual(agents);
  const { sheets } = await readXlsx(await download(page, 'Workbook (XLSX)'));
  expect(sheets[0]?.rows.slice(1, -1).map(([agent]) => agent)).toEqual(agents);
  expect(sheets[1]?.name).toBe('About');
  expect((await download(page, 'Document (PDF)')).subarray(0, 5).toString()).toBe('%PDF-');
  await page.context().close();
});

test('a report is scheduled from its page, sent now, logged, and its reader unsubscribes', async () => {
  const page = await visit('/reports/sla-by-agent?every=none&period=last-30-days');
  await page.getByRole('button', { name: 'Schedule' }).click();
  const sheet = page.getByRole('dialog', { name: 'Send this report by mail' });
  expect(await sheet.getByLabel('Period').inputValue()).toBe('last-30-days');
  await sheet.getByRole('button', { name: 'Schedule it' }).click();
  await sheet.getByText('Choose a member or write an address.').waitFor();
  await sheet.getByLabel('Other addresses').fill('boss@example.org');
  await expectAccessible(page);
  await sheet.getByRole('button', { name: 'Schedule it' }).click();
  await sheet.getByText('the first mail leaves').waitFor();
  await sheet.getByRole('link', { name: 'See all schedules' }).click();
  await page.getByRole('cell', { name: 'Every Monday at 08:00' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send now' }).click();
  const log = page.getByRole('dialog', { name: 'What “SLA by agent” sent' });
  await log.getByRole('row', { name: /boss@example\.org/ }).waitFor();
  await page.context().close();
  const [mail] = mailbox.received;
  expect(mail?.subject).toMatch(/^SLA by agent/);
  expect(mail?.attachments[0]?.filename).toMatch(/^sla-by-agent-.*\.xlsx$/);

  const link = /https?:\/\/\S+\/unsubscribe\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  const theirs = await visit(new URL(link).pathname, { as: null });
  await expectAccessible(theirs);
  await theirs.getByRole('button', { name: 'Unsubscribe' }).click();
  await theirs.getByText('boss@example.org gets no more of “SLA by agent”.').waitFor();
  await theirs.context().close();
});

test('a dashboard is scheduled from its page in French, sent now as a PDF, and its reader unsubscribes by the link', async () => {
  const made = { template: 'support-manager', title: 'Équipe', query: {} };
  const { id } = await post<{ id: string }>(vigie.origin, '/dashboards', made);
  const page = await visit(`/dashboards/${id}?period=2025-12-01..2026-01-01`, { language: 'fr' });
  await page.getByRole('button', { name: 'Programmer' }).click();
  const sheet = page.getByRole('dialog', { name: 'Envoyer ce tableau de bord par e-mail' });
  await sheet.getByLabel('Période').selectOption({ label: '30 derniers jours de données' });
  await sheet.getByLabel('Avec').selectOption({ label: 'un PDF' });
  await sheet.getByLabel('Autres adresses').fill('chef@example.org');
  await expectAccessible(page);
  await sheet.getByRole('button', { name: 'Programmer l’envoi' }).click();
  await sheet.getByRole('link', { name: 'Voir tous les envois' }).click();
  const row = page.getByRole('row', { name: /Tableau de bord.*Équipe/ });
  await row.getByRole('button', { name: /^Envoyer maintenant/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('row', { name: /chef@example\.org/ })
    .waitFor();
  await page.context().close();
  const mail = mailbox.received.at(-1);
  expect(mail?.subject).toMatch(/^Équipe · /);
  const kinds = mail?.attachments.map(({ contentType }) => contentType) ?? [];
  expect(kinds.filter((kind) => kind === 'image/png').length).toBeGreaterThan(2);
  expect(kinds.at(-1)).toBe('application/pdf');
  const reader = await openPage(browser, vigie.origin, { as: null, language: 'fr' });
  await reader.setContent(String(mail?.html).replaceAll(/src="[^"]*"/g, ''));
  const link = await reader.getByRole('link', { name: 'Se désabonner de cet e-mail' }).getAttribute('href');
  await reader.goto(new URL(link ?? '').pathname);
  await reader.getByRole('button', { name: 'Se désabonner' }).click();
  await reader.getByText('chef@example.org ne reçoit plus « Équipe ».').waitFor();
  await reader.context().close();
});
