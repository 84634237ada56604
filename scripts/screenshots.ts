import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launchBrowser, openPage, settle } from '../test/e2e/support/browser.ts';
import { loadSample, startVigie } from '../test/e2e/support/server.ts';

/**
 * Pictures of every page, in both languages and themes and on a telephone, into the folder named (default
 * `screenshots/`), and the one of the README into docs/images.
 */
const folder = resolve(process.argv[2] ?? 'screenshots');
const readme = resolve(import.meta.dirname, '../docs/images');

const pages: Readonly<Record<string, string>> = {
  overview: '/',
  reports: '/reports',
  'sla-by-agent': '/reports/sla-by-agent',
  tickets: '/tickets',
  proof: '/tickets/INC0079035',
  sources: '/sources',
};

mkdirSync(folder, { recursive: true });
mkdirSync(readme, { recursive: true });
const vigie = await startVigie();
const browser = await launchBrowser();
try {
  await shoot('first-run', '/', { language: 'en', scheme: 'light' });
  await loadSample(vigie.origin, 'incidents');
  for (const [name, path] of Object.entries(pages)) {
    for (const language of ['en', 'fr'] as const) {
      for (const scheme of ['light', 'dark'] as const) await shoot(name, path, { language, scheme });
    }
    await shoot(`${name}-360`, path, { language: 'fr', scheme: 'light', width: 360, height: 780 });
  }
  await shoot('overview', '/', { language: 'en', scheme: 'light' }, join(readme, 'overview.png'));
} finally {
  await browser.close();
  await vigie.close();
}

type View = Parameters<typeof openPage>[2] & { language: 'en' | 'fr'; scheme: 'light' | 'dark' };

async function shoot(name: string, path: string, view: View, file?: string): Promise<void> {
  const page = await openPage(browser, vigie.origin, view);
  await page.goto(path);
  await settle(page);
  const target = file ?? join(folder, `${name}-${view.language}-${view.scheme}.png`);
  await page.screenshot({ path: target, fullPage: file === undefined });
  await page.context().close();
  console.log(target);
}
