import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FactTableName } from '#domain/kpi/facts/index.ts';
import type { Event, EventData, EventType } from '#domain/ticket/event.ts';
import { factsOfOthers } from '#domain/ticket/facts-of-others.ts';
import { factsOfTicket } from '#domain/ticket/facts-of-ticket.ts';
import { foldTicket } from '#domain/ticket/fold-ticket.ts';
import { changingRules, stories } from '#test/casebook/arbitrary-story.ts';
import { namesOf } from './names-of.ts';
import { speaksOf } from './person.ts';
import { findPersonColumn } from './person-columns.ts';
import { compilePseudonyms } from './pseudonym.ts';

const event = (type: EventType, data: EventData): Event => ({ id: 'e', source: 's', type, at: 0, key: 'T-1', data });

test('an event speaks of a customer who acts or whose ticket it is, and of an agent who acts or whom it is about', () => {
  const [c1, a1] = [{ kind: 'customer', id: 'c1' } as const, { kind: 'agent', id: 'a1' } as const];
  for (const data of [{ customer: 'c1' }, { customer: { id: 'c1' } }, { actor: c1 }]) {
    expect(speaksOf(event('ticket.updated', data), c1)).toBe(true);
    expect(speaksOf(event('ticket.updated', data), { kind: 'agent', id: 'c1' })).toBe(false);
  }
  for (const data of [{ agent: 'a1' }, { actor: a1 }]) expect(speaksOf(event('ticket.assigned', data), a1)).toBe(true);
  for (const data of [{}, { customer: null, actor: null }, { team: 'c1', agent: null }, { customer: { name: 'c1' } }]) {
    expect(speaksOf(event('ticket.updated', data), c1)).toBe(false);
  }
});

test('the names of a customer are those said with the id, and those said after it without one', () => {
  const events = [
    event('ticket.created', { customer: { id: 'c1', name: 'Zoé' } }),
    event('ticket.updated', { customer: { name: 'Zoé Martin ' } }),
    event('ticket.message', { actor: { kind: 'customer', id: 'c1', name: 'Z.' } }),
    event('ticket.updated', { customer: { id: 'c2', name: 'Tom' } }),
    event('ticket.updated', { customer: { name: 'Thomas' } }),
  ];
  expect(namesOf(events, { kind: 'customer', id: 'c1' })).toEqual(['Zoé', 'Zoé Martin', 'Z.']);
});

test('every column of facts in which an agent or a customer turns up is known as one of people', () => {
  const people = new Set(['lea', 'tom', 'cust']);
  const missed = new Set<string>();
  const check = (facts: object) => {
    for (const [table, rows] of Object.entries(facts) as [FactTableName, readonly Record<string, unknown>[]][]) {
      for (const { dims, ...own } of rows) {
        for (const [column, value] of Object.entries({ ...(dims as object), ...own })) {
          const known = table === 'names' || findPersonColumn(table, column) !== null;
          if (people.has(value as string) && !known) missed.add(`${table}.${column}`);
        }
      }
    }
  };
  fc.assert(
    fc.property(stories, (events) => {
      const fold = foldTicket([event('ticket.updated', { customer: 'cust' }), ...events], changingRules);
      if (fold !== null) check(factsOfTicket(fold));
    }),
    { numRuns: 200 },
  );
  check(factsOfOthers('lea', [{ ...event('agent.presence', { agent: 'lea', status: 'online' }), key: 'lea' }]));
  const shift = { agent: 'lea', from: '2026-01-01T08:00:00Z', to: '2026-01-01T16:00:00Z' };
  check(factsOfOthers('lea', [{ ...event('agent.shift', shift), key: 'lea' }]));
  check(factsOfOthers('cust', [{ ...event('subscription.started', { customer: 'cust' }), key: 'cust' }]));
  expect([...missed]).toEqual([]);
});

test('a column that holds nobody’s id is no column of people, whatever its name', () => {
  expect(findPersonColumn('tickets', 'solvedBy')).toBe('agent');
  for (const column of ['team', 'toString', '']) expect(findPersonColumn('tickets', column)).toBeNull();
});

test('a pseudonym tells the kind, is the same each time, and differs by kind and id', () => {
  const digest = (text: string) => Buffer.from(text).toString('hex').padEnd(40, '0');
  const pseudonymOf = compilePseudonyms(digest);
  expect(pseudonymOf({ kind: 'agent', id: 'a1' })).toMatch(/^agent-[0-9a-f]{16}$/);
  expect(pseudonymOf({ kind: 'agent', id: 'a1' })).toBe(pseudonymOf({ kind: 'agent', id: 'a1' }));
  expect(pseudonymOf({ kind: 'customer', id: 'a1' })).not.toBe(pseudonymOf({ kind: 'agent', id: 'a1' }));
});
