import type { Browser, BrowserContext, Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPushService, type PushService } from '#test/support/push-service.ts';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle } from './support/browser.ts';
import { type RunningVigie, startVigie } from './support/server.ts';

let vigie: RunningVigie;
let browser: Browser;
let service: PushService;
let page: Page;
let context: BrowserContext;

beforeAll(async () => {
  service = await openPushService();
  [vigie, browser] = await Promise.all([startVigie({ env: { VIGIE_OUTGOING_PRIVATE: '1' } }), launchBrowser()]);
  page = await openPage(browser, vigie.origin);
  context = page.context();
});
afterAll(async () => {
  await browser.close();
  await vigie.close();
  await service.close();
});

/** The browser of the test knows no push service: it is given a browser of ours. */
const subscribeHere = (subscription: ReturnType<PushService['subscribe']>) =>
  page.evaluate((given) => {
    let held: object | null = null;
    const made = {
      ...{ endpoint: given.endpoint, options: { applicationServerKey: null }, toJSON: () => given },
      unsubscribe: async () => {
        held = null;
        return true;
      },
    };
    Object.assign(PushManager.prototype, {
      getSubscription: async () => held,
      subscribe: async () => {
        held = made;
        return made;
      },
    });
  }, subscription);

test('a browser that blocks notifications, and one that reaches no service, are told so', async () => {
  await page.goto('/settings/notifications');
  await settle(page);
  await page.getByText('The browser blocks notifications of this site.').waitFor();
  await context.grantPermissions(['notifications']);
  await page.reload();
  await page.getByText('This device is not told yet.').waitFor();
  await page.getByRole('button', { name: 'Notify me on this device' }).click();
  await page.getByText('The browser does not reach the service that brings it messages.').waitFor();
});

test('a device is turned on, told by a test message, and turned off', async () => {
  await subscribeHere(service.subscribe('/device'));
  await page.getByRole('button', { name: 'Notify me on this device' }).click();
  await page.getByText('This device is told.').waitFor();
  await page.getByRole('button', { name: 'Send a test message' }).click();
  await page.getByText('Sent. It should appear on that device within seconds.').waitFor();
  expect(service.received.map(({ message }) => message)).toEqual([
    {
      title: 'Vigie',
      text: 'Notifications arrive on this device.',
      link: '/settings/notifications?workspace=default',
    },
  ]);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Stop on this device' }).click();
  await page.getByText('No device yet').waitFor();
});

/** Hands the worker a message as the browser would, and gives what it shows. */
async function push(worker: Worker, text: string): Promise<{ title: string; body: string; link: string }[]> {
  return worker.evaluate(async (data) => {
    const here = globalThis as unknown as ServiceWorkerGlobalScope;
    const waits: Promise<unknown>[] = [];
    const event = new here.PushEvent('push', { data });
    Object.defineProperty(event, 'waitUntil', { value: (wait: Promise<unknown>) => waits.push(wait) });
    here.dispatchEvent(event);
    await Promise.all(waits);
    const shown = await here.registration.getNotifications();
    return shown.map(({ title, body, data: kept }) => ({ title, body, link: kept.link as string }));
  }, text);
}

test('the worker shows the same message once, and leads to no other site', async () => {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const told = { title: 'Ticket T-1', text: 'First reply', link: '/tickets/T-1?workspace=default' };
  const shown = { title: told.title, body: told.text, link: `${vigie.origin}${told.link}` };
  expect(await push(worker, JSON.stringify(told))).toEqual([shown]);
  expect(await push(worker, JSON.stringify(told))).toEqual([shown]);
  for (const link of ['https://evil.example/x', '//evil.example/x', 'javascript:alert(1)']) {
    const all = await push(worker, JSON.stringify({ title: link, text: '', link }));
    expect(all.find(({ title }) => title === link)?.link, link).toBe(`${vigie.origin}/`);
  }
});
