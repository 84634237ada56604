import { expect, test } from 'vitest';
import { answerCalendarLine } from './batch.ts';

const nine = { id: 'c', name: 'C', timeZone: 'Europe/Paris', weekly: { mon: [['09:00', '17:00']] } };

function ask(query: unknown): unknown {
  return JSON.parse(answerCalendarLine(typeof query === 'string' ? query : JSON.stringify(query)));
}

test('a line is answered under its own id, in whole seconds or as an instant in UTC', () => {
  const [from, to] = ['2026-11-09T08:00:00.5+01:00', '2026-11-09T09:00:01.9+01:00'];
  expect(ask({ id: 7, calendar: nine, op: 'between', from, to })).toEqual({ id: 7, result: 1 });
  expect(ask({ id: 'a', calendar: nine, op: 'add', from, seconds: 60 })).toEqual({
    id: 'a',
    result: '2026-11-09T08:01:00Z',
  });
});

test('a null calendar never closes', () => {
  const span = { op: 'between', from: '2026-10-25T00:00:00+02:00', to: '2026-10-26T00:00:00+01:00' };
  expect(ask({ id: 1, calendar: null, ...span })).toEqual({ id: 1, result: 90_000 });
  expect(ask({ id: 1, calendar: 'always', ...span })).toEqual({ id: 1, result: 90_000 });
});

test('a line that cannot be answered gets a code, and its id where it has one', () => {
  const from = '2026-11-09T08:00:00Z';
  const codes: [query: unknown, id: unknown, code: string][] = [
    ['{', null, 'calendar.bad-query'],
    ['[]', null, 'calendar.bad-query'],
    [{ id: 1, calendar: nine, op: 'plus', from }, 1, 'calendar.bad-query'],
    [{ id: 1, calendar: nine, op: 'between', from: '2026-11-09T08:00:00', to: from }, 1, 'calendar.bad-query'],
    [{ id: 1, calendar: nine, op: 'add', from, seconds: '60' }, 1, 'calendar.bad-query'],
    [{ id: 1, op: 'add', from, seconds: 60 }, 1, 'calendar.bad-shape'],
    [{ id: 1, calendar: { ...nine, weekly: {} }, op: 'add', from, seconds: 60 }, 1, 'calendar.never-open'],
    [{ id: 1, calendar: nine, op: 'add', from, seconds: 1e9 }, 1, 'calendar.beyond-horizon'],
    [{ id: 1, calendar: nine, op: 'between', from, to: '9999-01-01T00:00:00Z' }, 1, 'instant.out-of-range'],
  ];
  for (const [query, id, code] of codes) {
    expect(ask(query)).toEqual({ id, error: { code, message: expect.stringMatching(/\w/) } });
  }
});
