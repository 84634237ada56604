import { expect, test } from 'vitest';
import type { Event } from '../ticket/event.ts';
import { foldTicket } from '../ticket/fold-ticket.ts';
import { compileRules } from './compile-rules.ts';
import { forecast } from './forecast.ts';

const day = [['09:00', '18:00']] as const;
const rules = compileRules({
  calendars: [{ id: 'office', name: 'Office', timeZone: 'UTC', weekly: { mon: day, tue: day } }],
  policies: [
    {
      id: 'p',
      name: 'P',
      kind: 'customer',
      when: { all: [] },
      calendar: 'office',
      effectiveFrom: '2026-01-01T00:00:00Z',
      targets: [{ id: 'ttr', metric: 'resolution', seconds: { default: 7200 }, warnAt: [0.5], pauseOn: ['pending'] }],
    },
  ],
});
const monday = (hour: number, minute = 0) => Date.UTC(2026, 10, 2, hour, minute);
const created: Event = { id: 'c', source: 's', type: 'ticket.created', at: monday(16), key: 'T', data: {} };
const pending: Event = { ...created, id: 'p', type: 'ticket.status', at: monday(16, 30), data: { status: 'pending' } };

function next(events: readonly Event[], now: number): unknown {
  const clock = foldTicket(events, rules, now)?.clocks[0];
  const found = clock === undefined ? null : forecast(clock, now);
  return found === null ? null : [found.kind, new Date(found.at).toISOString()];
}

test('the next warning comes first, then the breach', () => {
  expect(next([created], monday(16))).toEqual(['warning', '2026-11-02T17:00:00.000Z']);
  expect(next([created], monday(17))).toEqual(['breach', '2026-11-02T18:00:00.000Z']);
});

test('a target used up at closing time breaches in the first millisecond of the next opening', () => {
  expect(next([created], monday(18))).toEqual(['breach', '2026-11-03T09:00:00.001Z']);
  expect(next([created], Date.UTC(2026, 10, 3, 9, 0, 0, 1))).toBeNull();
});

test('a clock that stands still or is stopped forecasts nothing', () => {
  expect(next([created, pending], monday(17))).toBeNull();
  expect(next([created, { ...pending, data: { status: 'solved' } }], monday(17))).toBeNull();
});
