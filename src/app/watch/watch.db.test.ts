import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findChannel } from '#records/watch/channels.ts';
import { listStepRuns } from '#records/watch/step-runs.ts';
import { eventOf, reply, start, WatchDesk, watchPolicy } from '#test/support/watch-desk.ts';
import { byOperator } from '../audit/record-audit.ts';
import { rotateChannelKey } from '../channels/channels.ts';
import { openChannelKeys } from '../channels/open-channel.ts';
import { rebuildFacts } from '../rebuild-facts.ts';
import { adoptRules } from '../rules/adopt-rules.ts';
import { acknowledgeClocks } from './acknowledge-clocks.ts';
import { escalateClocks } from './escalate-clocks.ts';
import { planWatch } from './plan-watch.ts';
import { takeDueSteps } from './take-due-steps.ts';

let desk: WatchDesk;

let workspaces = 0;

beforeAll(async () => {
  desk = await WatchDesk.open();
});
beforeEach(() => desk.enter(`w${++workspaces}`));
afterAll(() => desk.close());

interface Told {
  readonly data: { readonly ticket: string };
}

const created = (ticket: string, seconds = 0) => eventOf(ticket, seconds, 'ticket.created', { agent: 'a1' });
const frt = { policy: 'desk', target: 'frt', cycle: 1 };

async function ran(): Promise<string[]> {
  const runs = await listStepRuns(desk.app.records, desk.app.workspace, { limit: 100_000 });
  return runs.map(({ ticket, step, outcome }) => `${ticket} ${step} ${outcome}`).sort();
}

function openRows(): Promise<object[]> {
  const query = desk.app.records.selectFrom('openClocks');
  const columns = [
    'ticket',
    'target',
    'cycle',
    'policyVersion',
    'startedAt',
    'dueAt',
    'breachAt',
    'agent',
    'steps',
    'nextAt',
  ] as const;
  return query.select(columns).orderBy('ticket').orderBy('target').orderBy('cycle').execute();
}

test('a warning, the breach and what follows each run once and reach whom they are for', async () => {
  await desk.send(created('T-1'));
  await desk.at(299);
  expect(await ran()).toEqual([]);
  for (const seconds of [300, 301, 601, 601, 901, 902, 5_000]) await desk.at(seconds);
  expect(await ran()).toEqual(['T-1 boss on-time', 'T-1 half on-time', 'T-1 late on-time']);
  expect(desk.mailsTo('lea')).toEqual(['Ticket T-1 is about to break a promise']);
  expect(desk.mailsTo('max')).toEqual(['Ticket T-1 has broken a promise']);
  expect(desk.mailsTo('boss')).toEqual(['Ticket T-1 is escalated']);
  expect(desk.called).toHaveLength(1);
  const told = await desk.app.records.selectFrom('notifications').select(['message', 'mailState']).execute();
  expect(told).toEqual([
    { message: 'sla-warning', mailState: 'none' },
    { message: 'sla-breach', mailState: 'none' },
  ]);
});

test('a webhook proves by its signature that it comes from here, and says what is asked', async () => {
  await desk.send(created('T-1'));
  await desk.at(601);
  const [call] = desk.called;
  // The library refuses what is older than five minutes by the clock of the machine.
  const webhook = new Webhook(desk.key);
  const { headers, body } = call as NonNullable<typeof call>;
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  expect(webhook.sign(headers['webhook-id'] as string, at, body)).toBe(headers['webhook-signature']);
  expect(JSON.parse(body)).toMatchObject({
    type: 'clock.breached',
    data: {
      action: { type: 'set-priority', priority: 'urgent' },
      ticket: 'T-1',
      url: 'https://vigie.example.org/tickets/T-1',
      clock: { target: 'frt', metric: 'first-reply', cycle: 1, dueAt: '2026-11-02T09:10:00.000Z', agent: 'a1' },
      step: { id: 'late', round: 1, late: false },
    },
  });
});

test('after a new key is made, the one before signs beside it for a day, and no longer', async () => {
  const { key } = await rotateChannelKey(desk.app, 'hook', byOperator);
  await desk.send(created('T-1'));
  await desk.at(601);
  const [call] = desk.called;
  const { headers, body } = call as NonNullable<typeof call>;
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  const by = (secret: string) => new Webhook(secret).sign(headers['webhook-id'] as string, at, body);
  expect(headers['webhook-signature']).toBe(`${by(key)} ${by(desk.key)}`);
  const channel = await findChannel(desk.app.records, desk.app.workspace, 'hook');
  if (channel === null) throw new Error('The channel is gone.');
  expect(openChannelKeys(desk.app.keys, channel, desk.app.now() + 86_400_000)).toEqual([key]);
});

test('a clock that stops, or stands no more, runs no further step', async () => {
  await desk.send(created('T-1'));
  await desk.at(300);
  await desk.send(eventOf('T-1', 400, 'ticket.message', reply));
  await desk.at(10_000);
  expect(await ran()).toEqual(['T-1 half on-time']);
  expect(await openRows()).toEqual([]);
});

test('what is told after downtime says that it is late, and is one mail however many clocks it is of', async () => {
  const many = Array.from({ length: 1_200 }, (_, n) => created(`T-${n}`));
  await desk.send(...many);
  await desk.at(1_000);
  expect(new Set((await ran()).map((line) => line.split(' ').at(-1)))).toEqual(new Set(['late']));
  expect(desk.mailsTo('lea')).toEqual(['1200 promises are about to be broken']);
  expect(desk.mailsTo('max')).toEqual(['1200 promises are broken']);
  expect(desk.mailbox.received[0]?.text).toContain('told late');
  expect(desk.mailbox.received[0]?.text).toContain('1175 more clocks are on the desk.');
  expect(new Set(desk.called.map(({ headers }) => headers['webhook-id'])).size).toBe(1_200);
});

test('a webhook that is told of very many clocks gets a thousand of them at a time, each once', async () => {
  const step = { id: 'told', at: 'breach', do: [{ type: 'notify', to: 'channel', channel: 'hook' }] } as const;
  await adoptRules(desk.app, { calendars: [], policies: [{ ...watchPolicy, steps: [step] }] }, byOperator);
  await desk.send(...Array.from({ length: 1_200 }, (_, n) => created(`T-${n}`)));
  await desk.at(1_000);
  const told = desk.called.map(({ body }) => JSON.parse(body).data.items.map((one: Told) => one.data.ticket));
  expect(told.map(({ length }) => length).sort((a, b) => b - a)).toEqual([1_000, 200]);
  expect(new Set(told.flat()).size).toBe(1_200);
});

test('what is noticed a day too late is written down and told to nobody', async () => {
  await desk.send(created('T-1'));
  await desk.at(90_000);
  expect(await ran()).toEqual(['T-1 boss missed', 'T-1 half missed', 'T-1 late missed']);
  expect([desk.mailbox.received, desk.called]).toEqual([[], []]);
});

test('a clock of the machine that is set back or forward runs no step twice', async () => {
  await desk.send(created('T-1'));
  for (const seconds of [601, 100, 300, 601, 50, 901, 601]) await desk.at(seconds);
  expect(await ran()).toHaveLength(3);
  expect(desk.mailbox.received).toHaveLength(3);
});

test('several processes that look at once share the clocks, and each step runs once', async () => {
  await desk.send(...Array.from({ length: 1_500 }, (_, n) => created(`T-${n}`)));
  desk.now = start + 601_000;
  const looks = await Promise.all(Array.from({ length: 6 }, () => takeDueSteps(desk.installation)));
  expect(looks.reduce((sum, n) => sum + n)).toBeGreaterThanOrEqual(1_500);
  await desk.at(601);
  expect(new Set(await ran()).size).toBe(3_000);
  expect(await ran()).toHaveLength(3_000);
});

test('events in any order and number of copies, and a rebuild, lead to the same open clocks', async () => {
  const events = [
    created('T-1'),
    eventOf('T-1', 30, 'ticket.assigned', { agent: 'a2' }),
    eventOf('T-1', 60, 'ticket.updated', { priority: 'high' }),
    created('T-2', 5),
    eventOf('T-2', 90, 'ticket.message', reply),
  ];
  await desk.send(...events);
  const rows = await openRows();
  expect(rows).toHaveLength(1);
  await rebuildFacts(desk.app);
  expect(await openRows()).toEqual(rows);
  await desk.enter('reversed');
  for (const event of [...events].reverse()) await desk.send(event, event);
  expect(await openRows()).toEqual(rows);
});

test('a server that refuses for now is asked again under the same id; one that refuses for good is not', async () => {
  desk.status = 503;
  await desk.send(created('T-1'));
  await desk.at(601);
  desk.status = 204;
  await desk.at(610);
  await desk.at(2_000);
  expect(desk.called.map(({ headers }) => headers['webhook-id'])).toEqual(
    Array(2).fill(desk.called[0]?.headers['webhook-id']),
  );
  expect(desk.called[1]?.body).toBe(desk.called[0]?.body);
  desk.status = 410;
  await desk.send(created('T-2', 2_000));
  await desk.at(2_601);
  await desk.at(9_000);
  expect(desk.called).toHaveLength(3);
  const settled = await desk.app.records
    .selectFrom('watchMessages')
    .select(['state', 'answer'])
    .where('topic', '=', 'act')
    .execute();
  expect(settled.map(({ state }) => state).sort()).toEqual(['refused', 'sent']);
  expect(settled.find(({ state }) => state === 'refused')?.answer).toContain('410');
});

test('a clock that somebody looks after warns and escalates no more, but its breach is told', async () => {
  await desk.send(created('T-1'), created('T-2'));
  const clocks = [{ ...frt, ticket: 'T-1' }];
  await acknowledgeClocks(desk.app, desk.app, { clocks, acknowledged: true }, byOperator);
  for (const seconds of [300, 601, 901]) await desk.at(seconds);
  expect((await ran()).filter((line) => line.startsWith('T-1'))).toEqual([
    'T-1 boss held',
    'T-1 half held',
    'T-1 late on-time',
  ]);
  expect(desk.mailsTo('boss')).toEqual(['Ticket T-2 is escalated']);
});

test('clocks are escalated at once, and again when asked again', async () => {
  await desk.send(created('T-1'));
  const { everywhere } = desk.installation.records;
  const clocks = [{ ...frt, ticket: 'T-1' }];
  const answer = await escalateClocks(desk.app, desk.app, everywhere, clocks, byOperator);
  expect(answer).toEqual({ escalated: 1, told: ['max'] });
  await desk.at(10);
  await escalateClocks(desk.app, desk.app, everywhere, clocks, byOperator);
  await desk.at(20);
  expect(desk.mailsTo('max')).toEqual(['Ticket T-1 is escalated', 'Ticket T-1 is escalated']);
  const stopped = [{ ...frt, ticket: 'T-9' }];
  await expect(escalateClocks(desk.app, desk.app, everywhere, stopped, byOperator)).rejects.toMatchObject({
    code: 'clock.unknown',
  });
});

test('a dry run says what would run when and whom it would tell, and writes nothing', async () => {
  await desk.send(created('T-1'));
  const { everywhere } = desk.installation.records;
  const plan = await planWatch(desk.app, everywhere, { hours: 0.2, limit: 50 });
  expect(
    plan.items.map(({ step, at, tells }) => [step, at, ...tells.map(({ way, recipient }) => `${way} ${recipient}`)]),
  ).toEqual([
    ['half', '2026-11-02T09:05:00.000Z', 'in-app lea', 'member-mail lea'],
    ['late', '2026-11-02T09:10:00.001Z', 'in-app max', 'member-mail max', 'channel hook'],
  ]);
  await desk.at(301);
  const ofTicket = await planWatch(desk.app, everywhere, { hours: 0, ticket: 'T-1', limit: 50 });
  expect(ofTicket.items.map(({ step, ran: done }) => [step, done])).toEqual([
    ['half', true],
    ['late', false],
    ['boss', false],
  ]);
  expect(await ran()).toHaveLength(1);
});
