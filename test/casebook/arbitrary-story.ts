import fc from 'fast-check';
import { compileRules } from '#domain/sla/compile-rules.ts';
import type { Target } from '#domain/sla/policy.ts';
import type { FoldRules } from '#domain/sla/rules.ts';
import type { Event, EventData, EventType } from '#domain/ticket/event.ts';

export const beganAt = Date.UTC(2026, 10, 6, 14); // a Friday afternoon: the weekend is near

type Happening = readonly [type: EventType, data: EventData];

const statuses = ['new', 'open', 'pending', 'on-hold', 'solved', 'closed'] as const;
const agent = (id: string) => ({ kind: 'agent', id }) as const;

const happenings: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...statuses).map((status): Happening => ['ticket.status', { status }]) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('lea', 'tom')
      .map((id): Happening => ['ticket.message', { actor: agent(id), direction: 'outbound', public: true }]),
  },
  fc.constant<Happening>(['ticket.message', { actor: { kind: 'customer' }, direction: 'inbound', public: true }]),
  fc.constant<Happening>(['ticket.message', { actor: { kind: 'customer' }, direction: 'inbound', public: true }]),
  fc.constant<Happening>(['ticket.message', { actor: { kind: 'bot' }, automatic: true }]),
  fc.constant<Happening>(['ticket.message', { actor: agent('lea'), public: false }]),
  fc
    .record({ agent: fc.constantFrom('lea', 'tom', null), team: fc.constantFrom('front', 'back', null) })
    .map((data): Happening => ['ticket.assigned', data]),
  fc.constantFrom('urgent', 'low', null).map((priority): Happening => ['ticket.updated', { priority }]),
  fc.constantFrom('gold', null).map((tier): Happening => ['ticket.updated', { customer: { tier } }]),
  fc.constantFrom('a', 'b').map((stage): Happening => ['ticket.stage', { stage }]),
  fc.constant<Happening>(['ticket.no-reply-needed', {}]),
  fc.constant<Happening>(['survey.sent', { kind: 'csat' }]),
  fc.constant<Happening>(['survey.answered', { kind: 'csat', score: 4 }]),
  fc.constant<Happening>(['ticket.work', { agent: 'lea', seconds: 90 }]),
);

const later = fc.record({
  minute: fc.integer({ min: 0, max: 6000 }),
  happening: happenings,
  sequence: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 4 }),
});

const endings = fc.option(fc.constantFrom<EventType>('ticket.merged', 'ticket.deleted', 'ticket.abandoned'), {
  freq: 8,
});

/** The events of one ticket over four days, many of them in the same minute. */
export const stories: fc.Arbitrary<Event[]> = fc
  .record({ rest: fc.array(later, { maxLength: 14 }), ending: endings, opener: fc.constantFrom('customer', 'agent') })
  .map(({ rest, ending, opener }) => {
    const event = (id: string, minute: number, type: EventType, data: EventData): Event => {
      return { id, source: 's', type, at: beganAt + minute * 60_000, key: 'T-1', data };
    };
    const actor = opener === 'agent' ? agent('lea') : ({ kind: 'customer' } as const);
    const events = rest.map(({ minute, happening: [type, data], sequence }, i) =>
      event(`e${i}`, Math.floor(minute / 30) * 30, type, sequence === null ? data : { ...data, sequence }),
    );
    if (ending !== null) events.push(event('end', 4500, ending, {}));
    return [event('c', 0, 'ticket.created', { actor, priority: 'low' }), ...events];
  });

const day = [
  ['09:00', '12:30'],
  ['14:00', '18:00'],
] as const;
const office = { id: 'office', name: 'Office', timeZone: 'Europe/Paris', weekly: { mon: day, tue: day, fri: day } };

const bySeconds = { urgent: 3600, low: 14_400, default: 7200 };
const everyMetric: readonly Target[] = [
  { id: 'tta', metric: 'assignment', seconds: bySeconds },
  { id: 'frt', metric: 'first-reply', seconds: bySeconds, warnAt: [0.5, { remainingSeconds: 600 }] },
  { id: 'nrt', metric: 'next-reply', seconds: { urgent: 1800, low: 7200 }, pauseOn: ['on-hold'] },
  { id: 'put', metric: 'periodic-update', seconds: bySeconds },
  { id: 'ttr', metric: 'resolution', seconds: bySeconds, pauseOn: ['pending'], warnAt: [0.75] },
  { id: 'all', metric: 'resolution', seconds: bySeconds, calendar: 'always' },
  { id: 'own', metric: 'ownership', seconds: bySeconds },
];

/** Two policies and a version for open tickets that begins in the middle. */
export const changingRules: FoldRules = compileRules({
  calendars: [office],
  policies: [
    {
      id: 'gold',
      name: 'Gold',
      kind: 'customer',
      when: { field: 'customer.tier', op: 'is', value: 'gold' },
      calendar: 'office',
      effectiveFrom: '2026-01-01T00:00:00Z',
      targets: everyMetric.map((target) => ({ ...target, seconds: { default: 5400 } })),
    },
    {
      id: 'standard',
      name: 'Standard',
      kind: 'customer',
      when: { all: [] },
      calendar: 'office',
      effectiveFrom: '2026-01-01T00:00:00Z',
      targets: everyMetric,
    },
    {
      id: 'standard',
      name: 'Standard, shorter',
      kind: 'customer',
      when: { all: [] },
      calendar: 'office',
      effectiveFrom: '2026-11-09T09:00:00Z',
      openTicketsToo: true,
      targets: everyMetric.map((target) => ({ ...target, seconds: { default: 3600 } })),
    },
  ],
  businessCalendar: 'office',
});

/** One policy that never changes, whatever the priority. */
export const steadyRules: FoldRules = compileRules({
  calendars: [office],
  policies: [
    {
      id: 'standard',
      name: 'Standard',
      kind: 'customer',
      when: { all: [] },
      calendar: 'office',
      effectiveFrom: '2026-01-01T00:00:00Z',
      targets: everyMetric.map((target) => ({ ...target, seconds: { default: 7200 } })),
    },
  ],
  businessCalendar: 'office',
});
