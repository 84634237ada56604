import { launchBrowser, openPage } from './support/browser.ts';

const b = await launchBrowser();
const me = { email: 'o@example.org', password: 'Correct-horse-9-battery' };
const [lang, scheme, width, ...paths] = process.argv.slice(2);
const p = await openPage(b, 'http://127.0.0.1:4733', {
  as: me,
  language: lang as 'fr',
  scheme: scheme as 'light',
  width: Number(width),
  height: 1000,
});
p.on('console', (m) => {
  if (m.type() === 'error') console.log('ERR', m.text());
});
p.on('pageerror', (e) => console.log('PAGEERR', e.message));
for (const [i, path] of paths.entries()) {
  const t = Date.now();
  await p.goto(path);
  await p.waitForTimeout(500);
  await p
    .waitForFunction(() => document.querySelector('[aria-busy="true"], .mantine-Skeleton-root') === null, undefined, {
      timeout: 40000,
    })
    .catch(() => console.log('busy', path));
  await p.waitForTimeout(700);
  await p.screenshot({ path: `/tmp/w/look-${i}.png`, fullPage: width === '360' });
  console.log(path, Date.now() - t, p.url());
}
await b.close();
