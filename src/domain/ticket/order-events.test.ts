import { expect, test } from 'vitest';
import type { Event, EventData, EventType } from './event.ts';
import { orderEvents } from './order-events.ts';

function event(id: string, at: number, type: EventType, data: EventData = {}, source = 's'): Event {
  return { id, source, type, at, key: 'T', data };
}

function ids(events: readonly Event[]): string {
  return orderEvents(events)
    .map(({ id }) => id)
    .join(' ');
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}

test('time comes first, then type: the reply of a second counts before its solve', () => {
  const events = [event('a', 5, 'ticket.status'), event('b', 5, 'ticket.message'), event('c', 4, 'ticket.work')];
  for (const some of permutations(events)) expect(ids(some)).toBe('c b a');
});

test('of one instant, events that have a sequence stand in its order', () => {
  const events = [
    event('a', 5, 'ticket.message', { sequence: 2 }),
    event('b', 5, 'ticket.status', { sequence: 1 }),
    event('c', 5, 'ticket.created'),
  ];
  for (const some of permutations(events)) expect(ids(some)).toBe('c b a');
});

test('a mix of events with and without sequence has one order, however they came', () => {
  const events = [
    event('a', 5, 'ticket.created', { sequence: 9 }),
    event('b', 5, 'ticket.message'),
    event('c', 5, 'ticket.message', { sequence: 3 }),
    event('d', 5, 'ticket.status', { sequence: 1 }),
    event('e', 5, 'ticket.status'),
  ];
  for (const some of permutations(events)) expect(ids(some)).toBe(ids(events));
});

test('an event sent twice counts once', () => {
  expect(ids([event('a', 1, 'ticket.created'), event('a', 1, 'ticket.created')])).toBe('a');
});

test('the same id from two sources is two events', () => {
  expect(ids([event('a', 1, 'ticket.message', {}, 'x'), event('a', 1, 'ticket.message', {}, 'y')])).toBe('a a');
});

test('of two payloads under one identity the same one is kept, however they came', () => {
  const one = event('a', 1, 'ticket.updated', { priority: 'low', type: 'bug' });
  const two = event('a', 1, 'ticket.updated', { type: 'bug', priority: 'high' });
  expect(orderEvents([one, two])).toEqual([two]);
  expect(orderEvents([two, one])).toEqual([two]);
});

test('many events are told apart as few are', () => {
  const many = Array.from({ length: 40 }, (_, i) => event(`e${i % 20}`, i % 20, 'ticket.message'));
  expect(orderEvents(many).map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, i) => i));
});
