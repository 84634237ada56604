import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { byOperator } from '#app/audit/record-audit.ts';
import { createChannel } from '#app/channels/channels.ts';
import { firstWorkspace, openInstallation } from '#app/open-installation.ts';
import { adoptRules } from '#app/rules/adopt-rules.ts';
import { saveMember } from '#records/members.ts';
import { answerHttp, type HttpAnswers } from '#test/support/answer-http.ts';
import { DeskServer, makeToken } from '#test/support/desk-server.ts';
import { type Mailbox, openMailbox } from '#test/support/mailbox.ts';
import { createTestStores } from '#test/support/test-stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-watch-killed-'));
const stores = await createTestStores(join(folder, 'data'));
let mailbox: Mailbox;
let hook: HttpAnswers;
let webhook: Webhook;
let token: string;
let server: DeskServer;
/** What the webhook was told, once an id however often it came. */
const told = new Map<string, { readonly type: string; readonly ticket: string }>();

const policy = {
  id: 'quick',
  name: 'Quick',
  kind: 'customer',
  calendar: 'always',
  effectiveFrom: '2020-01-01T00:00:00Z',
  targets: [{ id: 'frt', metric: 'first-reply', seconds: { default: 10 }, warnAt: [0.5] }],
  steps: [
    { id: 'half', at: { warning: { index: 1 } }, do: [{ type: 'notify', to: 'agent' }] },
    {
      id: 'late',
      at: 'breach',
      do: [
        { type: 'notify', to: 'address', address: 'desk@example.org' },
        { type: 'reassign', channel: 'hook', team: 'tier-2' },
      ],
    },
    { id: 'boss', at: { afterBreach: 3 }, do: [{ type: 'notify', to: 'manager' }] },
  ],
};

const place = () => ({
  ...{ cwd: folder, ...stores.places },
  env: { SMTP_URL: mailbox.url, VIGIE_OUTGOING_PRIVATE: '1' },
});

beforeAll(async () => {
  mailbox = await openMailbox();
  hook = await answerHttp((request, body, response) => {
    // Throws for a signature that is not right, or a time that is not now.
    const event = webhook.verify(body, request.headers as Record<string, string>) as {
      type: string;
      data: { ticket: string };
    };
    told.set(String(request.headers['webhook-id']), { type: event.type, ticket: event.data.ticket });
    response.writeHead(204).end();
  });
  const installation = await openInstallation({ ...stores.places, workers: 1 });
  const { everywhere } = installation.records;
  const app = await installation.workspace(firstWorkspace);
  for (const [name, role, agents] of [
    ['lea', 'agent', ['a1']],
    ['max', 'manager', []],
  ] as const) {
    const made = { createdAt: new Date(), updatedAt: new Date() };
    await everywhere
      .insertInto('users')
      .values({ id: name, name, email: `${name}@example.org`, emailVerified: true, ...made })
      .execute();
    await saveMember(app.records, { workspace: app.workspace, userId: name, role, teams: [], agents });
  }
  const given = { id: 'hook', kind: 'webhook', name: 'Hook', language: 'en', url: hook.url } as const;
  const { key } = await createChannel(app, given, { rules: { allowPrivate: true } }, byOperator);
  webhook = new Webhook(key ?? '');
  await adoptRules(app, { calendars: [], policies: [policy] }, byOperator);
  await installation.close();
  token = await makeToken(place(), 'admin');
  server = await DeskServer.start(place(), token);
}, 240_000);
afterAll(async () => {
  await server?.running.stop('SIGTERM');
  await hook.close();
  await mailbox.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Every step that the live stream tells, until it is hung up. */
function listen(): { readonly steps: string[]; hangUp(): void } {
  const steps: string[] = [];
  const hangUp = new AbortController();
  const read = async () => {
    const answer = await server.ask('/live', { signal: hangUp.signal });
    let text = '';
    for await (const piece of answer.body as ReadableStream<Uint8Array>) {
      text += Buffer.from(piece).toString();
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages.filter((each) => each.startsWith('event: steps'))) {
        const data = JSON.parse(message.slice(message.indexOf('data: ') + 6));
        for (const { step } of data.steps) steps.push(step);
      }
    }
  };
  read().catch(() => undefined);
  return { steps, hangUp: () => hangUp.abort() };
}

/** A ticket made now. */
async function create(ticket: string): Promise<void> {
  const event = {
    specversion: '1.0',
    id: `${ticket}-c`,
    source: 'test/watch',
    type: 'ticket.created',
    subject: ticket,
  };
  const sent = await server.send([{ ...event, time: new Date().toISOString(), data: { agent: 'a1' } }]);
  expect(sent.status).toBe(200);
}

/** How many different mails about a ticket each mailbox got. */
function mailsOf(ticket: string): Record<string, number> {
  const found: Record<string, Set<string>> = {};
  for (const mail of mailbox.received) {
    if (!mail.text?.includes(ticket)) continue;
    const [to] = [mail.to].flat();
    const address = to?.value[0]?.address ?? '';
    found[address] ??= new Set();
    found[address].add(mail.messageId ?? '');
  }
  return Object.fromEntries(Object.entries(found).map(([address, ids]) => [address, ids.size]));
}

const hooksOf = (ticket: string) => [...told.values()].filter((each) => each.ticket === ticket).map(({ type }) => type);

/** How often the wallboard shows a ticket among the breaches of the day. */
async function onWall(ticket: string): Promise<number> {
  const { breaches } = await (await server.ask('/live/wall')).json();
  return breaches.filter((one: { ticket: string }) => one.ticket === ticket).length;
}

async function until(what: () => boolean, withinMs: number): Promise<void> {
  const giveUpAt = Date.now() + withinMs;
  while (!what() && Date.now() < giveUpAt) await sleep(50);
}

const everybody = { 'lea@example.org': 1, 'desk@example.org': 1, 'max@example.org': 1 };

test('a running server tells the warning, the breach and the escalation of a ticket once each, everywhere', async () => {
  const live = listen();
  await sleep(1_500);
  await create('QUICK-1');
  await until(() => mailsOf('QUICK-1')['max@example.org'] === 1, 40_000);
  await sleep(1_000);
  live.hangUp();
  expect(mailsOf('QUICK-1')).toEqual(everybody);
  expect(hooksOf('QUICK-1')).toEqual(['clock.breached']);
  expect(live.steps).toEqual(['half', 'late', 'boss']);
  expect(await onWall('QUICK-1')).toBe(1);
  const inApp = await (await server.ask('/watch/messages?limit=50')).json();
  expect(inApp.items.map((one: { state: string }) => one.state)).toEqual(Array(6).fill('sent'));
}, 90_000);

test('killed before the warning, the breach and the escalation, it still tells each once after it starts again', async () => {
  await create('QUICK-2');
  for (const instant of [4_500, 600, 2_000]) {
    await sleep(instant);
    await server.running.stop('SIGKILL');
    server = await DeskServer.start(place(), token);
  }
  await until(() => mailsOf('QUICK-2')['max@example.org'] !== undefined, 60_000);
  // What was being sent when it was killed is sent again within half a minute, under the same id.
  await until(() => Object.keys(mailsOf('QUICK-2')).length === 3 && hooksOf('QUICK-2').length === 1, 60_000);
  expect(mailsOf('QUICK-2')).toEqual(everybody);
  expect(hooksOf('QUICK-2')).toEqual(['clock.breached']);
  expect(await onWall('QUICK-2')).toBe(1);
  const { items } = await (await server.ask('/watch/steps?ticket=QUICK-2')).json();
  expect(items.map((one: { step: string }) => one.step).sort()).toEqual(['boss', 'half', 'late']);
}, 240_000);
