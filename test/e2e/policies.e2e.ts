import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle } from './support/browser.ts';
import { join } from './support/join.ts';
import { loadSample, type RunningVigie, startVigie } from './support/server.ts';

let vigie: RunningVigie;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [vigie, browser] = await Promise.all([startVigie(), launchBrowser()]);
  await loadSample(vigie.origin, 'marketplace', '?tickets=300');
  page = await openPage(browser, vigie.origin, { language: 'fr' });
});
afterAll(async () => {
  await browser.close();
  await vigie.close();
});

const names = () => page.locator('main ol').first().getByRole('link').allTextContents();

test('policies of a kind are put in another order by keyboard and by dragging', async () => {
  await page.goto('/settings/policies');
  await settle(page);
  const before = await names();
  expect(before.length).toBeGreaterThan(1);
  const [first, second] = before as [string, string];
  await page.getByRole('button', { name: `Descendre ${first}` }).press('Enter');
  await page
    .getByText(`${first} : place 2`)
    .or(page.getByText(/place 2 sur/))
    .first()
    .waitFor();
  await expect.poll(names).toEqual([second, first, ...before.slice(2)]);
  const rows = page.locator('main ol').first().locator('li');
  await rows.nth(1).dragTo(rows.nth(0));
  await expect.poll(names).toEqual(before);
});

test('a policy from a preset is counted, mended where it is wrong, tried, saved, compared and ended', async () => {
  await page.goto('/settings/policies/new?preset=generic&policy=any-marketplace');
  await page.getByText(/des 3 derniers mois/).waitFor();
  const duration = page.getByRole('textbox', { name: 'Durée, Toutes priorités' }).first();
  await duration.fill('bientôt');
  await page.getByRole('button', { name: 'Enregistrer la règle' }).click();
  await page.getByText('1 point à corriger avant d’enregistrer').waitFor();
  await duration.fill('1 min');
  await page.getByRole('button', { name: 'Essayer' }).click();
  await page.getByRole('heading', { name: 'Tickets qui changent de camp' }).waitFor();
  await settle(page);
  await expectAccessible(page);
  const proof = await page.locator('main table a[href^="/tickets/"]').first().getAttribute('href');
  expect(proof).toMatch(/^\/tickets\/MP-/);
  await page.getByRole('button', { name: 'Enregistrer la règle' }).click();
  await page.waitForURL('**/settings/policies/any-marketplace');
  await page.getByText('Version 1').waitFor();
  await page.getByRole('textbox', { name: 'Nom' }).fill('Partout');
  await page.getByRole('button', { name: 'Enregistrer la règle' }).click();
  await page.getByText('Version 2 enregistrée.').waitFor();
  await page.getByRole('button', { name: 'Comparer la version 2 avec la précédente' }).click();
  await page.getByRole('dialog').getByText('Partout').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Mettre fin' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mettre fin' }).click();
  await page.getByText('Cette règle est terminée.').waitFor();
});

test('a manager reads a policy and is offered nothing to change', async () => {
  const as = await join(vigie.origin, { name: 'Sofia Rossi', email: 'sofia@example.org', role: 'manager' });
  const theirs = await openPage(browser, vigie.origin, { as });
  await theirs.goto('/settings/policies/amazon');
  await theirs.getByText('An administrator changes them.').waitFor();
  expect(await theirs.getByRole('textbox', { name: 'Name' }).isDisabled()).toBe(true);
  expect(await theirs.getByRole('button', { name: 'Save the policy' }).count()).toBe(0);
  await theirs.context().close();
});
