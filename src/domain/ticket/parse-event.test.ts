import { describe, expect, test } from 'vitest';
import { parseEvent } from './parse-event.ts';

const message = {
  specversion: '1.0',
  id: 'c-17',
  source: 'zendesk/acme',
  type: 'ticket.message',
  time: '2026-11-02T09:14:05Z',
  subject: 'ZD-1042',
  data: { actor: { kind: 'agent', id: 'a7', name: 'Léa' }, direction: 'outbound', public: true, mood: 'kept' },
};

function withData(type: string, data: unknown): unknown {
  return { ...message, type, data };
}

function problems(input: unknown): [code: string, path: string][] {
  const parsed = parseEvent(input);
  return 'event' in parsed ? [] : parsed.problems.map(({ code, path }) => [code, path]);
}

test('a good event keeps its data as sent and gets its instant and key', () => {
  expect(parseEvent(message)).toEqual({
    event: {
      id: 'c-17',
      source: 'zendesk/acme',
      type: 'ticket.message',
      at: Date.UTC(2026, 10, 2, 9, 14, 5),
      key: 'ZD-1042',
      data: message.data,
    },
  });
});

test.each([
  ['agent.presence', { agent: 'a7', status: 'In a meeting' }, 'a7'],
  ['agent.shift', { agent: 'a7', from: '2026-11-02T08:00:00Z', to: '2026-11-02T16:00:00Z' }, 'a7'],
  ['subscription.started', { customer: 'c9', plan: 'pro', monthlyValue: 49 }, 'c9'],
  ['subscription.ended', { customer: { id: 'c9' } }, 'c9'],
  ['ledger.entry', { kind: 'revenue', amount: 12, from: '2026-11-01T00:00:00Z', to: '2026-12-01T00:00:00Z' }, 'c-17'],
  ['service.check', { component: 'backup', value: 1 }, 'backup'],
  ['survey.answered', { kind: 'nps', score: 0 }, 'ZD-1042'],
  ['ticket.created', {}, 'ZD-1042'],
])('%s is folded by its own key', (type, data, key) => {
  expect(parseEvent(withData(type, data))).toMatchObject({ event: { key } });
});

test('null means none, and passes wherever a value is not required', () => {
  expect(problems(withData('ticket.updated', { agent: null, tags: null, customer: null, priority: null }))).toEqual([]);
});

test('every defect of an event is told at once, with its path', () => {
  expect(problems({ type: 'ticket.status', time: 'soon', data: { status: 'done' } })).toEqual([
    ['event.missing', '$.id'],
    ['event.missing', '$.source'],
    ['event.bad-instant', '$.time'],
    ['event.unknown-value', '$.data.status'],
    ['event.missing', '$.subject'],
  ]);
});

describe('a defect has its code and path', () => {
  const cases: [what: string, input: unknown, code: string, path: string][] = [
    ['no object', ['x'], 'event.wrong-type', '$'],
    ['another version of CloudEvents', { ...message, specversion: '0.3' }, 'event.unknown-value', '$.specversion'],
    ['no time', { ...message, time: undefined }, 'event.missing', '$.time'],
    ['a time without offset', { ...message, time: '2026-11-02T09:14:05' }, 'event.bad-instant', '$.time'],
    ['an impossible date', { ...message, time: '2026-02-30T09:14:05Z' }, 'event.bad-instant', '$.time'],
    ['a year that is a typing error', { ...message, time: '0206-11-02T09:14:05Z' }, 'event.bad-instant', '$.time'],
    ['an id that is a number', { ...message, id: 17 }, 'event.wrong-type', '$.id'],
    ['an unknown type', { ...message, type: 'ticket.vanished' }, 'event.unknown-type', '$.type'],
    ['a type of the prototype', { ...message, type: 'constructor' }, 'event.unknown-type', '$.type'],
    ['no type', { ...message, type: null }, 'event.missing', '$.type'],
    ['no ticket', { ...message, subject: '' }, 'event.missing', '$.subject'],
    ['data that is a list', { ...message, data: [] }, 'event.wrong-type', '$.data'],
    ['an unknown status', withData('ticket.created', { status: 'waiting' }), 'event.unknown-value', '$.data.status'],
    ['no status', withData('ticket.status', {}), 'event.missing', '$.data.status'],
    ['tags that are no list', withData('ticket.updated', { tags: 'vip' }), 'event.wrong-type', '$.data.tags'],
    ['a tag that is no text', withData('ticket.updated', { tags: ['a', 1] }), 'event.wrong-type', '$.data.tags[1]'],
    ['a message of nobody', withData('ticket.message', {}), 'event.missing', '$.data.actor'],
    [
      'an unknown kind of actor',
      withData('ticket.message', { actor: { kind: 'robot' } }),
      'event.unknown-value',
      '$.data.actor.kind',
    ],
    ['an actor of no kind', withData('ticket.message', { actor: {} }), 'event.missing', '$.data.actor.kind'],
    [
      'a customer whose tier is no text',
      withData('ticket.updated', { customer: { tier: 1 } }),
      'event.wrong-type',
      '$.data.customer.tier',
    ],
    ['work without its length', withData('ticket.work', { agent: 'a' }), 'event.missing', '$.data.seconds'],
    ['work of negative length', withData('ticket.work', { seconds: -1 }), 'event.wrong-type', '$.data.seconds'],
    [
      'a score beyond its scale',
      withData('survey.answered', { kind: 'csat', score: 6 }),
      'event.bad-score',
      '$.data.score',
    ],
    ['an NPS of 11', withData('survey.answered', { kind: 'nps', score: 11 }), 'event.bad-score', '$.data.score'],
    [
      'a sequence that is no integer',
      withData('ticket.updated', { sequence: 1.5 }),
      'event.wrong-type',
      '$.data.sequence',
    ],
    [
      'a shift that ends before it begins',
      withData('agent.shift', { agent: 'a', from: '2026-11-02T16:00:00Z', to: '2026-11-02T08:00:00Z' }),
      'event.bad-span',
      '$.data.to',
    ],
    [
      'an observation that ends before it begins',
      withData('ticket.updated', { observed: { after: '2026-11-02T16:00:00Z', before: '2026-11-02T08:00:00Z' } }),
      'event.bad-span',
      '$.data.observed.before',
    ],
  ];
  test.each(cases)('%s', (_what, input, code, path) => {
    expect(problems(input)).toEqual([[code, path]]);
  });
});
