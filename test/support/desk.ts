import type { Policy } from '#domain/sla/policy.ts';

const minute = 60_000;
const hour = 60 * minute;

/** First reply within the hour, solved within a day of our own time. */
export const deskPolicy: Policy = {
  id: 'desk',
  name: 'Desk',
  kind: 'customer',
  when: { all: [] },
  calendar: 'always',
  effectiveFrom: '2020-01-01T00:00:00Z',
  targets: [
    { id: 'frt', metric: 'first-reply', seconds: { default: 3600 } },
    { id: 'ttr', metric: 'resolution', seconds: { default: 86_400 }, pauseOn: ['pending'] },
  ],
};

/** Agents who broke a tenth of their promises of a week; whom it tells is left to the test. */
export const deskAlert = {
  title: 'Compliance of agents',
  rule: {
    ...{ kpi: 'sla-compliance', by: 'agent', windowHours: 168, leastN: 1 },
    condition: { kind: 'threshold', side: 'below', line: 0.9 },
  },
};

/** A report by mail to somebody without an account, every Monday. */
export const deskSchedule = {
  title: 'Every Monday',
  subject: { kind: 'report', report: 'sla-by-agent', query: { every: 'none' } },
  ...{ period: 'last-7-days', every: 'week', weekday: 1, time: '08:00', timeZone: 'Europe/Paris', language: 'fr' },
  addresses: ['boss@example.org'],
};

/** A webhook of a shop, by its subject. */
export const deskHook = {
  ...{ name: 'Shop', source: 'shop', scheme: 'hmac' },
  mapping: { each: '', fields: [{ to: 'subject', path: '$.order' }] },
};

const lea = { kind: 'agent', id: 'a1', name: 'Léa' } as const;

/**
 * Five tickets: `T-1` answered and solved in time, `T-2` late and still open, `T-3` new, `T-4` waiting for its customer,
 * and one with a slash, a space and an accent in its key, tags and a custom field.
 */
export function deskEvents(now: number): Record<string, unknown>[] {
  let id = 0;
  const event = (subject: string, ago: number, type: string, data: Record<string, unknown>) => ({
    specversion: '1.0',
    id: `e-${++id}`,
    source: 'test/desk',
    type,
    subject,
    time: new Date(now - ago).toISOString(),
    data,
  });
  const reply = { actor: lea, direction: 'outbound', public: true };
  const customer = { id: 'c1', name: 'Zoé', company: 'Acme' };
  return [
    event('T-1', 72 * hour, 'ticket.created', { channel: 'email', subject: 'Parcel lost', agent: 'a1', customer }),
    event('T-1', 71.5 * hour, 'ticket.message', reply),
    event('T-1', 70 * hour, 'ticket.status', { actor: lea, status: 'solved' }),
    event('T-2', 48 * hour, 'ticket.created', { channel: 'email', priority: 'urgent', agent: 'a2' }),
    event('T-3', 10 * minute, 'ticket.created', { channel: 'chat', agent: 'a1' }),
    event('T-4', 5 * hour, 'ticket.created', { channel: 'form', agent: 'a1' }),
    event('T-4', 4.5 * hour, 'ticket.message', reply),
    event('T-4', 4 * hour, 'ticket.status', { actor: lea, status: 'pending' }),
    event('É/5 x', 3 * hour, 'ticket.created', { channel: 'email', tags: ['vip'], fields: { product: 'Lamp' } }),
  ];
}
