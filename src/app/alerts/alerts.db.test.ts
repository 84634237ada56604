import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sendNotifications } from '#app/notifications/send-notifications.ts';
import { newAlert } from '#contract/schemas/watch/alert.ts';
import type { AlertRule } from '#domain/alerts/alert.ts';
import { Erasure } from '#domain/privacy/erasure.ts';
import { listAlerts } from '#records/alerts/alerts.ts';
import { eventOf, reply, start, WatchDesk } from '#test/support/watch-desk.ts';
import { byOperator } from '../audit/record-audit.ts';
import { eraseFromAlerts } from '../privacy/erase-alerts.ts';
import { changeAlert, createAlert, listAlertViews } from './alerts.ts';
import { checkAlerts } from './check-alerts.ts';
import { listFiringViews } from './list-firings.ts';
import { previewAlert } from './preview-alert.ts';

let desk: WatchDesk;
let workspaces = 0;

beforeAll(async () => {
  desk = await WatchDesk.open();
});
beforeEach(() => desk.enter(`a${++workspaces}`));
afterAll(() => desk.close());

const operator = { kind: 'operator' } as const;
const day = 86_400;
const ofAgents = {
  ...{ kpi: 'sla-compliance', by: 'agent', windowHours: 24 * 7, time: 'calendar', leastN: 2 },
  condition: { kind: 'threshold', side: 'below', line: 0.9 },
};
const busy = {
  ...{ kpi: 'tickets-created', windowHours: 5, time: 'calendar', leastN: 0 },
  condition: { kind: 'threshold', side: 'above', line: 2 },
};

async function make(rule: object, more: object = {}): Promise<string> {
  const max = (
    await desk.app.records.selectFrom('members').select('userId').where('role', '=', 'manager').execute()
  )[0];
  const given = newAlert.parse({ title: 'Watch this', rule, members: [max?.userId], channels: ['hook'], ...more });
  return (await createAlert(desk.app, given, byOperator, 'en')).id;
}

/** Sets the clock, looks at every alert as the job does, on two servers at once, and sends what is to be sent. */
async function checkAt(seconds: number): Promise<void> {
  desk.now = start + seconds * 1000;
  await Promise.all([checkAlerts(desk.app, desk.outgoing), checkAlerts(desk.app, desk.outgoing)]);
  await desk.at(seconds);
  await sendNotifications(desk.app, desk.outgoing);
}

const told = async () =>
  (await desk.app.records.selectFrom('notifications').select(['message', 'params']).orderBy('createdAt').execute()).map(
    ({ message, params }) => `${message}: ${params.kpi} ${params.value}`,
  );

const firings = async () => (await listFiringViews(desk.app, operator, { limit: 50 })).items;

/** Two tickets of an agent, answered so many seconds after they came. */
const tickets = (agent: string, at: number, after: number) =>
  [1, 2].flatMap((place) => {
    const ticket = `${agent}-${at}-${place}`;
    const author = { kind: 'agent', id: agent, name: agent === 'a1' ? 'Léa' : 'Bo' };
    return [
      eventOf(ticket, at, 'ticket.created', { agent }),
      eventOf(ticket, at + after, 'ticket.message', { ...reply, actor: author }),
    ];
  });

test('an agent under the line is told of once, by name, however often and by however many servers it is looked at', async () => {
  await make(ofAgents);
  await desk.send(...tickets('a1', 0, 60), ...tickets('a2', 0, 3600));
  expect(await listAlertViews(desk.app, operator, 'en')).toMatchObject([{ checkedAt: null, judged: null }]);
  for (const seconds of [4_000, 4_060, 4_120]) await checkAt(seconds);
  expect(await listAlertViews(desk.app, operator, 'en')).toMatchObject([{ judged: 2, open: 1 }]);
  expect(await told()).toEqual(['kpi-alert: Watch this · Bo 0% (n = 2)']);
  expect(desk.mailsTo('max')).toEqual(['“Watch this · Bo” is at 0% (n = 2), beyond 90%']);
  const called = desk.called.map(({ body }) => JSON.parse(body)).filter(({ type }) => type.startsWith('alert'));
  expect(called).toMatchObject([{ type: 'alert.begun', data: { value: 'a2', figure: 0, n: 2 } }]);
  expect(await firings()).toMatchObject([
    { value: 'a2', beganAt: '2026-11-02T10:06:00.000Z', figure: 0, endedAt: null },
  ]);
});

test('whose figure has left the window is over without a word, and whose figure is back is said to be', async () => {
  await make(ofAgents);
  await make(busy, { title: 'Busy', channels: [] });
  await desk.send(...tickets('a2', 0, 3600), ...tickets('a1', 60, 30));
  await checkAt(4_000);
  await checkAt(4_000 + 6 * 3600);
  await checkAt(9 * day);
  await checkAt(9 * day + 900);
  expect(await told()).toEqual([
    'kpi-alert: Busy 4 (n = 4)',
    'kpi-alert: Watch this · Bo 0% (n = 2)',
    'kpi-back: Busy 0 (n = 0)',
  ]);
  const ends = (await firings()).map(({ title, end }) => `${title} ${end}`).sort();
  expect(ends).toEqual(['Busy back', 'Watch this no-data']);
});

test('a figure around its line is told once, and once more when it has been back for long enough', async () => {
  await make({ ...busy, windowHours: 1, keepFiringMinutes: 30 }, { channels: [] });
  await desk.send(...tickets('a1', 0, 60), ...tickets('a2', 0, 60));
  await checkAt(120);
  await checkAt(3_660);
  expect(await firings()).toMatchObject([{ backSince: '2026-11-02T10:01:00.000Z', endedAt: null }]);
  await desk.send(...tickets('a1', 3_700, 60), ...tickets('a2', 3_700, 60));
  await checkAt(3_780);
  expect(await firings()).toMatchObject([{ backSince: null, endedAt: null }]);
  await checkAt(7_380);
  await checkAt(9_120);
  expect(await told()).toEqual(['kpi-alert: Watch this 4 (n = 4)']);
  await checkAt(9_180);
  expect(await told()).toEqual(['kpi-alert: Watch this 4 (n = 4)', 'kpi-back: Watch this 0 (n = 0)']);
  expect(await firings()).toMatchObject([{ backSince: null, end: 'back', endedAt: '2026-11-02T11:33:00.000Z' }]);
});

test('nobody is told while an alert is snoozed, and what is open then is told after it', async () => {
  const id = await make(busy, { channels: [] });
  const until = new Date(start + 3_600_000).toISOString();
  await changeAlert(desk.app, id, { snoozedUntil: until }, { by: byOperator, language: 'en' });
  await desk.send(...tickets('a1', 0, 60), ...tickets('a2', 0, 60));
  await checkAt(120);
  expect(await firings()).toMatchObject([{ toldAt: null }]);
  expect(await told()).toEqual([]);
  await checkAt(3_660);
  expect(await told()).toEqual(['kpi-alert: Watch this 4 (n = 4)']);
});

test('a paused alert is not looked at, and another rule ends what is open without a word', async () => {
  const id = await make(busy, { channels: [] });
  const change = { by: byOperator, language: 'en' } as const;
  await desk.send(...tickets('a1', 0, 60), ...tickets('a2', 0, 60));
  await changeAlert(desk.app, id, { paused: true }, change);
  await checkAt(120);
  expect(await firings()).toEqual([]);
  await changeAlert(desk.app, id, { paused: false }, change);
  await checkAt(180);
  const same = newAlert.shape.rule.parse(busy);
  await changeAlert(desk.app, id, { rule: same }, change);
  expect((await listAlertViews(desk.app, operator, 'en'))[0]).toMatchObject({ open: 1 });
  await changeAlert(desk.app, id, { rule: { ...same, leastN: 3 } }, change);
  expect(await firings()).toMatchObject([{ end: 'changed' }]);
  await checkAt(240);
  expect((await told()).length).toBe(2);
});

test('a figure outside its usual band of eight weeks is told with the band', async () => {
  await make(
    { ...busy, windowHours: 24, condition: { kind: 'unusual', side: 'above', width: 3 } },
    { title: 'Unusual', channels: [] },
  );
  const weeks = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((week) => tickets('a1', -7 * day * week, 60));
  await desk.send(...weeks, ...tickets('a1', 0, 60));
  await checkAt(3_600);
  expect(await told()).toEqual([]);
  await desk.send(...tickets('a1', 3_600, 60), ...tickets('a2', 3_600, 60));
  await checkAt(3_660);
  expect(await told()).toEqual([]);
  await checkAt(7_200);
  expect(desk.mailsTo('max')).toEqual([
    '“Unusual” is at 6 (n = 6), outside of what is usual in the last 8 weeks: 2 to 2',
  ]);
});

test('a preview says when a rule would have fired, by one question or by one a day, alike', async () => {
  const rule = newAlert.shape.rule.parse({ ...ofAgents, windowHours: 48 }) as AlertRule;
  const late = [30, 29, 10].flatMap((ago) => tickets('a2', -ago * day, 3_600));
  await desk.send(...late, ...tickets('a1', -30 * day, 60));
  const preview = await previewAlert(desk.app, rule);
  expect(preview).toMatchObject({ days: 90, from: '2026-08-04', to: '2026-11-02' });
  expect(preview.firings).toEqual([
    { value: 'a2', began: '2026-10-03', ended: '2026-10-06', figure: 0, n: 2 },
    { value: 'a2', began: '2026-10-23', ended: '2026-10-25', figure: 0, n: 2 },
  ]);
  const slow = {
    ...rule,
    kpi: 'first-reply-time',
    condition: { kind: 'threshold', side: 'above', line: 600 },
  } as const;
  const asked = await previewAlert(desk.app, slow);
  expect(asked.firings.map(({ began, ended }) => [began, ended])).toEqual([
    ['2026-10-03', '2026-10-06'],
    ['2026-10-23', '2026-10-25'],
  ]);
});

test('an erased customer leaves filters, titles, the log and messages', async () => {
  const rule = { ...busy, by: 'customer', windowHours: 24, condition: { kind: 'threshold', side: 'above', line: 0 } };
  await make(rule, { title: 'Tickets of Zoé Dupont' });
  await make({ ...busy, filter: { field: 'customer', op: 'is', value: 'c1' } }, { title: 'One customer' });
  const customer = { id: 'c1', name: 'Zoé Dupont' };
  await desk.send(eventOf('T-1', 0, 'ticket.created', { customer }));
  desk.now = start + 60_000;
  await checkAlerts(desk.app, desk.outgoing);
  expect(await firings()).toMatchObject([{ value: 'c1' }]);
  const { records, workspace } = desk.app;
  const isShared = () => false;
  const asked = new Map();
  const request = { customer: 'c1', pseudonym: 'erased-1', names: ['Zoé Dupont'], isShared, asked };
  await eraseFromAlerts(
    records,
    workspace,
    [{ id: 'c1', names: ['Zoé Dupont'] }],
    new Map([['c1', new Erasure(request)]]),
  );
  const kept = await listAlerts(records, workspace);
  const held = JSON.stringify([kept, await records.selectFrom('watchItems').selectAll().execute(), await firings()]);
  expect(held).not.toMatch(/Zoé|"c1"/);
  expect(kept.map(({ title }) => title).sort()).toEqual(['One customer', '…']);
});
