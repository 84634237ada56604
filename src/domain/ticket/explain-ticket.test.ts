import { expect, test } from 'vitest';
import { compileRules } from '../sla/compile-rules.ts';
import { formulaText } from '../sla/explain/formula-text.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Event, EventData, EventType } from './event.ts';
import { explainTicket } from './explain-ticket.ts';

const day = [
  ['09:00', '12:00'],
  ['14:00', '18:00'],
] as const;
const office: Calendar = { id: 'office', name: 'Bureau', timeZone: 'UTC', weekly: { mon: day, tue: day } };
const rules = compileRules({
  calendars: [office, { ...office, name: 'Bureau, winter', effectiveFrom: '2026-11-03T00:00:00Z' }],
  policies: [
    {
      id: 'p',
      name: 'Standard',
      kind: 'customer',
      when: { all: [] },
      calendar: 'office',
      effectiveFrom: '2026-01-01T00:00:00Z',
      targets: [{ id: 'ttr', metric: 'resolution', seconds: { default: 14_400 }, pauseOn: ['pending'] }],
    },
  ],
});

function at(hour: number, minute = 0, day = 2): number {
  return Date.UTC(2026, 10, day, hour, minute);
}

function event(id: string, instant: number, type: EventType, data: EventData): Event {
  return { id, source: 's', type, at: instant, key: 'T', data };
}

const events = [
  event('a', at(11), 'ticket.created', { team: 'front', status: 'open' }),
  event('b', at(15), 'ticket.assigned', { agent: 'lea' }),
  event('c', at(16), 'ticket.status', { status: 'pending' }),
  event('d', at(17), 'ticket.status', { status: 'open' }),
  event('e', at(9, 30, 3), 'ticket.status', { status: 'solved' }),
];

test('each stretch of a clock is counted or not, and says why and who held the ticket', () => {
  const proof = explainTicket(events, rules, at(12, 0, 3));
  const spans = proof?.clocks[0]?.spans.map(({ from, to, kind, reason, seconds, holder }) => {
    return [(to - from) / 60_000, kind, reason, seconds, holder.id ?? holder.kind];
  });
  expect(spans).toEqual([
    [60, 'counted', null, 3600, 'front'],
    [120, 'closed', null, 0, 'front'],
    [60, 'counted', null, 3600, 'front'],
    [60, 'counted', null, 3600, 'lea'],
    [60, 'paused', 'pending', 0, 'customer'],
    [60, 'counted', null, 3600, 'lea'],
    [15 * 60, 'closed', null, 0, 'lea'],
    [30, 'counted', null, 1800, 'lea'],
  ]);
});

test('the proof names the policy and the versions of the calendar', () => {
  const clock = explainTicket(events, rules, at(12, 0, 3))?.clocks[0];
  expect(clock?.policy).toEqual({ id: 'p', name: 'Standard', version: 1, place: 1 });
  expect(clock?.calendar).toMatchObject({ id: 'office', name: 'Bureau', version: 1 });
  expect(clock?.calendarVersions.map(({ version }) => version)).toEqual([1, 2]);
});

test('the reckoning is told in both languages', () => {
  const formula = explainTicket(events, rules, at(12, 0, 3))?.clocks[0]?.formula ?? [];
  expect(formulaText(formula).en.replaceAll('\u202f', ' ')).toBe(
    '4 h 30 min counted of a target of 4 h; outside opening hours 17 h, paused (pending) 1 h, breached by 30 min, provisional until closed.',
  );
  expect(formulaText(formula).fr.replaceAll('\u202f', ' ')).toBe(
    '4 h 30 min comptées sur un objectif de 4 h ; hors ouverture 17 h, en pause (pending) 1 h, dépassé de 30 min, provisoire jusqu’à la clôture.',
  );
});

test('the timeline has the stretches of status, holder and assignment', () => {
  const timeline = explainTicket(events, rules, at(12, 0, 3))?.timeline;
  expect(timeline?.statuses.map(({ status, from, to }) => [status, from, to])).toEqual([
    ['open', at(11), at(16)],
    ['pending', at(16), at(17)],
    ['open', at(17), at(9, 30, 3)],
    ['solved', at(9, 30, 3), null],
  ]);
  expect(timeline?.holders.map(({ holder }) => holder.kind)).toEqual(['queue', 'agent', 'customer', 'agent', 'nobody']);
  expect(timeline?.assignments.map(({ agent }) => agent)).toEqual([null, 'lea']);
});

test('a ticket that has not begun yet has no proof', () => {
  expect(explainTicket(events, rules, at(10))).toBeNull();
});
