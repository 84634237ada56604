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
  await row.getByRole('alert').waitFor();
  await row.getByRole('button', { name: /^Remove/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('No device yet').waitFor();
  await page.context().close();
});

test('what is pushed is shown under the policy of the page, and leads nowhere but into Vigie', async () => {
  const page = await visit();
  await page.context().grantPermissions(['notifications'], { origin: vigie.origin });
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/service-worker.js');
    await navigator.serviceWorker.ready;
  });
  const workers = await page.context().newCDPSession(page);
  const registered = new Promise<string>((found) => {
    workers.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first !== undefined) found(first.registrationId);
    });
  });
  await workers.send('ServiceWorker.enable');
  const registrationId = await registered;
  const push = (data: string) =>
    workers.send('ServiceWorker.deliverPushMessage', { origin: `${vigie.origin}/`, registrationId, data });
  const shown = (tag: string) =>
    page.evaluate(async (wanted) => {
      const all = await (await navigator.serviceWorker.ready).getNotifications({ tag: wanted });
      return all.map(({ title, body, data }) => ({ title, body, url: data.url }));
    }, tag);
  const message = {
    title: 'A promise is broken',
    body: 'Ticket T-1',
    path: '/tickets/T-1?workspace=default',
    tag: 'one',
  };
  await push(JSON.stringify(message));
  await expect
    .poll(() => shown('one'))
    .toEqual([{ title: message.title, body: message.body, url: `${vigie.origin}${message.path}` }]);
  await push(JSON.stringify({ ...message, tag: 'two', path: 'https://elsewhere.example.org/' }));
  await expect.poll(() => shown('two')).toMatchObject([{ url: `${vigie.origin}/` }]);
  await push('not ours');
  await expect.poll(() => shown('unknown')).toMatchObject([{ title: 'Vigie', url: `${vigie.origin}/` }]);
  await page.context().close();
});
