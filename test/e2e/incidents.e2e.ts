import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle, type View } from './support/browser.ts';
import { ask, loadSample, type RunningVigie, startVigie } from './support/server.ts';

let vigie: RunningVigie;
let browser: Browser;

beforeAll(async () => {
  [vigie, browser] = await Promise.all([startVigie(), launchBrowser()]);
  await loadSample(vigie.origin, 'incidents');
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

const digits = (text: string) => Number(text.replace(/[^\d]/g, ''));
const year = { from: '2016-02-01', to: '2017-03-01' };

describe('overview', () => {
  test('its first load takes at most 350 kB of compressed JavaScript', async () => {
    const page = await openPage(browser, vigie.origin);
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.body());
    });
    await page.goto('/');
    await settle(page);
    const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(350_000);
    await page.context().close();
  });

  test('a filter narrows every figure and stands in the URL', async () => {
    const page = await visit('/?f.priority=1%20-%20Critical');
    const { total } = await ask(vigie.origin, {
      ...year,
      kpis: ['tickets-created'],
      filter: { field: 'priority', op: 'is', value: '1 - Critical' },
    });
    const created = await page.getByRole('button', { name: /^Created/ }).innerText();
    expect(digits(created.split('\n')[1] ?? '')).toBe(total[0]);
    await page.context().close();
  });
});

describe('report by agent', () => {
  test('filters, groups and period survive the URL, and the table says the API’s total', async () => {
    const page = await visit('/reports/sla-by-agent?period=2016-03-01..2016-04-01&by=team,metric&f.channel=phone');
    const { total } = await ask(vigie.origin, {
      kpis: ['sla-compliance.decided'],
      from: '2016-03-01',
      to: '2016-04-01',
      filter: { field: 'channel', op: 'is', value: 'phone' },
    });
    const foot = await page.locator('tfoot').innerText();
    expect(foot.replaceAll(',', '')).toContain(String(total[0]));
    await page.reload();
    await settle(page);
    expect(await page.locator('tfoot').innerText()).toBe(foot);
    await page.context().close();
  });

  test('the source’s own verdict stands beside ours', async () => {
    const page = await visit('/reports/sla-by-agent');
    expect(await page.locator('thead').innerText()).toMatch(/source/i);
    await page.context().close();
  });

  test('a figure opens as many tickets as it counts, and a ticket its proof', async () => {
    const page = await visit('/reports/support-volume?every=none&by=priority');
    const row = page.getByRole('row', { name: /Critical/ });
    const figure = row.getByRole('button').first();
    const counted = digits(await figure.innerText());
    await figure.click();
    const total = page.getByTestId('drill-total');
    await total.waitFor();
    expect(digits(await total.innerText())).toBe(counted);
    await page.getByRole('dialog').getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    expect(await page.getByRole('img', { name: /^Timeline of Resolution/ }).count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test('a share opens the clocks it rests on, and only the breached ones when asked', async () => {
    const page = await visit('/reports/sla-by-agent?by=priority,metric&f.priority=1%20-%20Critical');
    const { total } = await ask(vigie.origin, {
      ...year,
      kpis: ['sla-compliance.decided', 'sla-breaches'],
      filter: { field: 'priority', op: 'is', value: '1 - Critical' },
    });
    await page.getByRole('button', { name: /Critical, SLA compliance ?:/ }).click();
    const count = page.getByTestId('drill-total');
    await count.waitFor();
    expect(digits((await count.innerText()).split('counted')[0] ?? '')).toBe(total[0]);
    await page.getByText('Not met', { exact: true }).click();
    await page.waitForURL(/d\.part=miss/);
    await expect.poll(async () => digits((await count.innerText()).split('counted')[0] ?? '')).toBe(total[1]);
    await page.context().close();
  });
});

describe('proof', () => {
  test('its lines add up to the time used', async () => {
    const page = await visit('/tickets/INC0079035');
    await page.getByRole('button', { name: 'The same, line by line' }).first().click();
    const table = page.getByRole('table').first();
    const seconds = (text: string) => {
      const part = (unit: string) => Number(new RegExp(`(\\d+)\\s${unit}`).exec(text)?.[1] ?? 0);
      return part('h') * 3600 + part('min') * 60 + part('s');
    };
    const lines = await table.locator('tbody tr td:last-child').allInnerTexts();
    const sum = lines.reduce((total, line) => total + seconds(line), 0);
    expect(sum).toBe(seconds(await table.locator('tfoot td').innerText()));
    expect(sum).toBeGreaterThan(0);
    await page.context().close();
  });
});

describe('keyboard', () => {
  test('search opens a report, `g o` the overview, `?` the keys', async () => {
    const page = await visit('/tickets');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('backlog', { delay: 30 });
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/reports\/backlog/);
    await settle(page);
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await page.waitForURL((url) => url.pathname === '/');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('the drawer behind a figure opens and closes by keyboard and gives the focus back', async () => {
    const page = await visit('/reports/support-volume?every=none&by=priority');
    const figure = page.locator('tbody button').first();
    await figure.focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('drill-total').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('drill=');
    await page.context().close();
  });
});

const pages = [
  '/',
  '/reports',
  '/reports/sla-by-agent',
  '/reports/support-volume?every=month',
  '/reports/sla-by-agent?drill=sla-compliance&d.period=2016-02-29..2017-02-19&d.at=agent=Resolver%2013',
  '/tickets',
  '/tickets/INC0079035',
  '/sources',
  '/nowhere',
];

describe.for(['light', 'dark'] as const)('accessibility, %s', (scheme) => {
  test.for(pages)('%s has no violation', async (path) => {
    const page = await visit(path, { scheme });
    await expectAccessible(page);
    await page.context().close();
  });

  test('nor has the overview on a phone, where nothing scrolls sideways', async () => {
    const page = await visit('/', { scheme, language: 'fr', width: 360, height: 800 });
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
