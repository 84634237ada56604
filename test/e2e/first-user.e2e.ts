import { readFile } from 'node:fs/promises';
import { dateToSerial } from 'hucre';
import { type CellValue, readXlsx } from 'hucre/xlsx';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFormat } from '#presentation/format/create-format.ts';
import { type Mailbox, openMailbox } from '#test/support/mailbox.ts';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle } from './support/browser.ts';
import { loadSample, owner, type RunningVigie, startVigie } from './support/server.ts';

let mailbox: Mailbox;
let vigie: RunningVigie;
let browser: Browser;

beforeAll(async () => {
  mailbox = await openMailbox();
  [vigie, browser] = await Promise.all([startVigie({ bare: true, env: { SMTP_URL: mailbox.url } }), launchBrowser()]);
  await loadSample(vigie.origin, 'marketplace', '?tickets=4000');
});

afterAll(async () => {
  await browser.close();
  await vigie.close();
  await mailbox.close();
});

/** Seconds that a person needs to find and click something, and to press a key: slow for both. */
const pace = { click: 4, key: 0.3 };

/** What a person does, counted. */
class Hands {
  clicks = 0;
  keys = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async click(target: Locator): Promise<void> {
    this.clicks++;
    await target.click();
  }

  async type(text: string): Promise<void> {
    this.keys += text.length;
    await this.page.keyboard.type(text);
  }

  async press(key: string): Promise<void> {
    this.keys++;
    await this.page.keyboard.press(key);
  }

  get seconds(): number {
    return this.clicks * pace.click + this.keys * pace.key;
  }
}

const format = createFormat('en');

/** A cell of a workbook in the words of the screen, which tells shares with up to one decimal, and durations. */
function told(value: CellValue | undefined, screen: string): string {
  if (value === null || value === undefined) return '–';
  // What has the format of a duration is read as an instant of Excel’s first day.
  if (value instanceof Date) {
    return format.value(Math.round(dateToSerial(value) * 86_400), 'seconds', { time: 'business' });
  }
  if (typeof value !== 'number') return String(value);
  return format.value(value, screen.endsWith('%') ? 'share' : 'count');
}

async function screenRows(page: Page): Promise<string[][]> {
  const rows = page.getByRole('region', { name: /^Figures/ }).locator('table tr');
  return rows.evaluateAll((all) =>
    all.map((row) =>
      [...row.children].map((cell) => {
        const seen = cell.cloneNode(true) as HTMLElement;
        for (const hidden of seen.querySelectorAll('.visually-hidden')) hidden.remove();
        return (seen.textContent ?? '').trim();
      }),
    ),
  );
}

async function expectSameAsScreen(bytes: Uint8Array, screen: string[][]): Promise<void> {
  const { sheets } = await readXlsx(bytes);
  const [, ...lines] = sheets[0]?.rows ?? [];
  const [, ...shown] = screen;
  expect(lines.length).toBe(shown.length);
  expect(shown.map((cells, row) => cells.map((text, place) => told(lines[row]?.[place], text)))).toEqual(shown);
}

test('a first-time user mails eBay’s first-reply compliance by agent, by week, in under two minutes of clicks', async () => {
  const page = await openPage(browser, vigie.origin, { as: null, language: 'en' });
  const hands = new Hands(page);
  await page.goto('/');
  await hands.click(page.getByLabel('E-mail'));
  await hands.type(owner.email);
  await hands.press('Tab');
  await hands.type(owner.password);
  await hands.press('Enter');

  await hands.click(page.getByRole('button', { name: 'Search' }));
  await hands.type('ebay first reply sla by agent');
  await page.getByRole('option', { name: /SLA by agent/ }).waitFor();
  await hands.click(page.getByRole('option', { name: /SLA by agent/ }));
  await page.getByRole('heading', { level: 1, name: /keeps our word/ }).waitFor();
  await settle(page);

  await hands.click(page.getByRole('button', { name: /^Period/ }));
  await hands.click(page.getByRole('button', { name: /^Last 30 days(?! of data)/ }));
  // The sample is of another year: the page says so, and leads to the last days that there are.
  await page.getByText('The data ends on 31 Dec 2025, before this period begins.').waitFor();
  await expectAccessible(page);
  await hands.click(page.getByRole('button', { name: 'Show the last 30 days of data' }));

  for (const [filter, value] of [
    ['Marketplace', 'eBay'],
    ['Metric', 'First reply'],
  ] as const) {
    await hands.click(page.getByRole('button', { name: new RegExp(`^Filter: ${filter}`) }));
    await hands.click(page.getByRole('checkbox', { name: new RegExp(`^${value}`) }));
    await hands.press('Escape');
  }
  await hands.click(page.getByText('Over time', { exact: true }));
  await hands.click(page.getByRole('radiogroup', { name: 'Every' }).getByText('Week', { exact: true }));
  await settle(page);
  const screen = await screenRows(page);
  expect(screen.length).toBeGreaterThan(3);

  await hands.click(page.getByRole('button', { name: 'Export' }));
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    hands.click(page.getByRole('menuitem', { name: 'Workbook (XLSX)' })),
  ]);
  await expectSameAsScreen(await readFile(await file.path()), screen);

  await hands.click(page.getByRole('button', { name: 'Schedule' }));
  const sheet = page.getByRole('dialog', { name: 'Send this report by mail' });
  await hands.click(sheet.getByLabel('Other addresses'));
  await hands.type('boss@example.org');
  await hands.click(sheet.getByRole('button', { name: 'Schedule it' }));
  await sheet.getByText('the first mail leaves').waitFor();
  expect(hands.seconds).toBeLessThan(120);
  expect(hands.clicks).toBeLessThanOrEqual(20);

  await sheet.getByRole('link', { name: 'See all schedules' }).click();
  const row = page.getByRole('row', { name: /SLA by agent/ });
  await row.getByRole('cell', { name: /^Every Monday at 08:00/ }).waitFor();
  const next = await page.evaluate(async () => {
    const { items } = (await (await fetch('/api/v1/schedules')).json()) as {
      items: { nextAt: string; timeZone: string }[];
    };
    return items[0];
  });
  const local = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: next?.timeZone ?? '', weekday: 'long', hour: '2-digit', minute: '2-digit' },
  }).format(new Date(next?.nextAt ?? ''));
  expect(local.replace(' at ', ' ').replace(',', '')).toBe('Monday 08:00');
  expect(next?.timeZone).toBe('Europe/Paris');

  await row.getByRole('button', { name: /^Send now/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('row', { name: /boss@example\.org/ })
    .waitFor();
  const [mail] = mailbox.received;
  expect(mail?.to).toMatchObject({ text: 'boss@example.org' });
  const workbook = mail?.attachments.find(({ filename }) => filename?.endsWith('.xlsx'));
  await expectSameAsScreen(workbook?.content ?? Buffer.of(), screen);
  await page.context().close();
});
