import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle, type View } from './support/browser.ts';
import { join } from './support/join.ts';
import { ask, loadSample, type RunningVigie, startVigie } from './support/server.ts';

let vigie: RunningVigie;
let browser: Browser;

beforeAll(async () => {
  [vigie, browser] = await Promise.all([startVigie(), launchBrowser()]);
  await loadSample(vigie.origin, 'marketplace', '?tickets=400&seed=5');
});

afterAll(async () => {
  await browser.close();
  await vigie.close();
});

async function visit(path: string, view: View = {}): Promise<Page> {
  const page = await openPage(browser, vigie.origin, view);
  await page.goto(path);
  await settle(page);
  return page;
}

const searchOf = (page: Page) => new URL(page.url()).searchParams;
const firstName = (page: Page) => page.getByRole('table').getByRole('rowheader').first().getByRole('link').innerText();

test('customers stand in four rankings and in a table, in both languages and themes, on a telephone too', async () => {
  const page = await visit('/customers?period=all&least=1');
  for (const title of ['Slowest to reply', 'Longest waiting', 'Most tickets', 'Least satisfied']) {
    await page.getByRole('heading', { level: 2, name: title }).waitFor();
  }
  expect(await page.getByRole('region', { name: 'Rankings' }).getByRole('listitem').count()).toBe(20);
  await expectAccessible(page);
  await page.context().close();
  const dark = await visit('/customers?period=all', { scheme: 'dark', language: 'fr' });
  await dark.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
  await expectAccessible(dark);
  await dark.context().close();
  const phone = await visit('/customers?period=all', { width: 360, height: 740 });
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await expectAccessible(phone);
  await phone.context().close();
});

test('a heading orders the table by keyboard, pages go on, and the foot is what the API says of all customers', async () => {
  const page = await visit('/customers?period=all&least=1');
  const heading = page.getByRole('button', { name: /Sort by Customer wait time/ });
  await heading.focus();
  await page.keyboard.press('Enter');
  await settle(page);
  expect(searchOf(page).get('sort')).toBe('-customer-wait-time:median');
  await page
    .getByRole('columnheader', { name: /Customer wait time/ })
    .and(page.locator('[aria-sort=descending]'))
    .waitFor();
  const longest = await firstName(page);
  await heading.press('Enter');
  await settle(page);
  expect(searchOf(page).get('sort')).toBe('customer-wait-time:median');
  expect(await firstName(page)).not.toBe(longest);
  await page.getByRole('button', { name: 'Next page' }).click();
  await settle(page);
  expect(searchOf(page).has('after')).toBe(true);
  const status = await ask(vigie.origin, { kpis: ['tickets-created'], from: '2000-01-01', to: '2100-01-01' });
  const foot = page.getByRole('row', { name: /^All customers/ });
  expect(await foot.getByRole('cell').first().innerText()).toBe(String(status.total[0]));
  await page.getByRole('button', { name: /^Order the table by this.*Least satisfied/ }).click();
  await settle(page);
  expect(searchOf(page).get('sort')).toBe('csat');
  expect(searchOf(page).has('after')).toBe(false);
  await page.context().close();
});

test('a customer is found by name, opened, and has figures, tickets and their proofs', async () => {
  const page = await visit('/customers?period=all');
  const name = await firstName(page);
  await page.getByRole('searchbox', { name: 'Name or id' }).fill(name.toUpperCase());
  await expect.poll(() => searchOf(page).get('q')).toBe(name.toUpperCase());
  await settle(page);
  await page.getByRole('table').getByRole('link', { name }).first().press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await settle(page);
  await page.getByRole('region', { name: 'Key figures' }).getByText('all customers:').first().waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: /See the tickets behind: Tickets/ }).click();
  await page.getByRole('dialog', { name: 'Tickets behind the figure' }).waitFor();
  await settle(page);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const ticket = page.getByRole('region', { name: 'Tickets of the period' }).getByRole('link').first();
  const key = await ticket.innerText();
  await ticket.click();
  await page.getByRole('heading', { level: 1, name: key }).waitFor();
  await page.getByRole('complementary', { name: 'Details' }).getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  const phone = await visit(new URL(page.url()).pathname, { width: 360, height: 740, language: 'fr', scheme: 'dark' });
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await expectAccessible(phone);
  await phone.context().close();
  await page.getByRole('link', { name: 'Erase…' }).click();
  const field = page.getByLabel('Id of the customer').first();
  await expect.poll(() => field.inputValue()).not.toBe('');
  await page.context().close();
});

test('what is not there says so: a text that nobody has, too few rows, and a customer who does not exist', async () => {
  const page = await visit('/customers?period=all&q=nobody-is-called-this');
  await page.getByText('No customer matches').waitFor();
  await page.goto('/customers?period=all&least=30&sort=-csat');
  await settle(page);
  await page.getByText('Nobody has 30 rows behind this figure.').first().waitFor();
  await page.getByRole('button', { name: 'Take any n' }).click();
  await expect.poll(() => page.getByRole('table').getByRole('rowheader').count()).toBeGreaterThan(1);
  await page.goto('/customers/nobody');
  await page.getByText('There is no customer “nobody”.').waitFor();
  await expectAccessible(page);
  await page.context().close();
});

test('companies are listed by the switch, and those who may not erase are not offered it', async () => {
  const viewer = await join(vigie.origin, { email: 'viewer@example.org', name: 'Vera', role: 'viewer' });
  const page = await visit('/customers?period=all', { as: viewer });
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('heading', { level: 2, name: 'Tickets over time' }).waitFor();
  expect(await page.getByRole('link', { name: 'Erase…' }).count()).toBe(0);
  await page.goto('/customers?period=all');
  await page.getByText('Companies', { exact: true }).click();
  await settle(page);
  expect(searchOf(page).get('by')).toBe('company');
  await expectAccessible(page);
  await page.context().close();
});
