import { expect, test } from 'vitest';
import { fieldTarget, hasTicket, setMeaning, setStatus } from './mapping.ts';

const mapping = { shape: 'history' as const, columns: { Case: 'ticket', Who: 'agent' } };

test('a meaning belongs to one column only', () => {
  expect(setMeaning(mapping, 'Resource', 'agent').columns).toEqual({ Case: 'ticket', Resource: 'agent' });
  expect(setMeaning(mapping, 'Who', null).columns).toEqual({ Case: 'ticket' });
});

test('a word of the source may mean a status, or change nothing', () => {
  const mapped = setStatus(mapping, 'Wait', 'pending');
  expect(mapped.values).toEqual({ status: { Wait: 'pending' } });
  expect(setStatus(mapped, 'Wait', null).values).toEqual({ status: {} });
});

test('a custom field is named after its column', () => {
  expect(fieldTarget(' Numéro de série ')).toBe('fields.numéro_de_série');
});

test('a table without a ticket column cannot be imported, events can', () => {
  expect(hasTicket({ shape: 'tickets', columns: { a: 'agent' } })).toBe(false);
  expect(hasTicket(null)).toBe(true);
});
