import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle } from './support/browser.ts';
import { expectReachable } from './support/keyboard.ts';
import { routerPaths as paths } from './support/router-paths.ts';
import { loadSample, post, type RunningVigie, startVigie } from './support/server.ts';

/** What stands in the place of each parameter; made before the tests. */
const parameters: Record<string, string> = {};

const outside = ['/sign-in', '/first-owner', '/forgot-password'];
const addresses: Readonly<Record<string, () => string>> = {
  '/reports/$id': () => '/reports/first-reply?period=all',
  '/reports/compose': () => '/reports/compose?kpis=tickets-created&by=channel&period=all',
  '/dashboards/$id': () => `/dashboards/${parameters.dashboard}?period=last-year`,
  '/agents/$id': () => `/agents/${parameters.agent}`,
  '/customers/$id': () => `/customers/${parameters.customer}`,
  '/settings/policies/$id': () => '/settings/policies/amazon',
  '/settings/hooks/$id': () => '/settings/hooks/new',
  '/settings/calendars/$id': () => '/settings/calendars/paris',
  '/tickets/$key': () => `/tickets/${parameters.ticket}`,
  '/invitation/$token': () => `/invitation/${parameters.invitation}`,
  '/reset-password/$token': () => `/reset-password/${'x'.repeat(32)}`,
  '/s/$token': () => `/s/${parameters.link}`,
  '/unsubscribe/$token': () => `/unsubscribe/${'x'.repeat(40)}`,
  $: () => '/no-such-page',
};

let vigie: RunningVigie;
let browser: Browser;

beforeAll(async () => {
  [vigie, browser] = await Promise.all([startVigie(), launchBrowser()]);
  const { origin } = vigie;
  await loadSample(origin, 'marketplace', '?tickets=300');
  const dashboard = { template: 'support-manager', title: 'Team' };
  parameters.dashboard = (await post<{ id: string }>(origin, '/dashboards', dashboard)).id;
  const invitation = { email: 'hugo@example.org', role: 'viewer' };
  parameters.invitation =
    (await post<{ link: string }>(origin, '/invitations', invitation)).link.split('/').at(-1) ?? '';
  const link = await post<{ url: string }>(origin, '/links', { report: 'csat', title: 'Satisfaction' });
  parameters.link = link.url.split('/').at(-1) ?? '';
  await post(origin, '/tokens', { name: 'Zendesk', scope: 'ingest', expiresInDays: 10 });
  await post(origin, '/schedules', {
    ...{ title: 'Team', period: 'own', every: 'week', weekday: 1, time: '08:00', timeZone: 'Europe/Paris' },
    ...{ subject: { kind: 'dashboard', dashboard: parameters.dashboard }, language: 'en' },
    addresses: ['boss@example.org'],
  });
  parameters.ticket = await firstListed('/tickets');
  parameters.customer = await firstListed('/customers');
  parameters.agent = await firstListed('/agents');
});

afterAll(async () => {
  await browser.close();
  await vigie.close();
});

/** The last part of where the first link of a list leads. */
async function firstListed(list: string): Promise<string> {
  const page = await openPage(browser, vigie.origin);
  await page.goto(list);
  const address = await page.locator(`main table a[href^="${list}/"]`).first().getAttribute('href');
  await page.context().close();
  return address?.split('/').at(-1)?.split('?')[0] ?? '';
}

const addressOf = (path: string) => addresses[path]?.() ?? path;
const isOutside = (path: string) =>
  outside.includes(path) || /^\/(invitation|reset-password|s|unsubscribe)\//.test(path);

test('every path of the router has an address here', () => {
  expect(paths.length).toBeGreaterThan(25);
  expect(paths.filter((path) => path.includes('$') && addresses[path] === undefined)).toEqual([]);
});

test.concurrent.for(paths)(
  '%s has no violation in either theme, fits 360 pixels, and is worked by keyboard',
  async (path) => {
    const who = isOutside(path) ? { as: null } : {};
    const page = await openPage(browser, vigie.origin, { language: 'fr', ...who });
    await page.goto(addressOf(path));
    await settle(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
      await expectAccessible(page);
    }
    await expectReachable(page);
    // What Tab has scrolled to is half under a pinned column: looked at as the page opens.
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('*')) each.scrollLeft = 0;
    });
    await page.setViewportSize({ width: 360, height: 780 });
    await settle(page);
    expect(await overflow(page)).toEqual([]);
    await expectAccessible(page);
    await page.context().close();
  },
);

/** What sticks out of a page that scrolls sideways; nothing where it does not. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (each) => each.getBoundingClientRect().right > window.innerWidth + 1,
    );
    return ['The page scrolls sideways.', ...wide.slice(0, 8).map((each) => each.outerHTML.slice(0, 160))];
  });
}
