import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRules } from '#domain/sla/compile-rules.ts';
import type { Policy } from '#domain/sla/policy.ts';
import type { Event, EventData } from '#domain/ticket/event.ts';
import { factsOfTicket, type TicketFacts } from '#domain/ticket/facts-of-ticket.ts';
import { foldTicket } from '#domain/ticket/fold-ticket.ts';
import { changingRules, stories } from '#test/casebook/arbitrary-story.ts';
import { askedFields } from './asked-fields.ts';
import { eraseCustomer } from './erase-customer.ts';
import { Erasure } from './erasure.ts';
import { namesOf } from './names-of.ts';
import { speaksOf } from './person.ts';

const zoe = { kind: 'customer', id: 'cust-7731' } as const;
const pseudonym = 'erased-0f3a';
const names = ['Zoé Martin', 'Mme Z. Martin'] as const;

/** What a source may say of a ticket's customer, and of the ticket where it tells of the person. */
const personal: fc.Arbitrary<EventData> = fc.oneof(
  fc.constantFrom(...names).map((name) => ({ customer: { id: zoe.id, name, phone: '+33 6 12 34 56 78' } as object })),
  fc.constant({ customer: zoe.id }),
  fc.constant({ customer: { name: names[1], company: 'Martin EI' } }),
  fc.constant({ customer: { id: 'cust-8', name: 'Tom', tier: 'gold', company: 'Acme' } }),
  fc.constant({ customer: null }),
  fc.constantFrom('gold', 'silver', null).map((tier) => ({ customer: { id: zoe.id, tier, company: 'Acme' } })),
  fc.constant({ subject: 'Parcel of Zoé Martin', url: 'https://desk.example/cust-7731', body: 'Bonjour, Zoé Martin' }),
  fc.constant({ order: { id: 'O-99812', value: 129.9, currency: 'EUR' } }),
  fc
    .constantFrom('Lamp', 'zoe@martin.fr', '0612345678', 12, true, null, { street: 'for Zoé Martin' })
    .map((value) => ({ fields: { product: value } })),
  fc.constant({ tags: ['vip', 'zoé martin', names[0]] }),
  fc.constantFrom('EU', 'near cust-7731').map((region) => ({ region })),
);

interface Told {
  readonly events: readonly Event[];
  readonly extra: readonly EventData[];
}

/** The casebook's stories, told by sources that say who the customer is and much more than they need to. */
const told: fc.Arbitrary<Event[]> = fc
  .record<Told>({ events: stories, extra: fc.array(personal, { minLength: 16, maxLength: 16 }) })
  .map(({ events, extra }) =>
    events.map((event, i) => {
      const { actor } = event.data;
      const who = actor?.kind === 'customer' ? { actor: { ...actor, id: zoe.id, name: names[0] } } : {};
      const comment = event.type === 'survey.answered' ? { comment: 'Thanks! Zoé Martin' } : {};
      const first = i === 0 ? { customer: { id: zoe.id, name: names[0], tier: 'gold' } } : {};
      const says = event.type === 'ticket.created' || event.type === 'ticket.updated' ? { ...extra[i], ...first } : {};
      const data = { ...event.data, ...says, ...who, ...comment, unknown: { note: names[0] } };
      return { ...event, data } as Event;
    }),
  );

const policies: readonly Policy[] = [
  { field: 'subject', op: 'starts-with', value: 'Parcel' },
  { field: 'fields.product', op: 'is', value: 'Lamp' },
  { field: 'order.value', op: 'gt', value: 100 },
  { field: 'customer.company', op: 'is', value: 'Acme' },
  { field: 'tags', op: 'contains', value: 'vip' },
].map((when, i) => ({
  id: `p${i}`,
  name: 'A promise',
  kind: 'internal' as const,
  when: when as Policy['when'],
  calendar: 'always',
  effectiveFrom: '2026-01-01T00:00:00Z',
  targets: [{ id: 'ttr', metric: 'resolution' as const, seconds: { default: 3600 * (i + 1) } }],
}));

/** Policies that ask for what erasing removes: the words they look for stay. */
const askingRules = compileRules({ calendars: [], policies });
const tierOnly = askedFields([{ field: 'customer.tier', op: 'is', value: 'gold' }]);
const all = { isShared: (_: string, value: string) => value !== 'Martin EI', asked: tierOnly };
const asking = { isShared: () => false, asked: askedFields(policies.map(({ when }) => when)) };

function erase(events: readonly Event[], by: typeof all): Event[] {
  const known = namesOf(events, zoe);
  return eraseCustomer(events, new Erasure({ customer: zoe.id, pseudonym, names: [...known, ...names], ...by }));
}

function clocksOf(events: readonly Event[], rules = changingRules): unknown {
  return foldTicket(events, rules)?.clocks;
}

/** Facts without what names the customer or is their own words. */
function figuresOf(events: readonly Event[]): unknown {
  const fold = foldTicket(events, changingRules);
  if (fold === null) throw new Error('A story always begins');
  const facts: TicketFacts = factsOfTicket(fold);
  const { dims } = fold.story;
  dims.customer = dims.customer === zoe.id ? pseudonym : dims.customer;
  dims.fields = {};
  dims.tags = [];
  dims.company = null;
  dims.region = null;
  return {
    ...facts,
    tickets: facts.tickets.map((row) => ({ ...row, subject: null, url: null, orderValue: null })),
    answers: facts.answers.map((row) => ({ ...row, comment: null })),
    names: facts.names.filter(({ kind, id }) => kind === 'agent' || id === 'cust-8').length > 0,
  };
}

test('erasing a customer leaves every clock as it is', () => {
  fc.assert(
    fc.property(told, (events) => {
      expect(clocksOf(erase(events, all))).toEqual(clocksOf(events));
    }),
    { numRuns: 300 },
  );
});

test('policies that ask for what is removed still apply: the words they look for stay', () => {
  fc.assert(
    fc.property(told, (events) => {
      expect(clocksOf(erase(events, asking), askingRules)).toEqual(clocksOf(events, askingRules));
    }),
    { numRuns: 300 },
  );
});

test('erasing a customer leaves every fact as it is that does not name them', () => {
  fc.assert(
    fc.property(told, (events) => {
      expect(figuresOf(erase(events, all))).toEqual(figuresOf(events));
    }),
    { numRuns: 300 },
  );
});

test('neither the id, a name, an address nor a number of the customer is left', () => {
  fc.assert(
    fc.property(told, fc.boolean(), (events, shared) => {
      const text = JSON.stringify(erase(events, shared ? all : asking)).toLowerCase();
      for (const trace of [
        zoe.id,
        'martin',
        'zoe@',
        '061234',
        '12 34 56',
        'desk.example',
        'o-99812',
        'thanks',
        'note',
      ]) {
        expect(text).not.toContain(trace);
      }
    }),
    { numRuns: 300 },
  );
});

test('erasing again changes nothing, and nothing speaks of the customer any more', () => {
  fc.assert(
    fc.property(told, fc.boolean(), (events, shared) => {
      const once = erase(events, shared ? all : asking);
      expect(erase(once, shared ? all : asking)).toEqual(once);
      expect(once.some((event) => speaksOf(event, zoe))).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test('identities, instants and types of the events stay', () => {
  fc.assert(
    fc.property(told, (events) => {
      const identity = ({ source, id, at, type }: Event) => JSON.stringify([source, id, at, type]);
      expect(erase(events, all).map(identity).sort()).toEqual(events.map(identity).sort());
    }),
    { numRuns: 50 },
  );
});
