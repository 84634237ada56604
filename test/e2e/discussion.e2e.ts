import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Mailbox, openMailbox } from '#test/support/mailbox.ts';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle } from './support/browser.ts';
import { join } from './support/join.ts';
import { loadSample, type RunningVigie, startVigie } from './support/server.ts';

let vigie: RunningVigie;
let browser: Browser;
let hugo: { email: string; password: string };
let mailbox: Mailbox;

beforeAll(async () => {
  mailbox = await openMailbox();
  const env = { SMTP_URL: mailbox.url, VIGIE_MAIL_FROM: 'vigie@example.org' };
  [vigie, browser] = await Promise.all([startVigie({ env }), launchBrowser()]);
  await loadSample(vigie.origin, 'marketplace', '?tickets=300&seed=7');
  hugo = await join(vigie.origin, { email: 'hugo@example.org', name: 'Hugo Petit', role: 'manager' });
}, 180_000);

afterAll(async () => {
  await browser.close();
  await vigie.close();
  await mailbox.close();
});

const overflowOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test('one mentions another by keyboard; the other sees the bell, opens the place, replies, and gets a mail', async () => {
  const page = await openPage(browser, vigie.origin);
  await page.goto('/reports/sla-by-agent?period=all&every=none');
  await settle(page);
  const text = page.getByRole('textbox', { name: 'Your comment' });
  await text.focus();
  await page.keyboard.type('Who is behind? @hu');
  await page.getByRole('option', { name: 'Hugo Petit' }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.keyboard.type('look at https://example.org/x');
  expect(await text.inputValue()).toBe('Who is behind? @Hugo Petit look at https://example.org/x');
  await page.keyboard.press('Control+Enter');
  const said = page.getByRole('article', { name: 'Léa Martin' });
  await said.getByRole('link', { name: 'https://example.org/x' }).waitFor();
  expect(await said.locator('strong', { hasText: '@Hugo Petit' }).count()).toBe(1);

  const other = await openPage(browser, vigie.origin, { as: hugo, language: 'fr' });
  await other.goto('/reports');
  await other.getByRole('button', { name: /Notifications.*1 non lue/ }).click();
  await expectAccessible(other);
  await other.getByRole('link', { name: /Léa Martin vous mentionne/ }).click();
  await other.waitForURL(/\/reports\/sla-by-agent\?.*#comment-/);
  await settle(other);
  await other.locator('article:focus').waitFor();
  await other.getByRole('button', { name: 'Notifications : tout est lu'.replace(' :', '\u202f:') }).waitFor();
  await other.getByRole('button', { name: 'Répondre', exact: true }).click();
  await other.keyboard.type('Je regarde.');
  await other.keyboard.press('Control+Enter');
  await other.getByText('Je regarde.').waitFor();

  await page.getByText('Je regarde.').waitFor();
  await page.getByRole('button', { name: /Notifications: 1 not read/ }).waitFor();
  const mails = () => mailbox.received.filter(({ to }) => !Array.isArray(to) && to?.text === 'owner@example.org');
  await expect.poll(() => mails().length, { timeout: 100_000, interval: 1_000 }).toBe(1);
  expect(mails()[0]?.subject).toMatch(/^Hugo Petit replies to your comment/);
  const link = new URL(/http\S+#comment-\S+/.exec(mails()[0]?.text ?? '')?.[0] ?? '');
  await page.goto(`${link.pathname}${link.search}${link.hash}`);
  await page.locator('article:focus', { hasText: 'Je regarde.' }).waitFor();
  await Promise.all([page.context().close(), other.context().close()]);
}, 240_000);

test('a thread is settled, its report opened as it was, and a comment changed and deleted', async () => {
  const page = await openPage(browser, vigie.origin);
  await page.goto('/reports/csat?period=2024-01-01..2027-01-01&every=month');
  await settle(page);
  await page.getByRole('textbox', { name: 'Your comment' }).fill('A dip');
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await page.getByText('A dip').waitFor();
  await page.goto('/reports/csat?period=all');
  await settle(page);
  await page.getByRole('link', { name: 'Open it as it was' }).click();
  await page.waitForURL(/period=2024-01-01\.\.2027-01-01/);
  // A row a month: until they are there, what stands below them moves.
  await expect.poll(() => page.locator('main table tbody tr').count(), { timeout: 20_000 }).toBe(36);
  await settle(page);
  expect(page.url()).toContain('every=month');
  const menu = page.getByRole('button', { name: 'Do something with the comment of Léa Martin' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Change your comment' }).fill('A dip in June');
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await page.getByText('A dip in June').waitFor();
  await page.getByText('edited', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Mark as settled' }).click();
  await page.getByRole('button', { name: 'Show 1 settled thread' }).click();
  await page.getByText('Settled by Léa Martin').waitFor();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('Nobody has said anything yet').waitFor();
  await page.context().close();
});

test.for(['light', 'dark'] as const)(
  'a discussion and the bell are accessible in the %s theme and fit a telephone',
  async (scheme) => {
    const page = await openPage(browser, vigie.origin, { language: 'fr', scheme, width: 360, height: 780 });
    await page.goto('/reports/sla-by-agent?period=all&every=none');
    await settle(page);
    await page.getByText('Je regarde.').waitFor();
    await expectAccessible(page);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: /^Notifications/ }).click();
    await page.getByRole('link', { name: /Hugo Petit répond/ }).waitFor();
    await expectAccessible(page);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await page.context().close();
  },
);

test('what one is told by mail is chosen in the settings, and quiet hours are kept', async () => {
  const page = await openPage(browser, vigie.origin);
  await page.goto('/settings/notifications');
  await settle(page);
  await page.getByRole('checkbox', { name: 'Somebody mentions me: By e-mail' }).uncheck();
  await page.getByRole('switch', { name: 'Keep quiet hours' }).click();
  await page.getByRole('textbox', { name: 'From' }).fill('9 pm');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Write both times as 22:00.').waitFor();
  await page.getByRole('textbox', { name: 'From' }).fill('21:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: false }).first().waitFor();
  await page.reload();
  await settle(page);
  expect(await page.getByRole('checkbox', { name: 'Somebody mentions me: By e-mail' }).isChecked()).toBe(false);
  expect(await page.getByRole('textbox', { name: 'From' }).inputValue()).toBe('21:00');
  await page.context().close();
});
