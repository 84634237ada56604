import { setTimeout as sleep } from 'node:timers/promises';
import type { DeskServer } from '#test/support/desk-server.ts';

const BATCH = 1_000;

/** Asks, with a body of JSON where one is given; throws what the server says where it refuses. */
export async function ask(server: DeskServer, method: string, path: string, body?: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const answer = await server.ask(path, body ? { method, headers, body: JSON.stringify(body) } : { method });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${text}`);
  return JSON.parse(text || 'null');
}

const week = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['08:00', '18:00']]]));
const ever = { effectiveFrom: '2020-01-01T00:00:00Z' };

/**
 * Two calendars for the clocks of a bench: urgent tickets are answered at any hour, the others in office hours. Each of
 * them has a first-reply clock; `steps` say what is told of it.
 */
export async function promiseReplies(
  server: DeskServer,
  {
    seconds,
    warnAt,
    steps,
  }: { readonly seconds: number; readonly warnAt: readonly unknown[]; readonly steps: readonly object[] },
): Promise<void> {
  await ask(server, 'PUT', '/calendars/office', {
    calendar: { id: 'office', name: 'Office', timeZone: 'Europe/Paris', weekly: week, ...ever },
  });
  const targets = [{ id: 'frt', metric: 'first-reply', seconds: { default: seconds }, warnAt }];
  const urgent = { field: 'priority', op: 'is', value: 'urgent' };
  for (const [id, calendar, when] of [
    ['urgent', 'always', urgent],
    ['others', 'office', { not: urgent }],
  ] as const) {
    const policy = { id, name: id, kind: id === 'urgent' ? 'customer' : 'internal', when, calendar, targets, steps };
    await ask(server, 'PUT', `/policies/${id}`, { policy: { ...policy, ...ever } });
  }
}

export interface Opened {
  readonly priority: (index: number) => 'urgent' | 'normal';
  /** When each ticket was made, epoch ms. */
  readonly createdAt: (index: number) => number;
}

/** Makes so many tickets, each with an open clock, and waits until the facts know them all. */
export async function openClocks(server: DeskServer, count: number, opened: Opened): Promise<void> {
  for (let first = 0; first < count; first += BATCH) {
    const size = Math.min(BATCH, count - first);
    const events = Array.from({ length: size }, (_, place) => createdEvent(first + place, opened));
    const { status, code } = await server.send(events);
    if (status === 200) continue;
    if (status !== 429) throw new Error(`Events were answered with ${status} ${code}.`);
    first -= BATCH;
    await sleep(1_000);
  }
  const until = Date.now() + 600_000;
  for (;;) {
    const { total } = (await ask(server, 'GET', '/clocks?open=true&limit=1')) as { total: number };
    if (total >= count) return;
    if (Date.now() > until) throw new Error(`Of ${count} clocks ${total} are open after ten minutes.`);
    await sleep(1_000);
  }
}

function createdEvent(index: number, { priority, createdAt }: Opened): object {
  const ticket = `B-${index}`;
  return {
    ...{ specversion: '1.0', id: ticket, source: 'bench', type: 'ticket.created', subject: ticket },
    time: new Date(createdAt(index)).toISOString(),
    data: {
      ...{ channel: index % 4 === 0 ? 'chat' : 'email', priority: priority(index) },
      ...{ agent: `a${index % 400}`, team: `t${index % 20}`, customer: { id: `c${index % 5_000}` } },
    },
  };
}
