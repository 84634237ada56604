import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRules } from '../sla/compile-rules.ts';
import { metrics } from '../sla/policy.ts';
import { type Event, eventTypes } from './event.ts';
import { dataShapes } from './event-data.ts';
import { factsOfOthers } from './facts-of-others.ts';
import { factsOfTicket } from './facts-of-ticket.ts';
import { foldTicket } from './fold-ticket.ts';
import { parseEvent } from './parse-event.ts';

const rules = compileRules({
  calendars: [{ id: 'c', name: 'C', timeZone: 'America/New_York', weekly: { sun: [['22:00', '06:00']] } }],
  policies: [
    {
      id: 'p',
      name: 'P',
      kind: 'customer',
      when: { not: { field: 'tags', op: 'contains', value: 'x' } },
      calendar: 'c',
      effectiveFrom: '1900-01-01T00:00:00Z',
      targets: metrics.map((metric) => ({ id: metric, metric, seconds: { default: 90_000 }, warnAt: [0.5] })),
    },
  ],
  businessCalendar: 'c',
});

const instants = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

const keys = [...new Set(Object.values(dataShapes).flatMap(({ checks }) => [...checks.keys()]))];

const values = fc.oneof(
  fc.constantFrom(
    'new',
    'open',
    'pending',
    'on-hold',
    'solved',
    'closed',
    'x',
    'csat',
    'nps',
    'inbound',
    'outbound',
    '',
  ),
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    1,
    3,
    5,
    -1,
    ['x'],
    [],
    {},
    { kind: 'agent', id: 'a' },
    { kind: 'bot' },
  ),
  fc.record({ kind: fc.constantFrom('customer', 'agent', 'system'), name: fc.string() }),
  instants,
);

const inputs = fc.record({
  id: fc.string({ maxLength: 3 }),
  source: fc.constantFrom('s', 't'),
  type: fc.constantFrom(...eventTypes),
  time: instants,
  subject: fc.constant('T'),
  data: fc.dictionary(fc.constantFrom(...keys), values, { maxKeys: 6 }),
});

function accepted(some: readonly unknown[]): Event[] {
  return some.flatMap((input) => {
    const parsed = parseEvent(input);
    return 'event' in parsed ? [parsed.event] : [];
  });
}

test('whatever is sent is either an event or a list of problems', () => {
  fc.assert(
    fc.property(fc.anything(), (input) => {
      const parsed = parseEvent(input);
      expect('event' in parsed || parsed.problems.length > 0).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('whatever is accepted can be folded into clocks and facts, over three centuries', () => {
  fc.assert(
    fc.property(fc.array(inputs, { maxLength: 12 }), (some) => {
      const events = accepted(some);
      const fold = foldTicket(
        events.filter(({ key }) => key === 'T'),
        rules,
      );
      if (fold !== null) expect(factsOfTicket(fold).answers.length).toBeLessThanOrEqual(events.length);
      expect(factsOfOthers('T', events).ledger.length).toBeLessThanOrEqual(events.length);
    }),
    { numRuns: 1000 },
  );
});
