import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { launchBrowser, openPage, settle } from '#test/e2e/support/browser.ts';
import { owner } from '#test/e2e/support/server.ts';
import { spawnServer, spawnVigie } from '#test/support/spawn-vigie.ts';
import type { BenchResult } from './bench-result.ts';
import { benchFolder, run as runImport } from './import.ts';

export const name = 'web';

const MAX_REPAINT_MS = 300;
const MAX_SCRIPT_BYTES = 350_000;

/** Reports of each kind of picture, from the dearest question to the cheapest. */
const asked = ['sla-overview', 'sla-by-agent', 'agent-performance', 'backlog', 'support-volume', 'first-reply', 'csat'];

/** In a real browser, on the imported sample: what the first page loads, and how long a changed filter takes to be painted. */
export async function run(options: { tickets: number }): Promise<BenchResult[]> {
  const dataFolder = join(benchFolder(options.tickets), 'data');
  if (!existsSync(join(dataFolder, 'analytics'))) await runImport(options);
  const place = { cwd: dataFolder, dataFolder, env: { VIGIE_WORKERS: '2' } };
  const who = ['--email', owner.email, '--name', 'Léa Martin', '--role', 'owner', '--operator'];
  await spawnVigie(place, ['user', 'create', ...who], `${owner.password}\n`);
  const server = await spawnServer(place, ['start', '--port', '0', '--json']);
  const { url } = JSON.parse(server.firstLine) as { url: string };
  const browser = await launchBrowser();
  try {
    const page = await openPage(browser, url);
    page.setDefaultTimeout(120_000);
    const results = [await firstLoad(page)];
    for (const report of asked) results.push(await changeFilter(page, report, options.tickets));
    return results;
  } finally {
    await browser.close();
    await server.stop('SIGTERM');
  }
}

/** The scripts of the overview, compressed as they come over the wire. */
async function firstLoad(page: Page): Promise<BenchResult> {
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.body());
  });
  await page.goto('/');
  await settle(page);
  const bytes = (await Promise.all(scripts)).reduce((sum, script) => sum + gzipSync(script).length, 0);
  const ratio = bytes / MAX_SCRIPT_BYTES;
  return {
    name: 'web first load of the overview, scripts',
    value: bytes / 1000,
    unit: 'kB',
    yardstick: '350 kB gzipped',
    ratio,
    budget: '≤ 350 kB',
    ok: ratio <= 1,
  };
}

/** From the click on a value of a filter to the frame that shows its answer; each value added asks something new. */
async function changeFilter(page: Page, report: string, tickets: number): Promise<BenchResult> {
  await page.goto(`/reports/${report}`);
  await page.locator('main table').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[data-fetching]') === null);
  await page.getByRole('button', { name: /Filter: *Channel/ }).click();
  const boxes = page.getByRole('checkbox');
  await boxes.first().waitFor();
  const timings: number[] = [];
  for (let index = 0; index < (await boxes.count()); index++) {
    const painted = page.evaluate(untilPainted);
    await boxes.nth(index).check();
    timings.push(await painted);
  }
  timings.sort((a, b) => a - b);
  const median = timings[Math.floor(timings.length / 2)] as number;
  const ratio = median / MAX_REPAINT_MS;
  return {
    name: `web ${report}, filter changed`,
    value: median,
    unit: 'ms',
    yardstick: `${MAX_REPAINT_MS} ms over ${tickets.toLocaleString('en')} tickets (slowest of ${timings.length}: ${timings.at(-1)?.toFixed(0)} ms)`,
    ratio,
    budget: `≤ ${MAX_REPAINT_MS} ms`,
    ok: ratio <= 1,
  };
}

/** Runs in the page: from the next click until the report is no longer busy and two frames have passed. */
function untilPainted(): Promise<number> {
  return new Promise((done) => {
    document.addEventListener('click', ({ timeStamp }) => watch(timeStamp), { capture: true, once: true });
    function watch(clicked: number): void {
      let asked = false;
      // A question may be answered between two frames.
      new MutationObserver(() => {
        asked = true;
      }).observe(document.body, { subtree: true, attributeFilter: ['data-fetching'] });
      const look = () => {
        const busy = document.querySelector('main [data-fetching]') !== null;
        if (asked && !busy) requestAnimationFrame(() => done(performance.now() - clicked));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }
  });
}
