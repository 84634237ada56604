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
  // A browser without a screen grants it and says that it did not.
  await page.addInitScript(() => Object.defineProperty(Notification, 'permission', { get: () => 'granted' }));
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

interface Shown {
  readonly title: string;
  readonly options: { readonly body: string; readonly tag: string; readonly data: { readonly link: string } };
}

/** Hands the worker a message and a click on it, as the browser would; what it shows, and the address that it opens. */
async function push(worker: Worker, message: string): Promise<Shown & { readonly opened: string }> {
  return worker.evaluate(`(async () => {
    const waits = [];
    const found = {};
    const dispatch = async (type, more) => {
      const event = Object.assign(new Event(type), more, { waitUntil: (wait) => waits.push(wait) });
      self.dispatchEvent(event);
      await Promise.all(waits);
    };
    self.registration.showNotification = async (title, options) => Object.assign(found, { title, options });
    self.clients.openWindow = async (opened) => Object.assign(found, { opened });
    await dispatch('push', { data: { json: () => JSON.parse(${JSON.stringify(message)}) } });
    await dispatch('notificationclick', { notification: { close() {}, data: found.options.data } });
    return found;
  })()`);
}

test('the worker shows a message once, opens its page at a click, and never another site', async () => {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const told = { title: 'Ticket T-1', text: 'First reply', link: '/tickets/T-1?workspace=default' };
  const shown = await push(worker, JSON.stringify(told));
  expect(shown).toMatchObject({ title: told.title, options: { body: told.text }, opened: vigie.origin + told.link });
  expect((await push(worker, JSON.stringify(told))).options.tag).toBe(shown.options.tag);
  for (const link of ['https://evil.example/x', '//evil.example/x', 'javascript:alert(1)', '/\\\\evil.example']) {
    const { opened } = await push(worker, JSON.stringify({ ...told, link }));
    expect(new URL(opened).origin, link).toBe(vigie.origin);
  }
  expect((await push(worker, 'no JSON')).title).toBe('Vigie');
});
