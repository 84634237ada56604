import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle } from './support/browser.ts';
import { type RunningVigie, startVigie } from './support/server.ts';

let vigie: RunningVigie;
let browser: Browser;

beforeAll(async () => {
  [vigie, browser] = await Promise.all([startVigie({ bare: true }), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await vigie.close();
});

test('an empty workspace offers samples and an import, and is accessible in both themes', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await openPage(browser, vigie.origin, { scheme });
    await page.goto('/');
    await settle(page);
    expect(await page.getByText('24,918 tickets').count()).toBe(1);
    expect(await page.getByText('Generated data').count()).toBeGreaterThan(0);
    await expectAccessible(page);
    await page.context().close();
  }
});

test('one click on the sample leads to the overview of 24,918 incidents', async () => {
  const page = await openPage(browser, vigie.origin, { language: 'fr' });
  await page.goto('/');
  await page.getByRole('button', { name: /Charger cet exemple.*Incidents/ }).click();
  const created = page.getByRole('button', { name: /Créés/ });
  await created.waitFor({ timeout: 110_000 });
  await page.waitForFunction(() => /24\s918/.test(document.querySelector('main')?.textContent ?? ''), undefined, {
    timeout: 60_000,
  });
  expect(await created.innerText()).toMatch(/24\s918/);
  expect(await page.getByText('Aucune réponse d’agent sur la période').count()).toBe(1);
  expect(await page.getByText(/CC BY 4\.0/).count()).toBe(1);
  await page.context().close();
});
