import { describe, expect, test } from 'vitest';
import { replay } from './replay.ts';
import { replayBatchLine } from './replay-batch.ts';

const policy = {
  id: 'p',
  kind: 'customer',
  calendar: 'always',
  effectiveFrom: '2026-01-01T00:00:00Z',
  targets: [{ id: 'ttr', metric: 'resolution', seconds: { default: 3600 } }],
};
const created = { id: '1', source: 's', type: 'ticket.created', time: '2026-11-02T09:00:00Z', subject: 'T-1' };
const given = { id: 'x', calendars: [], policies: [policy], events: [created], now: '2026-11-02T09:30:00.250Z' };

function answer(input: unknown): { error?: { code: string; path?: string }; clocks?: Record<string, unknown>[] } {
  return JSON.parse(replayBatchLine(typeof input === 'string' ? input : JSON.stringify(input)));
}

test('every clock is given with its instants in UTC, with milliseconds only where there are some', () => {
  expect(answer(given)).toMatchObject({
    id: 'x',
    clocks: [{ ticket: 'T-1', startedAt: '2026-11-02T09:00:00Z', dueAt: '2026-11-02T10:00:00Z', elapsedSeconds: 1800 }],
  });
});

test('refused events are told with place and problems, and good ones are kept', () => {
  const { clocks, rejected } = replay({ ...given, events: [{ id: 1 }, created], now: Date.parse(given.now) });
  expect(clocks).toHaveLength(1);
  expect(rejected.map(({ index, problems }) => [index, problems[0]?.path])).toEqual([[0, '$.id']]);
  expect(answer({ ...given, events: [created, { ...created, id: '' }] })).toMatchObject({
    clocks: [{ ticket: 'T-1' }],
    rejected: [{ index: 1 }],
  });
});

test('one ticket can be asked for', () => {
  const events = [created, { ...created, id: '2', subject: 'T-2' }];
  const { clocks } = replay({ ...given, events, now: Date.parse(given.now), ticket: 'T-2' });
  expect(clocks.map(({ ticket }) => ticket)).toEqual(['T-2']);
});

describe('a case that cannot be run is an error with its code and path', () => {
  const cases: [what: string, input: unknown, code: string, path: string][] = [
    ['no JSON', '{', 'replay.bad-case', '$'],
    ['no object', [], 'replay.bad-case', '$'],
    ['no instant', { ...given, now: 'today' }, 'replay.bad-case', '$.now'],
    ['no policies', { ...given, policies: undefined }, 'replay.bad-case', '$.policies'],
    ['no events', { ...given, events: {} }, 'replay.bad-case', '$.events'],
    ['a bad policy', { ...given, policies: [{ ...policy, kind: 'x' }] }, 'policy.bad-shape', '$.policies[0].kind'],
    ['a bad calendar', { ...given, calendars: [{ id: 'c' }] }, 'calendar.bad-shape', '$.calendars[0].timeZone'],
    ['no good event', { ...given, events: [{}] }, 'replay.event-refused', '$.events[0]'],
  ];
  test.each(cases)('%s', (_what, input, code, path) => {
    expect(answer(input).error).toMatchObject({ code, path });
  });
});
