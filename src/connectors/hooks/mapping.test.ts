import { expect, test } from 'vitest';
import { parseEvent } from '#domain/ticket/parse-event.ts';
import { compileMapping, type HookMapping, mapBody } from './mapping.ts';

const options = { source: 'desk/acme', makeId: (_: object, index: number) => `made-${index}` };
const map = (mapping: HookMapping, body: unknown) => mapBody(compileMapping(mapping), body, options);

const full: HookMapping = {
  each: '$.events[*]',
  fields: [
    { to: 'id', path: '$.uuid' },
    { to: 'type', path: '$.kind', words: { opened: 'ticket.created', closed: 'ticket.status' } },
    { to: 'time', path: '$.at' },
    { to: 'subject', path: '$.ticket.id' },
    { to: 'data.priority', path: '$.ticket.prio', words: { 1: 'urgent' } },
    { to: 'data.channel', constant: 'email' },
    { to: 'data.tags', path: '$.ticket.tags[*]' },
    { to: 'data.customer.id', path: '$.ticket.customer' },
  ],
};

test('each thing that is found becomes an event that Vigie takes', () => {
  const ticket = { id: 17, prio: 1, tags: ['vip', 'late'], customer: 5 };
  const [event, ...others] = map(full, { events: [{ uuid: 'u1', kind: 'opened', at: 1_793_000_000, ticket }] });
  expect(others).toEqual([]);
  expect(event).toEqual({
    specversion: '1.0',
    source: 'desk/acme',
    id: 'u1',
    type: 'ticket.created',
    time: '2026-10-26T07:33:20.000Z',
    subject: '17',
    data: { priority: 'urgent', channel: 'email', tags: ['vip', 'late'], customer: { id: '5' } },
  });
  expect(parseEvent(event)).toHaveProperty('event');
});

test('without a path for all, the body is one event, and an id is made where none is mapped', () => {
  expect(map({ each: '', fields: [{ to: 'subject', path: '$.key' }] }, { key: 'A-1' })).toMatchObject([
    { id: 'made-0', subject: 'A-1' },
  ]);
});

test('what a path does not find is left out; a null stays, since it means none', () => {
  const fields = [
    { to: 'data.agent', path: '$.agent' },
    { to: 'data.team', path: '$.team' },
  ];
  expect(map({ each: '', fields }, { agent: null })[0]?.data).toEqual({ agent: null });
});

test('numbers stay numbers where the field is one, also when they come as text', () => {
  const fields = [
    { to: 'data.score', path: '$.score' },
    { to: 'data.seconds', path: '$.seconds' },
  ];
  expect(map({ each: '', fields }, { score: 4, seconds: '90' })[0]?.data).toEqual({ score: 4, seconds: 90 });
});

test('a body in which nothing is found, and one with too much, are refused', () => {
  expect(() => map(full, { other: 1 })).toThrow(expect.objectContaining({ code: 'hook.nothing-found' }));
  const many = { events: Array.from({ length: 1001 }, () => ({})) };
  expect(() => map(full, many)).toThrow(expect.objectContaining({ code: 'hook.too-many' }));
});

test.each([
  '$.a[',
  'a.b',
  '$..a[?@..b]',
  '$.a[?$.b]',
  "$[?search(@.a, '(a+)+$')]",
  "$[?match(@.a, 'a')]",
  `$.${'a'.repeat(300)}`,
])('a path that is wrong or could be made to take for ever is refused where it stands: %s', (path) => {
  const mapping = { each: '', fields: [{ to: 'id', path }] };
  expect(() => compileMapping(mapping)).toThrow(
    expect.objectContaining({ code: 'hook.bad-path', path: '$.fields[0].path' }),
  );
});

test.each(['', 'source', 'data', 'data.__proto__.x', 'data.constructor', 'data.a b'])('%j is no target', (to) => {
  expect(() => compileMapping({ each: '', fields: [{ to, constant: 'x' }] })).toThrow(
    expect.objectContaining({ code: 'hook.bad-target' }),
  );
});

test('a target stands once', () => {
  const fields = [
    { to: 'id', constant: 'x' },
    { to: 'id', constant: 'y' },
  ];
  expect(() => compileMapping({ each: '', fields })).toThrow(expect.objectContaining({ path: '$.fields[1].to' }));
});

test('a body that is nested deep is not followed for ever', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 2_000; level++) deep = [deep];
  expect(map({ each: '', fields: [{ to: 'data.channel', path: '$..x' }] }, deep)[0]).not.toHaveProperty('data');
});
