import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle, type View } from './support/browser.ts';
import { ask, loadSample, type RunningVigie, startVigie } from './support/server.ts';

let vigie: RunningVigie;
let browser: Browser;

beforeAll(async () => {
  [vigie, browser] = await Promise.all([startVigie(), launchBrowser()]);
  await loadSample(vigie.origin, 'marketplace', '?tickets=400&seed=4');
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

const year = { from: '2025-01-01', to: '2026-01-01', timeZone: 'Europe/Paris' };
const period = 'period=2025-01-01..2026-01-01';
const digits = (text: string) => Number(text.replace(/[^\d]/g, ''));

/** Nothing is wider than the screen. */
async function expectNarrow(page: Page): Promise<void> {
  const [wide, screen] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as [
    number,
    number,
  ];
  expect(wide).toBeLessThanOrEqual(screen);
}

describe('the page of a report', () => {
  test('a filter can leave values out, and the total is the API’s', async () => {
    const page = await visit(`/reports/support-volume?${period}`);
    await page.getByRole('button', { name: /Filter: *Channel/ }).click();
    await page.getByLabel('How Channel is filtered').selectOption('not');
    await page.getByRole('checkbox', { name: /^Chat/ }).check();
    await page.waitForURL(/f-not\.channel=chat/);
    await settle(page);
    const filter = { not: { field: 'channel', op: 'is', value: 'chat' } };
    const { total } = await ask(vigie.origin, { ...year, kpis: ['tickets-created'], filter });
    await expect.poll(async () => digits(await page.locator('tfoot td').first().innerText())).toBe(total[0]);
    await page.context().close();
  });

  test('any threshold may be asked for, and the spread is drawn with its line', async () => {
    const page = await visit(`/reports/first-reply?${period}`);
    await page.getByLabel('Statistic').selectOption('own');
    await page.getByRole('textbox', { name: 'Within' }).fill('45 min');
    await page.keyboard.press('Enter');
    await page.waitForURL(/stat=within-2700/);
    await page.getByText('The line stands at 45 min.').waitFor();
    await settle(page);
    await expectAccessible(page);
    await page.context().close();
  });

  test('what of an address cannot be followed is told and left out', async () => {
    const page = await visit(`/reports/support-volume?${period}&every=fortnight&by=planet&colour=red`);
    const told = await page.getByText('Part of the address was not understood').locator('..').innerText();
    for (const word of ['fortnight', 'planet', 'colour']) expect(told).toContain(word);
    await page.getByRole('button', { name: 'Clean the address' }).click();
    await page.waitForURL((url) => !/planet|colour|fortnight/.test(url.search));
    await page.context().close();
  });

  test('About says the question, the formula and the population in French', async () => {
    const page = await visit('/reports/sla-overview?tab=about', { language: 'fr' });
    const about = page.getByRole('complementary', { name: 'Réglages du rapport' });
    await about.getByText('Tenons-nous parole').waitFor();
    await about
      .getByText(/nombre de délais \[respecté\] ÷/)
      .first()
      .waitFor();
    await expectAccessible(page);
    await page.context().close();
  });
});

describe('composing a report', () => {
  test('figures, a formula and a picture make a report, told as a sentence', async () => {
    const page = await visit('/reports/compose');
    await page.getByLabel('Add a figure').first().fill('Tickets created');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/kpis=tickets-created/);
    await page.getByRole('button', { name: 'Combine two figures' }).click();
    await page.getByLabel('First figure').selectOption('sla-breaches');
    await page.getByLabel('Second figure').selectOption('tickets-created');
    await page.getByRole('button', { name: 'Add the formula' }).click();
    await page.waitForURL(/ratio\(sla-breaches,tickets-created\)/);
    await page.getByLabel('Group by').selectOption('channel');
    await page.getByLabel('Picture').selectOption('columns');
    await settle(page);
    expect(await page.getByTestId('sentence').innerText()).toContain(
      'tickets created and SLA breaches ÷ tickets created by channel',
    );
    const { total } = await ask(vigie.origin, { ...year, kpis: ['ratio(sla-breaches,tickets-created)'] });
    const rounded = (total[0] as number).toFixed(2);
    await expect.poll(() => page.locator('tfoot td').last().innerText()).toContain(rounded);
    await expectAccessible(page);
    await page.context().close();
  });

  test('figures that do not go together are told in words, in French and on a telephone', async () => {
    const path = '/reports/compose?kpis=csat,difference(csat,backlog),nope';
    const page = await visit(path, { language: 'fr', scheme: 'dark', width: 360 });
    const told = await page.getByRole('alert').innerText();
    expect(told).toContain('lignes différentes');
    expect(told).toContain('nope');
    await expectNarrow(page);
    await expectAccessible(page);
    await page.context().close();
  });
});

describe('definitions', () => {
  test('the search box finds a KPI, whose variants can be compared', async () => {
    const page = await visit('/reports');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search' }).fill('time to close');
    await page.getByRole('option', { name: /Time to close.*KPI/ }).waitFor();
    await page.goto('/definitions?kpi=first-reply-time&one=standard&other=from-assigned');
    await settle(page);
    const rows = page.getByRole('table').getByRole('row');
    expect(await rows.count()).toBe(4);
    await expectAccessible(page);
    await page.context().close();
  });

  test('a workspace chooses a default, and reports say so', async () => {
    const page = await visit('/definitions?kpi=sla-compliance', { width: 360 });
    await page.getByRole('button', { name: 'Make default: Adjusted' }).click();
    await page.getByText('From now on “SLA compliance” means “Adjusted” in this workspace.').waitFor();
    await expectNarrow(page);
    await expectAccessible(page);
    const { meta } = await ask(vigie.origin, { ...year, kpis: ['sla-compliance'] });
    expect(meta.definitions[0]).toMatchObject({ variant: 'adjusted', variantFrom: 'workspace' });
    await page.goto('/reports/sla-by-channel?tab=about');
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByText('Adjusted (default of this workspace)').first().waitFor();
    await page.context().close();
  });
});

describe('a report that leaves the screen', () => {
  test('is light on paper, with every row of its table and how many there are', async () => {
    const page = await visit(`/reports/support-volume?${period}&by=customer&every=none&top=all`, { scheme: 'dark' });
    const rows = page.locator('tbody tr');
    expect(await rows.count()).toBe(50);
    const line = page.getByText(/rows, all of them here\.$/);
    expect(await line.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('light');
    await line.waitFor();
    expect(await rows.count()).toBe(digits(await line.innerText()));
    expect(await rows.count()).toBeGreaterThan(50);
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    expect(await rows.count()).toBe(50);
    await page.context().close();
  });

  test('heads of its table are short, and say the whole name to screen readers', async () => {
    const page = await visit(`/reports/sla-by-agent?${period}`);
    const head = page.getByRole('button', { name: /Sort by Share of target used, time taken, median$/ });
    expect(await head.innerText()).toBe('Time taken, median');
    await expectAccessible(page);
    await page.context().close();
  });

  test('is shared by a link where it is composed, and shows the same figures to whoever has it', async () => {
    const page = await visit(`/reports/compose?kpis=tickets-created&picture=columns&by=channel&every=none&${period}`);
    const seenIn = async (where: Page) => [
      await where.getByRole('rowheader').allInnerTexts(),
      (await where.getByRole('table').innerText()).match(/\d+/g),
    ];
    const seen = await seenIn(page);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Share this report' });
    await sheet.getByLabel('Title').fill('Volume of ours');
    await sheet.getByRole('button', { name: 'Make the link' }).click();
    const link = await sheet.getByRole('textbox', { name: 'Link' }).inputValue();
    await page.goto('/settings/links');
    await page.getByRole('row', { name: /Volume of ours/ }).waitFor();
    await page.context().close();
    const theirs = await openPage(browser, vigie.origin, { as: null });
    await theirs.goto(new URL(link).pathname);
    await theirs.getByRole('heading', { level: 1, name: 'Volume of ours' }).waitFor();
    await settle(theirs);
    expect(await seenIn(theirs)).toEqual(seen);
    expect(await theirs.getByRole('button', { name: /See the tickets/ }).count()).toBe(0);
    await expectAccessible(theirs);
    await theirs.context().close();
  });
});
