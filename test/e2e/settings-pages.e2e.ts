import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle } from './support/browser.ts';
import { post, type RunningVigie, startVigie } from './support/server.ts';

let vigie: RunningVigie;
let browser: Browser;

beforeAll(async () => {
  [vigie, browser] = await Promise.all([startVigie(), launchBrowser()]);
  await post(vigie.origin, '/invitations', { email: 'hugo@example.org', role: 'viewer' });
  await post(vigie.origin, '/tokens', { name: 'Zendesk', scope: 'ingest', expiresInDays: 10 });
  await post(vigie.origin, '/links', { report: 'csat', title: 'Satisfaction' });
});

afterAll(async () => {
  await browser.close();
  await vigie.close();
});

const outside = ['/sign-in', '/forgot-password', `/reset-password/${'x'.repeat(32)}`, `/invitation/${'x'.repeat(32)}`];
const inside = [
  'profile',
  'security',
  'notifications',
  'workspace',
  'members',
  'tokens',
  'links',
  'schedules',
  'audit',
  'data',
  'workspaces',
  'backup',
];
const pages = [
  ...outside.map((path) => ({ path, as: null })),
  ...inside.map((section) => ({ path: `/settings/${section}` })),
];

test.for(pages)('$path is accessible in both themes, and fits a telephone', async ({ path, ...who }) => {
  const page = await openPage(browser, vigie.origin, { language: 'fr', ...who });
  await page.goto(path);
  await settle(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 360, height: 780 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.context().close();
});
