import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle } from './support/browser.ts';
import { type RunningVigie, startVigie } from './support/server.ts';

let vigie: RunningVigie;
let browser: Browser;

beforeAll(async () => {
  [vigie, browser] = await Promise.all([startVigie(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await vigie.close();
});

const file = [
  'Numéro;Statut;Ouvert le;Résolu le;Agent;Équipe;Priorité',
  '1;Résolu;02/03/2026 09:00;02/03/2026 11:00;Léa;Retours;Haute',
  '2;Résolu;02/03/2026 09:10;03/03/2026 10:00;Tom;Retours;Basse',
  '3;Ouvert;42/03/2026 09:10;;Tom;Retours;Basse',
].join('\n');

test('a French file is looked at, confirmed and imported; its broken line is told with its reason', async () => {
  const page = await openPage(browser, vigie.origin, { language: 'fr' });
  await page.goto('/sources');
  await settle(page);
  await page.setInputFiles('input[type=file]', { name: 'mars.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  const meaning = page.getByLabel(/Sens.*Ouvert le/);
  await meaning.waitFor();
  expect(await meaning.inputValue()).toBe('createdAt');
  expect(await page.getByLabel(/Sens.*Numéro/).inputValue()).toBe('ticket');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await page.getByRole('heading', { name: 'Lignes rejetées' }).waitFor();
  const rejected = page.getByRole('region', { name: 'Lignes rejetées' });
  await rejected.getByRole('row').nth(1).waitFor();
  expect(await rejected.getByRole('row').nth(1).innerText()).toMatch(/^4\s/);
  await page.getByRole('link', { name: 'Voir la vue d’ensemble' }).click();
  await page.getByRole('button', { name: /^Créés/ }).waitFor();
  expect((await page.getByRole('button', { name: /^Créés/ }).innerText()).split('\n')[1]).toBe('2');
  await page.context().close();
});

test('a file that holds nothing is refused in the reader’s language, with the next step', async () => {
  const page = await openPage(browser, vigie.origin, { language: 'fr' });
  await page.goto('/sources');
  await settle(page);
  await page.setInputFiles('input[type=file]', { name: 'vide.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(/vide/);
  await page.context().close();
});
