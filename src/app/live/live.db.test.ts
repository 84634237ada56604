import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventOf, reply, start, WatchDesk } from '#test/support/watch-desk.ts';
import type { App } from '../app.ts';
import { liveHubOf } from './live-hub.ts';
import { showWall } from './wall/show-wall.ts';
import { watchWorkspace } from './watch-workspace.ts';

let desk: WatchDesk;
let workspaces = 0;

beforeAll(async () => {
  desk = await WatchDesk.open();
});
beforeEach(() => desk.enter(`live${++workspaces}`));
afterAll(() => desk.close());

/** The same workspace, whose statements to the records are counted. */
function counted(app: App): { readonly app: App; count: number } {
  const counter = { app, count: 0 };
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      counter.count++;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  counter.app = { ...app, records: app.records.withPlugin(plugin) };
  return counter;
}

const chat = (ticket: string, seconds: number, more: object = {}) =>
  eventOf(ticket, seconds, 'ticket.created', { channel: 'chat', agent: 'a1', team: 'care', ...more });

test('two hundred listeners cost the database no more than one, and leave nothing behind', async () => {
  const counter = counted(desk.app);
  const hangUp = new AbortController();
  const streams = Array.from({ length: 200 }, () => watchWorkspace(counter.app, null, hangUp.signal));
  const first = await Promise.all(streams.map((stream) => stream.next()));
  expect(new Set(first.map(({ value }) => String(value))).size).toBe(1);
  expect(liveHubOf(desk.app).listeners).toBe(200);
  expect(counter.count).toBeLessThan(10);
  const news = Promise.all(streams.map((stream) => stream.next()));
  await desk.send(chat('T-1', 0));
  expect((await news).every(({ value }) => String(value).startsWith('event: facts'))).toBe(true);
  const ends = Promise.all(streams.map((stream) => stream.next()));
  hangUp.abort();
  expect((await ends).every(({ done }) => done)).toBe(true);
  expect(liveHubOf(desk.app).listeners).toBe(0);
});

test('who listens again after everybody left hears how things stand', async () => {
  for (let round = 0; round < 2; round++) {
    const hangUp = new AbortController();
    const stream = watchWorkspace(desk.app, null, hangUp.signal);
    expect(String((await stream.next()).value)).toContain('event: facts');
    hangUp.abort();
    await stream.return(undefined);
  }
});

test('two hundred screens that ask the same are answered by one reading', async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, () => showWall(desk.app, null)));
  expect(new Set(answers).size).toBe(1);
});

test('a wall tells chats, places, activity, the queue by time left and the breaches of today', async () => {
  const presence = (agent: string, status: string, capacity: number) => ({
    ...eventOf(agent, 0, 'agent.presence', { agent, status, capacity }),
  });
  await desk.send(
    presence('a1', 'online', 3),
    presence('a2', 'away', 5),
    chat('T-1', 0),
    chat('T-2', 60),
    eventOf('T-2', 120, 'ticket.message', reply),
    eventOf('T-2', 180, 'ticket.status', { actor: reply.actor, status: 'solved' }),
    chat('T-3', 240, { channel: 'email' }),
    chat('T-4', 650, { agent: null }),
  );
  await desk.at(700);
  const wall = await showWall(desk.app, null);
  expect(wall.now).toBe(new Date(start + 700_000).toISOString());
  expect(wall.chats).toEqual({ active: 1, waiting: 2, today: 3, answered: 1, abandoned: 0 });
  expect(wall.resources).toEqual({ used: 1, places: 3, share: 1 / 3, online: 1, busy: 0, away: 1 });
  expect(wall.today).toMatchObject({ created: 4, solved: 1, breaches: 1, compliance: 0.5, adjusted: 0.5 });
  expect(wall.today.hours).toEqual([{ hour: 9, created: 4, solved: 1 }]);
  const bands = Object.fromEntries(wall.queue.bands.map(({ id, count }) => [id, count]));
  expect(bands).toEqual({ over: 1, quarter: 2, hour: 0, 'four-hours': 0, later: 0, paused: 0 });
  expect(wall.queue.items.map(({ ticket, remainingSeconds }) => [ticket, remainingSeconds])).toEqual([
    ['T-3', 140],
    ['T-4', 550],
    ['T-1', -100],
  ]);
  expect(wall.breaches.map(({ ticket, at }) => [ticket, at])).toEqual([['T-1', '2026-11-02T09:10:00.000Z']]);
  expect(wall.waitingEvents).toBe(0);
});

test('a filter and an audience narrow a wall, and each has an answer of its own', async () => {
  await desk.send(chat('T-1', 0), chat('T-2', 0, { team: 'returns', agent: 'a2' }));
  await desk.at(10);
  const care = await showWall(desk.app, null, { field: 'team', op: 'is', value: 'care' });
  expect([care.chats.today, care.queue.total]).toEqual([1, 1]);
  const returns = await showWall(desk.app, { by: 'team', values: ['returns'], agents: ['a2'], involved: false });
  expect(returns.queue.items.map(({ ticket }) => ticket)).toEqual(['T-2']);
  expect((await showWall(desk.app, null)).chats.today).toBe(2);
});
