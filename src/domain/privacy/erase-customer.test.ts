import { expect, test } from 'vitest';
import type { Event, EventData, EventType } from '#domain/ticket/event.ts';
import { askedFields } from './asked-fields.ts';
import { eraseCustomer } from './erase-customer.ts';
import { Erasure, type ErasureRequest } from './erasure.ts';

let made = 0;
function event(type: EventType, data: EventData, key = 'T-1'): Event {
  return { id: `e${++made}`, source: 's', type, at: made * 1000, key, data };
}

function eraseData(data: EventData, how: Partial<ErasureRequest> = {}): EventData | undefined {
  const request = { customer: 'c1', pseudonym: 'p', names: ['Zoé'], isShared: () => false, asked: askedFields([]) };
  return eraseCustomer([event('ticket.updated', data)], new Erasure({ ...request, ...how }))[0]?.data;
}

test('the id becomes the pseudonym wherever an event names the customer', () => {
  expect(eraseData({ customer: 'c1', actor: { kind: 'customer', id: 'c1', name: 'Zoé' } })).toEqual({
    customer: 'p',
    actor: { kind: 'customer', id: 'p' },
  });
  expect(eraseData({ customer: { id: 'c1', name: 'Zoé' } })).toEqual({ customer: { id: 'p', name: null } });
});

test('an agent, a team and another customer of the same id or on the same ticket stay', () => {
  const data = { agent: 'c1', team: 'c1', actor: { kind: 'agent', id: 'c1', name: 'Léa' } } as const;
  expect(eraseData(data)).toEqual(data);
  const another = { customer: { id: 'c2', name: 'Tom', company: 'Acme' } };
  expect(eraseData(another)).toEqual(another);
});

test('a customer without an id is the one the ticket had before', () => {
  const request = { customer: 'c1', pseudonym: 'p', names: ['Zoé'], isShared: () => true, asked: askedFields([]) };
  const events = [
    event('ticket.created', { customer: 'c1' }),
    event('ticket.updated', { customer: { name: 'Z. M.' } }),
    event('ticket.updated', { customer: { id: 'c2', name: 'Tom' } }),
    event('ticket.updated', { customer: { name: 'Thomas' } }),
  ];
  expect(eraseCustomer(events, new Erasure(request)).map(({ data }) => data.customer)).toEqual([
    'p',
    { name: null },
    { id: 'c2', name: 'Tom' },
    { name: 'Thomas' },
  ]);
});

test('free texts, links, orders and keys that Vigie does not know go', () => {
  const data = {
    subject: 'Parcel',
    url: 'https://desk.example/1',
    comment: 'Thanks',
    order: { id: 'O-1', value: 12, currency: 'EUR' },
    note: 'call back',
    channel: 'email',
    priority: 'high',
  };
  expect(eraseData(data)).toEqual({
    subject: null,
    order: { id: null, value: null, currency: null },
    channel: 'email',
    priority: 'high',
  });
});

test('company, tier, type, region, tags and custom fields stay only where others share them', () => {
  const data = {
    customer: { id: 'c1', company: 'Acme', tier: 'gold', type: 'pro', region: 'EU' },
    region: 'Lyon',
    tags: ['vip', 'left-handed'],
    fields: { product: 'Lamp', shoe: 52 },
  };
  const shared = new Set(['company Acme', 'tier gold', 'region EU', 'tag vip', 'fields.product Lamp']);
  expect(eraseData(data, { isShared: (field, value) => shared.has(`${field} ${value}`) })).toEqual({
    customer: { id: 'p', name: null, company: 'Acme', tier: 'gold', type: null, region: 'EU' },
    region: null,
    tags: ['vip'],
    fields: { product: 'Lamp', shoe: null },
  });
});

test('what looks like an address or names the customer goes even where others share it', () => {
  const data = { fields: { mail: 'zoe@example.com', tel: '+33 612345678', memo: 'for ZOÉ', size: 2 }, tags: ['zoé'] };
  expect(eraseData(data, { isShared: () => true })).toEqual({
    fields: { mail: null, tel: null, memo: null, size: 2 },
    tags: [],
  });
});

test('of a text that a policy asks about, the words it looks for stay', () => {
  const asked = askedFields([
    {
      any: [
        { field: 'subject', op: 'starts-with', value: '[URGENT]' },
        { not: { field: 'subject', op: 'contains', value: 'parcel' } },
        { field: 'order.value', op: 'gt', value: 100 },
        { field: 'fields.contract', op: 'in', value: ['C-1', 'C-2'] },
        { field: 'fields.mail', op: 'contains', value: '@acme.com' },
        { field: 'fields.memo', op: 'exists' },
      ],
    },
  ]);
  const data = {
    subject: '[URGENT] parcel of Mr X',
    order: { id: 'O-1', value: 129.9 },
    fields: { contract: 'C-2', mail: 'zoe@acme.com', memo: 'left at the door', other: 'x' },
  };
  expect(eraseData(data, { asked })).toEqual({
    subject: '[URGENT] … parcel …',
    order: { id: null, value: 129.9 },
    fields: { contract: 'C-2', mail: '… … @acme.com …', memo: '…', other: null },
  });
});

test('a ticket or subscription that goes by the customer’s id goes by the pseudonym', () => {
  const request = { customer: 'c1', pseudonym: 'p', names: [], isShared: () => true, asked: askedFields([]) };
  const started = event('subscription.started', { customer: { id: 'c1' }, plan: 'pro', monthlyValue: 9 }, 'c1');
  const merged = event('ticket.merged', { into: 'c1' }, 'T-2');
  const [first, second] = eraseCustomer([started, merged], new Erasure(request));
  expect(first).toEqual({
    ...started,
    key: 'p',
    data: { customer: { id: 'p', name: null }, plan: 'pro', monthlyValue: 9 },
  });
  expect(second).toMatchObject({ key: 'T-2', data: { into: 'p' } });
});

test('a reason of a deletion stays where it is one of the known ones or shared', () => {
  expect(eraseData({ reason: 'spam' })).toEqual({ reason: 'spam' });
  expect(eraseData({ reason: 'Zoé asked us to' })).toEqual({ reason: null });
});

test('the presence of an agent, a ledger entry or a check of the same key is not the customer’s', () => {
  const request = { customer: 'c1', pseudonym: 'p', names: [], isShared: () => true, asked: askedFields([]) };
  const events = [
    event('agent.presence', { agent: 'c1', status: 'online', name: 'Léa' }, 'c1'),
    event('ledger.entry', { kind: 'revenue', amount: 3, note: 'x' }, 'c1'),
    event('service.check', { component: 'c1', value: 1 }, 'c1'),
  ];
  expect(eraseCustomer(events, new Erasure(request))).toEqual(events);
  const entry = event('ledger.entry', { kind: 'revenue', amount: 3, customer: 'c1' }, 'c1');
  expect(eraseCustomer([entry], new Erasure(request))).toMatchObject([
    { key: 'c1', data: { kind: 'revenue', amount: 3, customer: 'p' } },
  ]);
});
