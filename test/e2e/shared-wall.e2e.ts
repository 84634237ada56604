import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle, type View } from './support/browser.ts';
import { loadSample, type RunningVigie, startVigie } from './support/server.ts';

let vigie: RunningVigie;
let browser: Browser;

beforeAll(async () => {
  [vigie, browser] = await Promise.all([startVigie(), launchBrowser()]);
  await loadSample(vigie.origin, 'marketplace', '?tickets=100');
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

test('the live page is shared with a screen that nobody is signed in at, which goes dark once the link is ended', async () => {
  const page = await visit('/live?layout=queue');
  await page.getByRole('button', { name: 'Share' }).click();
  const sheet = page.getByRole('dialog', { name: 'Share this wallboard' });
  await sheet.getByLabel('Title').fill('Floor 2');
  await expectAccessible(page);
  await sheet.getByRole('button', { name: 'Make the link' }).click();
  const link = await sheet.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
  const screen = await visit(new URL(link).pathname, { as: null, scheme: 'dark' });
  await screen.getByRole('heading', { level: 1, name: 'Floor 2' }).waitFor();
  await screen.getByRole('region', { name: 'Queue by time left' }).waitFor();
  await screen.getByText(/^Figures of .* ago$/).waitFor();
  await screen.getByRole('link').waitFor({ state: 'detached' });
  await expectAccessible(screen);
  await page.goto('/settings/links');
  await page.getByRole('rowheader', { name: 'Floor 2 Wallboard' }).waitFor();
  await page.getByRole('button', { name: /^End.*Floor 2/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End' }).click();
  await screen.getByRole('heading', { name: 'This link does not work' }).waitFor();
  await screen.getByRole('region', { name: 'Queue by time left' }).waitFor({ state: 'detached' });
});
