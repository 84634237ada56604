import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { password } from '#test/support/people.ts';
import { totpCode } from '#test/support/totp.ts';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle } from './support/browser.ts';
import { join } from './support/join.ts';
import { owner, type RunningVigie, startVigie } from './support/server.ts';

let vigie: RunningVigie;
let browser: Browser;

beforeAll(async () => {
  [vigie, browser] = await Promise.all([startVigie(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await vigie.close();
});

/** By the keyboard alone: the address has the focus, Tab leads to the password, Enter sends. */
async function typeIn(page: Page, email: string, secret: string): Promise<void> {
  await page.getByLabel('E-mail address').waitFor();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(secret);
  await page.keyboard.press('Enter');
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Account: / }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}

test('the keyboard alone signs in, back to the page that was asked for; signed out, nothing of it is left', async () => {
  const page = await openPage(browser, vigie.origin, { as: null });
  await page.goto('/reports?q=agent');
  await typeIn(page, owner.email, 'not the password');
  const told = page.getByRole('alert');
  await told.getByText('This address and password do not belong together.').waitFor();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Reports' }).waitFor();
  expect(page.url()).toBe(`${vigie.origin}/reports?q=agent`);

  await signOut(page);
  await page.goto('/reports');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  const cookies = await page.context().cookies();
  expect(cookies.filter(({ name }) => name.includes('session_token'))).toEqual([]);
  await page.context().close();
});

test('two-factor: turned on with a code of the app, wanted at the next sign-in, where a backup code does once', async () => {
  const person = await join(vigie.origin, { name: 'Tom Bernard', email: 'tom@example.org', role: 'manager' });
  const page = await openPage(browser, vigie.origin, { as: person });
  await page.goto('/settings/security');
  await page.getByRole('button', { name: 'Turn on' }).click();
  await page.getByRole('textbox', { name: 'Present password' }).last().fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('img', { name: /QR code/ }).waitFor();
  const secret = await page.getByLabel('Secret', { exact: true }).inputValue();
  await expectAccessible(page);
  await page.getByLabel('First code').fill(totpCode(secret));
  await page.keyboard.press('Enter');
  const kept = page.getByRole('list', { name: 'Backup codes' });
  await kept.waitFor();
  const codes = await kept.getByRole('listitem').allInnerTexts();
  expect(codes.length).toBeGreaterThan(4);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByRole('button', { name: 'Turn off' }).waitFor();

  await signOut(page);
  await typeIn(page, person.email, password);
  await page.getByRole('heading', { name: 'Two-factor sign-in' }).waitFor();
  await expectAccessible(page);
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await page.getByText('This code is not the right one').waitFor();
  await page.getByLabel('Code').fill(totpCode(secret, 1));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Account: Tom Bernard/ }).waitFor();

  for (const works of [true, false]) {
    await signOut(page);
    await typeIn(page, person.email, password);
    await page.getByRole('button', { name: 'Use a backup code' }).click();
    await page.getByLabel('Backup code').fill(codes[0] as string);
    await page.keyboard.press('Enter');
    if (works) await page.getByRole('button', { name: /Account: Tom Bernard/ }).waitFor();
    else await page.getByText('This code is not the right one').waitFor();
  }
  await page.context().close();
});

test('after five failed sign-ins the page says how long to wait, and the right password does not help', async () => {
  const page = await openPage(browser, vigie.origin, { as: null });
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill('nobody@example.org');
  for (let times = 0; times < 6; times++) {
    await page.getByRole('textbox', { name: 'Password', exact: true }).fill(`wrong ${times}`);
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.keyboard.press('Enter');
    await answered;
  }
  await page.getByText(/sign-in is closed for \d+ min\b/).waitFor();
  await expectAccessible(page);
  await page.context().close();
});

test('a session that has ended leads from any page to the sign-in, and back to that page', async () => {
  const page = await openPage(browser, vigie.origin);
  await page.goto('/settings/tokens');
  await settle(page);
  await page.context().clearCookies();
  await page.getByRole('link', { name: 'Members' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByLabel('E-mail address').fill(owner.email);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(owner.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Members' }).waitFor();
  await page.context().close();
});

test('a link to choose a password that is unknown says so, with where to get another', async () => {
  const page = await openPage(browser, vigie.origin, { as: null });
  await page.goto(`/reset-password/${'x'.repeat(32)}`);
  await page.getByRole('textbox', { name: 'New password' }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await page.getByRole('link', { name: 'Ask for another link' }).click();
  await page.getByText('This installation sends no mail.').waitFor();
  await page.context().close();
});
