import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle, type View } from './support/browser.ts';
import { join } from './support/join.ts';
import { loadSample, post, type RunningVigie, startVigie } from './support/server.ts';

let vigie: RunningVigie;
let browser: Browser;

beforeAll(async () => {
  [vigie, browser] = await Promise.all([startVigie(), launchBrowser()]);
  await loadSample(vigie.origin, 'marketplace', '?tickets=200');
  await post(vigie.origin, '/invitations', { email: 'hugo@example.org', role: 'viewer' });
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

test('a token is shown once, works, and stops working when it is revoked', async () => {
  const page = await visit('/settings/tokens');
  await page.getByRole('button', { name: 'Create a token' }).click();
  const sheet = page.getByRole('dialog', { name: 'Create a token' });
  await sheet.getByLabel('Name').fill('Spreadsheet');
  await sheet.getByRole('radio', { name: /^Read/ }).check();
  await expectAccessible(page);
  await sheet.getByRole('button', { name: 'Create a token' }).click();
  const token = await sheet.getByLabel('Token', { exact: true }).inputValue();
  await expectAccessible(page);
  await sheet.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByRole('row', { name: /Spreadsheet/ }).waitFor();
  expect(await page.content()).not.toContain(token);

  const ask = () => fetch(`${vigie.origin}/api/v1/kpis`, { headers: { authorization: `Bearer ${token}` } });
  expect((await ask()).status).toBe(200);
  await page.getByRole('button', { name: /^Revoke.*Spreadsheet/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('No token yet').waitFor();
  expect((await ask()).status).toBe(401);
  await page.context().close();
});

test('language and theme follow the account into another browser', async () => {
  const person = await join(vigie.origin, { name: 'Sofia Rossi', email: 'sofia@example.org', role: 'manager' });
  const one = await visit('/settings/profile', { as: person });
  await one.getByRole('combobox', { name: 'Language' }).selectOption('fr');
  await one.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  await one.getByRole('button', { name: 'Save' }).click();
  await one.getByRole('heading', { level: 1, name: 'Profil' }).waitFor();
  await one.context().close();
  const two = await visit('/', { as: person, language: 'en', scheme: 'light' });
  await two.getByRole('heading', { level: 1, name: 'Vue d’ensemble' }).waitFor();
  expect(await two.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
  expect(await two.locator('html').getAttribute('lang')).toBe('fr');
  await two.context().close();
});

test('another workspace has figures of its own; its name stands in a copied address, which leads there', async () => {
  const page = await visit('/settings/workspaces');
  await page.getByRole('button', { name: 'New workspace' }).click();
  const sheet = page.getByRole('dialog', { name: 'New workspace' });
  await sheet.getByLabel('Name').fill('Boutique Lyon');
  expect(await sheet.getByLabel('Identifier').inputValue()).toBe('boutique-lyon');
  await sheet.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('row', { name: /Boutique Lyon/ }).waitFor();
  await page.getByRole('link', { name: 'Tickets' }).click();
  await page.getByRole('table').waitFor();

  await page.getByRole('button', { name: /^Workspace: / }).click();
  await page.getByRole('menuitem', { name: /Boutique Lyon/ }).click();
  await page.getByRole('button', { name: /^Workspace: Boutique Lyon/ }).waitFor();
  await settle(page);
  expect(await page.getByRole('table').count()).toBe(0);

  const other = await visit('/tickets?workspace=boutique-lyon');
  await other.getByRole('button', { name: /^Workspace: Boutique Lyon/ }).waitFor();
  expect(new URL(other.url()).searchParams.get('workspace')).toBeNull();
  await other.context().close();
  await page.context().close();
});

test('a shared report opens for whoever has its link and password, and shows nothing else of Vigie', async () => {
  const page = await visit('/reports/support-volume');
  await page.getByRole('button', { name: 'Share' }).click();
  const sheet = page.getByRole('dialog', { name: 'Share this report' });
  await sheet.getByLabel('Title').fill('For the board');
  await sheet.getByRole('textbox', { name: 'Password (optional)' }).fill('quai des mouettes');
  await sheet.getByRole('button', { name: 'Make the link' }).click();
  const link = await sheet.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
  await page.context().close();

  const theirs = await visit(link, { as: null });
  await expectAccessible(theirs);
  await theirs.getByRole('textbox', { name: 'Password' }).fill('a wrong password');
  await theirs.keyboard.press('Enter');
  await theirs.getByText('This is not the password of this link.').waitFor();
  await theirs.getByRole('textbox', { name: 'Password' }).fill('quai des mouettes');
  await theirs.keyboard.press('Enter');
  await theirs.getByRole('heading', { name: 'For the board' }).waitFor();
  await theirs.getByRole('table').waitFor();
  expect(await theirs.getByRole('navigation').count()).toBe(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await theirs.emulateMedia({ colorScheme });
    await expectAccessible(theirs);
  }
  await theirs.context().close();
});

test('the audit log says who did what, narrowed by what it is about', async () => {
  const page = await visit('/settings/audit');
  await page.getByText('Invited hugo@example.org as Viewer').waitFor();
  await page.getByLabel('About').selectOption({ label: 'API tokens' });
  await page.getByText('Revoked the token “Spreadsheet”').waitFor();
  expect(await page.getByText('Invited hugo@example.org').count()).toBe(0);
  await page.context().close();
});
