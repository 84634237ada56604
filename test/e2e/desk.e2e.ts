import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerHttp, type HttpAnswers } from '#test/support/answer-http.ts';
import { expectAccessible } from './support/axe.ts';
import { launchBrowser, openPage, settle, type View } from './support/browser.ts';
import { loadSample, post, type RunningVigie, startVigie } from './support/server.ts';

let vigie: RunningVigie;
let browser: Browser;
let hook: HttpAnswers;
const called: { headers: Record<string, unknown>; body: string }[] = [];

beforeAll(async () => {
  hook = await answerHttp((request, body, response) => {
    called.push({ headers: request.headers, body });
    response.writeHead(204).end();
  });
  [vigie, browser] = await Promise.all([startVigie({ env: { VIGIE_OUTGOING_PRIVATE: '1' } }), launchBrowser()]);
  await loadSample(vigie.origin, 'marketplace', '?tickets=300&seed=5');
});

afterAll(async () => {
  await browser.close();
  await vigie.close();
  await hook.close();
});

async function visit(path: string, view: View = {}): Promise<Page> {
  const page = await openPage(browser, vigie.origin, view);
  await page.goto(path);
  await settle(page);
  return page;
}

/** A ticket made now, under the rules of the sample. */
function create(ticket: string): Promise<unknown> {
  return post(vigie.origin, '/events', {
    ...{
      specversion: '1.0',
      id: `${ticket}-created`,
      source: 'sample/marketplace',
      type: 'ticket.created',
      subject: ticket,
    },
    time: new Date(Date.now() - 1000).toISOString(),
    data: { channel: 'marketplace', marketplace: 'amazon', actor: { kind: 'customer', id: 'c1' } },
  });
}

test('open clocks stand by time left with words besides colours, and can be filtered, in both languages', async () => {
  const page = await visit('/desk');
  const table = page.getByRole('table');
  const words = await table.getByText(/^(On track|At risk|Almost due|Breached|Paused)$/).allInnerTexts();
  expect(words.length).toBeGreaterThan(0);
  await expectAccessible(page);
  await page.getByText('Breached', { exact: true }).first().click();
  await settle(page);
  expect(new URL(page.url()).searchParams.get('status')).toBe('breached');
  await page.context().close();
  const french = await visit('/desk?status=paused&metric=ownership', { language: 'fr', scheme: 'dark' });
  await french.getByText('Aucun délai ouvert ne correspond').waitFor();
  await expectAccessible(french);
  await french.context().close();
});

test('clocks are taken over, given back and escalated together', async () => {
  const page = await visit('/desk');
  const boxes = page.getByRole('checkbox', { name: /^Select .+, / });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByText('2 clocks selected').waitFor();
  await page.getByRole('button', { name: 'Take over' }).click();
  await page.getByText('2 clocks are looked after').waitFor();
  await page.getByRole('cell', { name: 'Léa Martin' }).nth(1).waitFor();
  await boxes.nth(0).check();
  await page.getByRole('button', { name: 'Give back' }).click();
  await page.getByText('1 clock is given back').waitFor();
  await boxes.nth(0).check();
  await page.getByRole('button', { name: 'Escalate now' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Escalate 1 clock now?').waitFor();
  await dialog.getByRole('button', { name: 'Escalate now' }).click();
  await page.getByText('1 clock is escalated to Léa Martin.').waitFor();
  await expectAccessible(page);
  await page.context().close();
});

test('a channel is made, its key shown once, tried, looked up in its log and removed', async () => {
  const page = await visit('/settings/channels');
  await page.getByText('No channel yet').waitFor();
  await page.getByRole('button', { name: 'Add a channel' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: /Webhook A server/ }).check();
  await sheet.getByRole('button', { name: 'Add a channel' }).click();
  await sheet.getByText('Paste the address.').waitFor();
  await sheet.getByLabel('Name').fill('Ops hook');
  await sheet.getByLabel('Address of the webhook').fill('ftp://ops.example.org');
  await sheet.getByRole('button', { name: 'Add a channel' }).click();
  await sheet.getByRole('alert').or(sheet.locator('[data-error]')).first().waitFor();
  await expectAccessible(page);
  await sheet.getByLabel('Address of the webhook').fill(`${hook.url}/ops`);
  await sheet.getByRole('button', { name: 'Add a channel' }).click();
  expect(await sheet.getByLabel('Signing key').inputValue()).toMatch(/^whsec_/);
  await sheet.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByRole('button', { name: /^Test\W+Ops hook$/ }).click();
  await page.getByText('The test was taken.').waitFor();
  expect(called).toHaveLength(1);
  expect(JSON.parse(called[0]?.body ?? '').type).toBe('channel.test');
  await page.getByRole('button', { name: /^Log\W+Ops hook$/ }).click();
  await page.getByRole('dialog').getByText('Sent', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Remove\W+Ops hook$/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('No channel yet').waitFor();
  await page.context().close();
});

test('a new ticket shows up on the desk by itself', async () => {
  const page = await visit('/desk');
  const count = page.getByText(/^\d+ open clocks$/);
  const before = await count.innerText();
  await create('LIVE-1');
  await page.waitForFunction((text) => !document.body.innerText.includes(text), before, { timeout: 8_000 });
  await page.context().close();
});
