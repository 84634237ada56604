import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { password } from '#test/support/people.ts';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle } from './support/browser.ts';
import { type RunningVigie, startVigie } from './support/server.ts';

let vigie: RunningVigie;
let browser: Browser;
let owner: Page;

beforeAll(async () => {
  [vigie, browser] = await Promise.all([startVigie({ withOwner: false }), launchBrowser()]);
  owner = await openPage(browser, vigie.origin, { as: null });
});

afterAll(async () => {
  await browser.close();
  await vigie.close();
});

test('an installation without an account tells where its one-time link is, whatever address is opened', async () => {
  await owner.goto('/reports');
  await owner.getByRole('heading', { name: 'One step before you begin' }).waitFor();
  await expectAccessible(owner);
});

test('the printed link makes the first owner, who is then signed in', async () => {
  await owner.goto(vigie.ownerLink);
  await owner.getByLabel('Name').fill('Léa Martin');
  await owner.getByLabel('E-mail address').fill('lea@example.org');
  await owner.getByRole('textbox', { name: 'Password', exact: true }).fill('too short');
  await owner.getByText('3 more characters').waitFor();
  await expectAccessible(owner);
  await owner.keyboard.press('Enter');
  await owner.getByText('At least 12 characters.').first().waitFor();
  await owner.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  await owner.keyboard.press('Enter');
  await owner.getByRole('button', { name: /Load this sample.*incidents/ }).waitFor();
  expect(new URL(owner.url()).pathname).toBe('/');

  await owner.goto(vigie.ownerLink);
  await owner.getByRole('heading', { name: 'The first account exists already' }).waitFor();
});

/** Two hundred tickets of a seller; the agent most often named in them. */
async function loadTickets(): Promise<{ agent: string; other: string }> {
  const { request } = owner;
  const { id } = await (await request.post('/api/v1/samples/marketplace?tickets=200')).json();
  await expect
    .poll(async () => (await (await request.get(`/api/v1/imports/${id}`)).json()).state, { timeout: 60_000 })
    .toBe('done');
  const { items } = await (await request.get('/api/v1/dimensions/agent/values')).json();
  const named = items.filter(({ value }: { value: string | null }) => value !== null);
  return { agent: named[0].label ?? named[0].value, other: named[1].label ?? named[1].value };
}

test('whoever is invited as an agent joins in another browser, and sees only their own', async () => {
  const { agent, other } = await loadTickets();
  await owner.goto('/settings/members');
  await owner.getByRole('button', { name: 'Invite', exact: true }).click();
  const sheet = owner.getByRole('dialog', { name: 'Invite somebody' });
  await sheet.getByLabel('E-mail address').fill('nadia@example.org');
  await sheet.getByRole('radio', { name: /^Agent/ }).check();
  await sheet.getByRole('checkbox', { name: new RegExp(`^${agent}`) }).check();
  await expectAccessible(owner);
  await sheet.getByRole('button', { name: 'Make the invitation' }).click();
  const link = await sheet.getByLabel('Link of the invitation').inputValue();
  await owner.keyboard.press('Escape');
  await owner.getByRole('row', { name: /nadia@example\.org.*Agent/ }).waitFor();

  const theirs = await openPage(browser, vigie.origin, { as: null });
  await theirs.goto(link);
  await theirs.getByText('nadia@example.org').waitFor();
  await expectAccessible(theirs);
  await theirs.getByLabel('Name').fill('Nadia Haddad');
  await theirs.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  await theirs.getByRole('button', { name: 'Create the account and join' }).click();
  await theirs.getByRole('button', { name: /Account: Nadia Haddad/ }).waitFor();
  await settle(theirs);
  expect(await theirs.getByRole('navigation', { name: 'Main navigation' }).innerText()).not.toContain('Sources');

  for (const [page, seen] of [
    [owner, [agent, other]],
    [theirs, [agent]],
  ] as const) {
    await page.goto('/reports/sla-by-agent?by=agent&every=none');
    await settle(page);
    const table = await page.getByRole('table').first().innerText();
    expect([agent, other].filter((name) => table.includes(name))).toEqual(seen);
  }

  await theirs.goto('/settings/members');
  await theirs.getByRole('heading', { name: 'This page is not open to you' }).waitFor();
  await theirs.getByText('Invite members, change and remove them').waitFor();
  await expectAccessible(theirs);
  await theirs.goto(link);
  await theirs.getByRole('heading', { name: 'This invitation does not work' }).waitFor();
  await theirs.context().close();
});

test('a member who is removed is out at once', async () => {
  const person = { email: 'nadia@example.org', password };
  const theirs = await openPage(browser, vigie.origin, { as: person });
  await theirs.goto('/');
  await theirs.getByRole('button', { name: /Account: Nadia Haddad/ }).waitFor();
  await owner.goto('/settings/members');
  await owner.getByRole('button', { name: /^Remove.*Nadia Haddad/ }).click();
  const asked = owner.getByRole('dialog', { name: 'Remove Nadia Haddad?' });
  await asked.getByRole('button', { name: 'Remove' }).click();
  await owner.getByRole('row', { name: /Nadia Haddad/ }).waitFor({ state: 'detached' });
  await theirs.reload();
  await theirs.getByRole('heading', { name: 'No workspace' }).waitFor();
  await theirs.context().close();
});
