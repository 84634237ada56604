import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserAt } from '#test/support/push/receiver.ts';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle } from './support/browser.ts';
import { post, type RunningVigie, startVigie } from './support/server.ts';

let vigie: RunningVigie;
let browser: Browser;

beforeAll(async () => {
  [vigie, browser] = await Promise.all([startVigie(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await vigie.close();
});

async function visit(): Promise<Page> {
  const page = await openPage(browser, vigie.origin);
  await page.goto('/settings/notifications');
  await settle(page);
  return page;
}

test('a device is tested and removed, and the kinds that it is told are chosen while it is there', async () => {
  const page = await visit();
  await page.getByText('No device yet').waitFor();
  expect(await page.getByRole('columnheader', { name: 'On my devices' }).count()).toBe(0);
  await post(vigie.origin, '/me/push-devices', browserAt('phone'));
  await page.reload();
  const row = page.getByRole('row', { name: /Firefox, phone/ });
  await page.getByRole('columnheader', { name: 'On my devices' }).waitFor();
  await expectAccessible(page);
  const breach = page.getByRole('checkbox', { name: 'A promise is broken: On my devices' });
  expect(await breach.isChecked()).toBe(true);
  await breach.uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').waitFor();
  await row.getByRole('button', { name: /^Send a test/ }).click();
  await page.getByRole('alert').getByText('leads into').waitFor();
  await row.getByRole('button', { name: /^Remove/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('No device yet').waitFor();
  await page.context().close();
});

test('the worker that shows notifications runs under the policy of the page, where a browser that blocks them says so', async () => {
  const page = await visit();
  // A browser without a screen grants no notifications.
  await page.getByText('This browser blocks notifications of Vigie.').waitFor();
  const state = await page.evaluate(async () => {
    await navigator.serviceWorker.register('/service-worker.js');
    return (await navigator.serviceWorker.ready).active?.scriptURL;
  });
  expect(state).toBe(`${vigie.origin}/service-worker.js`);
  await page.context().close();
});
