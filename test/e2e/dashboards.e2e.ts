import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle, type View } from './support/browser.ts';
import { loadSample, post, type RunningVigie, startVigie } from './support/server.ts';

let vigie: RunningVigie;
let browser: Browser;

beforeAll(async () => {
  [vigie, browser] = await Promise.all([startVigie(), launchBrowser()]);
  await loadSample(vigie.origin, 'marketplace', '?tickets=400');
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

async function make(body: object): Promise<string> {
  return (await post<{ id: string }>(vigie.origin, '/dashboards', body)).id;
}

const tile = (id: string, report: string, x: number, y: number) => ({
  ...{ id, x, y, w: 6, h: 5, kind: 'report', report },
  ...{ query: {}, picture: null, title: null },
});
const twoTiles = [tile('a', 'support-volume', 0, 0), tile('b', 'csat', 6, 0)];

test('a template becomes a dashboard in two clicks, in both languages and themes, on a telephone too', async () => {
  const page = await visit('/dashboards');
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Use it.*Support manager/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Support manager' }).waitFor();
  await settle(page);
  expect(new URL(page.url()).searchParams.get('period')).toBe('last-30-days');
  for (const name of ['SLA overview', 'Customer satisfaction', 'Agent performance']) {
    await page.getByRole('region', { name, exact: true }).first().waitFor();
  }
  await expectAccessible(page);
  const { pathname, search } = new URL(page.url());
  await page.context().close();
  const dark = await visit(pathname + search, { scheme: 'dark', language: 'fr' });
  await dark.getByRole('button', { name: 'Modifier' }).waitFor();
  await expectAccessible(dark);
  await dark.context().close();
  const phone = await visit(pathname + search, { width: 360, height: 740 });
  const widths = await phone.getByRole('region').evaluateAll((all) => all.map((each) => each.clientWidth));
  expect(Math.max(...widths)).toBeLessThanOrEqual(360);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await expectAccessible(phone);
  await phone.context().close();
});

test('a report is saved under a name, found among the saved ones, and put on a new dashboard as it stands', async () => {
  const page = await visit('/reports/support-volume?period=last-90-days&every=none&by=channel');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save as…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Save this report' });
  await sheet.getByLabel('Title').fill('Volume by channel');
  await expectAccessible(page);
  await sheet.getByRole('button', { name: 'Save' }).click();
  await sheet.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Add to a dashboard…' }).click();
  const adding = page.getByRole('dialog', { name: 'Add to a dashboard' });
  await adding.getByLabel('Dashboard', { exact: true }).selectOption({ label: 'A new dashboard' });
  await adding.getByLabel('Name of the dashboard').fill('Channels');
  await adding.getByRole('button', { name: 'Add' }).click();
  await adding.getByRole('link', { name: 'Open the dashboard' }).click();
  await page.getByRole('heading', { level: 1, name: 'Channels' }).waitFor();
  await settle(page);
  await page.getByRole('link', { name: 'Support volume' }).click();
  await page.waitForURL(/by=channel/);
  await page.goto('/reports');
  await page.getByRole('button', { name: 'Keep “Volume by channel” at hand' }).click();
  await page.getByRole('button', { name: 'Keep “Volume by channel” at hand', pressed: true }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: /^Volume by channel/ }).click();
  await page.waitForURL(/saved=/);
  expect(new URL(page.url()).searchParams.get('by')).toBe('channel');
  await page.context().close();
});

describe('laying out', () => {
  const placeOf = async (page: Page, name: string) =>
    page.getByRole('region', { name, exact: true }).evaluate((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
    });

  test('tiles are moved and resized by keyboard, told each time, and kept once saved', async () => {
    const id = await make({ title: 'By keyboard', tiles: twoTiles, query: { period: 'last-90-days' } });
    const page = await visit(`/dashboards/${id}`);
    await page.getByRole('button', { name: 'Edit' }).click();
    const handle = page.getByRole('button', { name: 'Move Support volume' });
    await handle.focus();
    const before = await placeOf(page, 'Support volume');
    await page.keyboard.press('ArrowRight');
    await page.getByText('Support volume: column 2, row 1').waitFor({ state: 'attached' });
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('Support volume: 6 columns wide, 6 rows high').waitFor({ state: 'attached' });
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Edit' }).waitFor();
    await settle(page);
    const after = await placeOf(page, 'Support volume');
    expect(after.x).toBeGreaterThan(before.x);
    expect(after.height).toBeGreaterThan(before.height);
    expect((await placeOf(page, 'Customer satisfaction')).y).toBeGreaterThan(after.y);
    await page.context().close();
  });

  test('a tile is made wider and higher by its corner, and what is in its way makes room', async () => {
    const id = await make({ title: 'By its corner', tiles: twoTiles, query: { period: 'last-90-days' } });
    const page = await visit(`/dashboards/${id}`);
    await page.getByRole('button', { name: 'Edit' }).click();
    const before = await placeOf(page, 'Support volume');
    const corner = page.locator('.react-grid-item', { hasText: 'Support volume' }).locator('.react-resizable-handle');
    const box = (await corner.boundingBox()) as { x: number; y: number; width: number; height: number };
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 120, box.y + 60, { steps: 8 });
    await page.mouse.move(box.x + 240, box.y + 120, { steps: 8 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Edit' }).waitFor();
    await settle(page);
    const after = await placeOf(page, 'Support volume');
    expect(after.width).toBeGreaterThan(before.width + 100);
    expect(after.height).toBeGreaterThan(before.height + 50);
    expect((await placeOf(page, 'Customer satisfaction')).y).toBeGreaterThanOrEqual(after.y + after.height);
    await page.context().close();
  });

  test('a tile is dragged by its handle, and another added; what somebody else saved meanwhile is not overwritten', async () => {
    const id = await make({ title: 'By mouse', tiles: twoTiles, query: { period: 'last-90-days' } });
    const [page, other] = [await visit(`/dashboards/${id}`), await visit(`/dashboards/${id}`)];
    await page.getByRole('button', { name: 'Edit' }).click();
    const handle = page.getByRole('button', { name: 'Move Support volume' });
    const box = (await handle.boundingBox()) as { x: number; y: number; width: number; height: number };
    await page.mouse.move(box.x + 8, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 300, box.y + 40, { steps: 8 });
    await page.mouse.move(box.x + 600, box.y + 60, { steps: 8 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Add a tile' }).click();
    await page.getByRole('menuitem', { name: 'Add a report' }).click();
    await page.getByRole('dialog').getByRole('searchbox').fill('score');
    await page.getByRole('dialog').getByRole('button').filter({ hasText: 'Net promoter score' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Edit' }).waitFor();
    await settle(page);
    // What stood there made room.
    const [moved, pushed] = [await placeOf(page, 'Support volume'), await placeOf(page, 'Customer satisfaction')];
    expect(moved.x).toBeGreaterThan(box.x);
    expect(pushed.y).toBeGreaterThan(moved.y);

    await other.getByRole('button', { name: 'Edit' }).click();
    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByText('Somebody else changed this dashboard meanwhile').waitFor();
    await other.getByRole('button', { name: 'Drop my changes and load theirs' }).click();
    await other.getByRole('button', { name: 'Edit' }).waitFor();
    await settle(other);
    expect(await other.getByRole('region', { name: 'Net promoter score' }).count()).toBeGreaterThan(0);
    await Promise.all([page.context().close(), other.context().close()]);
  });
});

test('a filter and a period over the whole dashboard change every tile, and one that fails leaves the others', async () => {
  const wrong = { ...tile('c', 'support-volume', 0, 5), query: { by: 'nothing-is-called-this' }, title: 'Broken' };
  const id = await make({ title: 'Filtered', tiles: [...twoTiles, wrong], query: { period: 'last-12-months' } });
  const page = await visit(`/dashboards/${id}`);
  await page.getByRole('region', { name: 'Broken' }).getByRole('alert').waitFor();
  await page.getByRole('button', { name: 'Support volume as a table' }).click();
  const table = page.getByRole('region', { name: 'Support volume', exact: true }).getByRole('table');
  await table.waitFor();
  const before = await table.innerText();
  await page.goto(`/dashboards/${id}?period=last-12-months&f.channel=email`);
  await settle(page);
  await page.getByRole('button', { name: 'Support volume as a table' }).click();
  expect(await table.innerText()).not.toBe(before);
  await page.goto(`/dashboards/${id}?period=2001-01-01..2001-02-01`);
  await settle(page);
  await page.getByText('Nothing in this period').first().waitFor();
  await expectAccessible(page);
  await page.context().close();
});

test('a dashboard is shared with a password and opened by nobody in particular', async () => {
  const id = await make({ title: 'For a client', tiles: twoTiles, query: { period: 'last-12-months' } });
  const page = await visit(`/dashboards/${id}`);
  await page.getByRole('button', { name: 'Share' }).click();
  const sheet = page.getByRole('dialog', { name: 'Share this dashboard' });
  await sheet.getByLabel('Password (optional)').fill('open sesame please');
  await expectAccessible(page);
  await sheet.getByRole('button', { name: 'Make the link' }).click();
  const link = await sheet.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
  await page.context().close();
  const guest = await visit(new URL(link).pathname, { as: null, scheme: 'dark' });
  await guest.getByRole('textbox', { name: 'Password' }).fill('open sesame please');
  await guest.getByRole('button', { name: 'Open', exact: true }).click();
  await guest.getByRole('heading', { level: 1, name: 'For a client' }).waitFor();
  await settle(guest);
  await guest.getByRole('region', { name: 'Support volume', exact: true }).waitFor();
  expect(await guest.getByRole('link').count()).toBe(0);
  await expectAccessible(guest);
  await guest.context().close();
});

test('TV mode shows page after page without controls, with the age of its figures, and says when it is cut off', async () => {
  const id = await make({ template: 'support-manager', title: 'On the wall' });
  const page = await visit(`/dashboards/${id}`);
  await page.getByRole('button', { name: 'TV mode' }).click();
  const tv = page.getByRole('dialog', { name: 'On the wall in TV mode' });
  await tv.getByText(/^Figures of .* ago$/).waitFor();
  await tv.getByText(/^Page 1 of \d$/).waitFor();
  await expectAccessible(page);
  await tv.getByRole('button', { name: 'Next page' }).click();
  await tv.getByText(/^Page 2 of \d$/).waitFor();
  await page.route('**/api/v1/live*', (route) => route.abort());
  await page.goto(`/dashboards/${id}?tv=1&period=last-30-days`);
  await tv.getByText(/^Cut off: these figures are of /).waitFor();
  const shown = () =>
    tv.getByRole('button', { name: 'Leave TV mode' }).evaluate((button) => {
      return getComputedStyle(button.parentElement as Element).opacity;
    });
  await expect.poll(shown).toBe('0');
  await page.mouse.move(200, 200);
  await page.mouse.move(220, 220);
  await expect.poll(shown).toBe('1');
  await page.keyboard.press('Escape');
  await tv.waitFor({ state: 'hidden' });
  await page.context().close();
});

test('TV mode turns to the next page by itself after twenty seconds, and from the last to the first', async () => {
  const id = await make({ template: 'support-manager', title: 'Turning' });
  const page = await openPage(browser, vigie.origin);
  await page.clock.install();
  await page.goto(`/dashboards/${id}?tv=1&period=last-90-days`);
  const tv = page.getByRole('dialog', { name: 'Turning in TV mode' });
  const [, of = ''] = /of (\d)/.exec(await tv.getByText(/^Page 1 of \d$/).innerText()) ?? [];
  await page.clock.fastForward(19_000);
  await tv.getByText(`Page 1 of ${of}`).waitFor();
  for (let turn = 1; turn <= Number(of); turn++) {
    await page.clock.fastForward(turn === 1 ? 2_000 : 20_000);
    await tv.getByText(`Page ${(turn % Number(of)) + 1} of ${of}`).waitFor();
  }
  await page.context().close();
});

test('tiles stand before the slowest of their dashboard is answered', async () => {
  const tiles = Array.from({ length: 4 }, (_, place) => ({
    ...tile(`t${place}`, 'support-volume', 0, place * 5),
    title: `Tile ${place}`,
  }));
  const id = await make({ title: 'Slow', tiles, query: { period: 'last-12-months' } });
  const page = await openPage(browser, vigie.origin);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/v1/dashboards/*/data', async (route) => {
    if (route.request().postData()?.includes('"t3"') === true) await held;
    await route.continue();
  });
  await page.goto(`/dashboards/${id}`);
  await page.getByRole('button', { name: 'Tile 0 as a table' }).waitFor();
  expect(await page.getByRole('button', { name: 'Tile 3 as a table' }).count()).toBe(0);
  release();
  await page.getByRole('button', { name: 'Tile 3 as a table' }).waitFor();
  await page.context().close();
});
