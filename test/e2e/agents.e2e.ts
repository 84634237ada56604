import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agentsEvents } from '#test/support/agents-desk.ts';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle, type View } from './support/browser.ts';
import { join } from './support/join.ts';
import { post, type RunningVigie, startVigie } from './support/server.ts';

let vigie: RunningVigie;
let browser: Browser;

beforeAll(async () => {
  [vigie, browser] = await Promise.all([startVigie(), launchBrowser()]);
  await post(vigie.origin, '/events', agentsEvents(Date.UTC(2026, 9, 5, 6)));
});
afterAll(async () => {
  await browser.close();
  await vigie.close();
});

const october = 'period=2026-10-01..2026-10-31';

async function visit(path: string, view: View = {}): Promise<Page> {
  const page = await openPage(browser, vigie.origin, view);
  await page.goto(path);
  await settle(page);
  return page;
}

test('agents are found, and a scorecard says how sure each figure is and where the agent stands', async () => {
  const page = await visit(`/agents?${october}`);
  const row = page.getByRole('row', { name: /Ana/ });
  await row.getByText(/Not ranked|no data/).waitFor();
  await expectAccessible(page);
  await page.getByRole('searchbox', { name: 'Name or id' }).fill('léa');
  await page.getByRole('link', { name: 'Léa' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Léa' }).waitFor();
  await settle(page);
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByText('Léa').waitFor();
  const reply = page.getByRole('row', { name: /First reply time/ });
  await reply.getByText('12 min to 14 min').waitFor();
  await reply.getByText('1 of 3').waitFor();
  expect(await reply.getByText('better').count()).toBe(2);
  await reply.getByText('too few to say').waitFor();
  await expectAccessible(page);
  await reply.getByRole('button', { name: /Show the mix/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('row', { name: /Chat/ }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('ana');
  await page.getByRole('option', { name: /Ana.*Agents/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.context().close();
});

test('a note is written by keyboard with a follow-up that is then due, done from the list, and read by the agent if shared', async () => {
  const page = await visit(`/agents/a1?${october}`);
  await page.getByRole('button', { name: 'Write a note' }).click();
  const sheet = page.getByRole('dialog', { name: 'Write a note' });
  await sheet.getByRole('button', { name: 'Save' }).click();
  await sheet.getByText('Write what the note should say.').waitFor();
  await page.keyboard.type('Listen to two calls together');
  await sheet.getByLabel('Who reads it').selectOption({ label: 'The agent too' });
  await sheet.getByLabel('Follow up on').fill('2026-01-15');
  await expectAccessible(page);
  await sheet.getByRole('button', { name: 'Save' }).press('Enter');
  await sheet.waitFor({ state: 'hidden' });
  await page.getByText('Listen to two calls together').waitFor();
  await page.getByRole('button', { name: 'Recognise' }).click();
  const award = page.getByRole('dialog', { name: 'Recognise Léa' });
  await award.getByLabel('Month').fill('2026-10');
  await award.getByLabel('Figure').selectOption('first-reply-time');
  await award.getByLabel('What you want to say').fill('Thank you for October');
  await award.getByRole('button', { name: 'Recognise' }).click();
  await award.waitFor({ state: 'hidden' });
  await page.getByText(/First reply time: median 13.min of 60 in Oct 2026/).waitFor();
  await expectAccessible(page);
  await page.goto(`/agents?${october}`);
  await page.getByRole('button', { name: 'Mark as done Léa' }).click();
  await page.getByText('No follow-up is due.').waitFor();
  await page.context().close();
  const lea = await join(vigie.origin, {
    ...{ email: 'lea@example.org', name: 'Léa', role: 'agent', teams: ['retours'], agents: ['a1'] },
  });
  const own = await visit(`/agents/a1?${october}`, { as: lea, language: 'fr', scheme: 'dark' });
  await own.getByText('Listen to two calls together').waitFor();
  await own.getByText('Thank you for October').waitFor();
  expect(await own.getByRole('button', { name: 'Écrire une note' }).count()).toBe(0);
  await expectAccessible(own);
  await own.goto(`/agents/a2?${october}`);
  await own.getByText(/Il n’y a pas d’agent « a2 »/).waitFor();
  await own.context().close();
});

test('on a telephone the pages do not scroll sideways', async () => {
  for (const path of [`/agents?${october}`, `/agents/a2?${october}`]) {
    const phone = await visit(path, { width: 360, height: 740, language: 'fr' });
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await expectAccessible(phone);
    await phone.context().close();
  }
});
