import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage, settle } from './support/browser.ts';
import { loadSample, post, type RunningVigie, startVigie } from './support/server.ts';

let vigie: RunningVigie;
let browser: Browser;
let shared: string;

beforeAll(async () => {
  [vigie, browser] = await Promise.all([startVigie(), launchBrowser()]);
  await loadSample(vigie.origin, 'marketplace', '?tickets=300&seed=7');
  shared = (await post<{ url: string }>(vigie.origin, '/links', { report: 'sla-overview', title: 'Shared' })).url;
});

afterAll(async () => {
  await browser.close();
  await vigie.close();
});

/** A page that notes what its policy keeps out, and what else the browser complains of. */
async function openWatched(scheme: 'light' | 'dark', as?: null): Promise<{ page: Page; complaints: string[] }> {
  const page = await openPage(browser, vigie.origin, { scheme, ...(as === null ? { as } : {}) });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content.Security.Policy|Refused to/i.test(message.text())) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, complaints };
}

/** A report of each kind of picture. */
const pictured = ['reply-time', 'backlog', 'messages-by-hour', 'csat', 'nps', 'support-volume'];

test.each(['light', 'dark'] as const)(
  'the policy lets all of the web app work in the %s theme',
  async (scheme) => {
    const { page, complaints } = await openWatched(scheme);
    const visit = async (path: string) => {
      await page.goto(path);
      await settle(page);
    };
    for (const path of [
      '/',
      '/reports',
      '/tickets',
      '/sources',
      '/settings/profile',
      '/settings/members',
      '/api/docs',
    ]) {
      await visit(path);
    }
    for (const id of pictured) await visit(`/reports/${id}`);
    await visit('/reports/sla-by-agent');
    const picture = page.locator('main svg').last();
    await picture.hover();
    await page.keyboard.press('Tab');
    await visit('/settings/tokens');
    await page.getByRole('button', { name: /token/i }).first().click();
    await page.getByRole('dialog').waitFor();
    await page.waitForFunction(() => getComputedStyle(document.body).overflow === 'hidden');
    expect(complaints).toEqual([]);
    // Styles made at run time were let in: the variables of the theme are there.
    const accent = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--v-accent'));
    expect(accent).not.toBe('');
    await page.context().close();
  },
  240_000,
);

test('pages for anybody work under the policy too', async () => {
  const { page, complaints } = await openWatched('light', null);
  for (const path of ['/sign-in', '/forgot-password', `/reset-password/${'x'.repeat(43)}`, new URL(shared).pathname]) {
    await page.goto(path);
    await settle(page);
  }
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('what somebody smuggled into a page is kept out: scripts, styles, frames, and calls to elsewhere', async () => {
  const { page, complaints } = await openWatched('light', null);
  await page.goto('/sign-in');
  const outcome = await page.evaluate(async () => {
    const broken: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective));
    const add = (name: string, change: (element: HTMLElement) => void) => {
      const element = document.createElement(name);
      change(element);
      document.body.append(element);
    };
    add('script', (element) => (element.textContent = 'globalThis.smuggled = true'));
    add('div', (element) => (element.innerHTML = '<img src="/none" onerror="globalThis.smuggled = true">'));
    add('style', (element) => (element.textContent = 'body { display: none }'));
    add('iframe', (element) => element.setAttribute('src', 'https://example.org/'));
    add('base', (element) => element.setAttribute('href', 'https://example.org/'));
    add('script', (element) => element.setAttribute('src', 'https://example.org/x.js'));
    await fetch('https://example.org/').catch(() => {});
    await new Promise((wake) => setTimeout(wake, 500));
    return { broken: [...new Set(broken)].sort(), smuggled: 'smuggled' in globalThis };
  });
  expect(outcome).toEqual({
    broken: ['base-uri', 'connect-src', 'frame-src', 'script-src-attr', 'script-src-elem', 'style-src-elem'],
    smuggled: false,
  });
  expect(complaints.length).toBeGreaterThan(3);
  await page.context().close();
});
