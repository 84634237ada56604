import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spawnVigie } from '#test/support/spawn-vigie.ts';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle } from './support/browser.ts';
import { loadFile, type RunningVigie, startVigie } from './support/server.ts';

let vigie: RunningVigie;
let browser: Browser;
let page: Page;

const row = (id: string, customer: string) => `${id},2026-03-04 09:00,2026-03-04 10:00,Urgent,${customer}`;
const file = [
  'Id,Opened at,Closed at,Priority,Customer',
  row('T-1', 'anna@example.org'),
  row('T-2', 'bob@example.org'),
  row('T-3', 'anna@example.org'),
].join('\n');

beforeAll(async () => {
  [vigie, browser] = await Promise.all([startVigie(), launchBrowser()]);
  await loadFile(vigie.origin, 'march.csv', file);
  page = await openPage(browser, vigie.origin);
  await page.goto('/settings/data');
  await settle(page);
});

afterAll(async () => {
  await browser.close();
  await vigie.close();
});

test('periods are kept, say what they would remove, and refuse what is no period', async () => {
  const tickets = page.getByLabel('Tickets', { exact: true });
  await tickets.fill('0');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('A whole number from 1 to 1200').waitFor();
  await tickets.fill('1');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').waitFor();
  const preview = page.getByRole('region', { name: 'What these periods would remove now' });
  await expect.poll(() => preview.innerText()).toMatch(/Tickets\s+3/);
  await tickets.fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => preview.innerText()).toMatch(/Tickets\s+0/);
});

test('what is held of a customer is handed out as a file; of somebody unknown it says so', async () => {
  const id = page.getByLabel('Id of the customer').first();
  await id.fill('nobody@example.org');
  await page.getByRole('button', { name: 'Extract the data' }).click();
  await page.getByRole('alert').waitFor();
  await id.fill('anna@example.org');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Extract the data' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('vigie-customer-anna@example.org.json');
  const text = await readFile(await download.path(), 'utf8');
  expect(['T-1', 'T-2', 'T-3'].filter((key) => text.includes(key))).toEqual(['T-1', 'T-3']);
});

test('an erased customer is a pseudonym wherever they stood, after being asked for twice', async () => {
  await page.getByLabel('Id of the customer').last().fill('anna@example.org');
  await page.getByRole('button', { name: 'Erase…' }).click();
  const asked = page.getByRole('dialog', { name: 'Erase anna@example.org?' });
  await asked.waitFor();
  await expectAccessible(page);
  await asked.getByRole('button', { name: 'Erase for good' }).click();
  const done = page.getByRole('row', { name: /Done.*Léa Martin/ });
  await done.waitFor({ timeout: 60_000 });
  await expectAccessible(page);
  const pseudonym = await done.getByRole('rowheader').innerText();
  const { items } = await (await page.request.get('/api/v1/dimensions/customer/values')).json();
  const customers = items.map(({ value }: { value: string }) => value);
  expect(customers.sort()).toEqual(['bob@example.org', pseudonym].sort());
});

test('an operator downloads a back-up of the whole installation, which verifies', async () => {
  await page.goto('/settings/backup');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^vigie-.*\.backup$/);
  const folder = tmpdir();
  const words = ['backup', '--verify', await download.path(), '--json'];
  const { code, stderr } = await spawnVigie({ cwd: folder, dataFolder: folder }, words);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
