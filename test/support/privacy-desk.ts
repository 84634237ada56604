const minute = 60_000;

/** The customer whom the tests erase, and every word that tells of her. */
export const zoe = {
  id: 'cust-zoe-7731',
  traces: ['cust-zoe-7731', 'zoé', 'zo\\u00e9', 'martin', 'o-99812', '12 34 56', 'desk.example'],
} as const;

const tom = { id: 'cust-tom-1', name: 'Tom', company: 'Acme', tier: 'gold' };
const lea = { kind: 'agent', id: 'a1', name: 'Léa' } as const;

/** A desk that serves Zoé, Tom and others: what sources tell of people, and more. `from` is when it begins, epoch ms. */
export function privacyEvents(from: number): Record<string, unknown>[] {
  let made = 0;
  const event = (subject: string | null, at: number, type: string, data: Record<string, unknown>) => ({
    specversion: '1.0',
    id: `p-${++made}`,
    source: 'desk',
    type,
    ...(subject === null ? {} : { subject }),
    time: new Date(from + at * minute).toISOString(),
    data,
  });
  const her = {
    id: zoe.id,
    name: 'Zoé Martin',
    company: 'Acme',
    tier: 'gold',
    region: 'EU',
    phone: '+33 6 12 34 56 78',
  };
  const said = { actor: { kind: 'customer', id: zoe.id, name: 'Zoé Martin' }, direction: 'inbound' };
  const reply = { actor: lea, direction: 'outbound' };
  const orders = { id: 'O-99812', value: 129.9, currency: 'EUR' };
  return [
    event('T-1', 0, 'ticket.created', {
      customer: her,
      subject: 'Parcel of Zoé Martin',
      order: orders,
      channel: 'email',
    }),
    event('T-1', 30, 'ticket.message', reply),
    event('T-1', 60, 'ticket.updated', {
      fields: { product: 'Lamp', mail: 'zoe@martin.fr' },
      tags: ['vip', 'zoé martin'],
    }),
    event('T-1', 90, 'ticket.message', { ...said, body: 'Merci, Zoé Martin' }),
    event('T-1', 300, 'ticket.status', { actor: lea, status: 'solved' }),
    event('T-1', 400, 'survey.answered', { kind: 'csat', score: 4, comment: 'Thanks! Zoé Martin' }),
    event('T-2', 10, 'ticket.created', { customer: tom, channel: 'chat', fields: { product: 'Lamp' }, tags: ['vip'] }),
    event('T-2', 20, 'ticket.message', reply),
    event('T-2', 500, 'ticket.status', { actor: lea, status: 'closed' }),
    event('T-3', 15, 'ticket.created', { actor: { kind: 'customer', id: zoe.id }, channel: 'chat', team: 'front' }),
    event('T-3', 45, 'ticket.updated', {
      customer: { id: zoe.id, name: 'Mme Zoé M.' },
      url: 'https://desk.example/t/3',
    }),
    event('T-3', 90, 'ticket.updated', { customer: { id: tom.id, name: 'Tom' } }),
    event(zoe.id, 100, 'ticket.created', { customer: { id: zoe.id }, channel: 'chat', language: 'fr' }),
    event(zoe.id, 130, 'ticket.message', reply),
    event(null, 5, 'subscription.started', {
      customer: { id: zoe.id, name: 'Zoé Martin' },
      plan: 'pro',
      monthlyValue: 9,
    }),
    event(null, 5, 'subscription.started', { customer: tom, plan: 'pro', monthlyValue: 12 }),
    event(null, 600, 'subscription.ended', { customer: zoe.id }),
    event(null, 1, 'agent.presence', { agent: 'a1', status: 'online', actor: lea }),
    event(null, 700, 'agent.presence', { agent: 'a1', status: 'offline' }),
    event('T-4', 20, 'ticket.created', { customer: { id: 'cust-eve-3', name: 'Eve' }, channel: 'email', agent: 'a2' }),
    event('T-4', 200, 'ticket.message', { actor: { kind: 'agent', id: 'a2' }, direction: 'outbound' }),
  ];
}

/** Events that are refused, of which two tell of Zoé. */
export function refusedEvents(): unknown[] {
  return [
    { id: 'r-1', source: 'desk', type: 'ticket.created', subject: 'T-9', time: 'soon', data: { customer: zoe.id } },
    { id: 'r-2', source: 'desk', type: 'ticket.note', subject: 'T-9', text: 'Call Zoé Martin back' },
    { id: 'r-3', source: 'desk', type: 'ticket.note', subject: 'T-9', text: 'Call Tom back' },
  ];
}
