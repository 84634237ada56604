import { expect, test } from 'vitest';
import { cutoffsOf, keepAll, parseRetention, type Retention } from './retention.ts';

const at = (text: string) => Date.parse(text);

test('a period that is missing or null keeps all', () => {
  expect(parseRetention({})).toEqual(keepAll);
  expect(parseRetention({ ticketMonths: 24, auditDays: null })).toEqual({ ...keepAll, ticketMonths: 24 });
});

test.each([0, -1, 1.5, 1201, '12', Number.NaN, true])('%s months is no period', (ticketMonths) => {
  expect(() => parseRetention({ ticketMonths })).toThrow(expect.objectContaining({ code: 'privacy.bad-retention' }));
});

test.each([null, [], 'x', 3])('%s is no set of periods', (input) => {
  expect(() => parseRetention(input)).toThrow(expect.objectContaining({ code: 'privacy.bad-retention' }));
});

test('a period of another name is refused, not taken for “keep all”', () => {
  const refused = expect.objectContaining({ code: 'privacy.unknown-retention', params: expect.anything() });
  expect(() => parseRetention({ ticketsMonths: 3 })).toThrow(refused);
});

test.each([
  ['2026-03-31T10:30:00Z', 1, '2026-02-28T10:30:00Z'],
  ['2028-03-31T00:00:00Z', 1, '2028-02-29T00:00:00Z'],
  ['2026-01-15T23:59:59Z', 1, '2025-12-15T23:59:59Z'],
  ['2026-12-31T12:00:00Z', 25, '2024-11-30T12:00:00Z'],
  ['2026-12-05T12:00:00Z', 12, '2025-12-05T12:00:00Z'],
])('%s less %i months is %s', (now, ticketMonths, before) => {
  expect(cutoffsOf({ ...keepAll, ticketMonths }, at(now)).tickets).toBe(at(before));
});

test('days are counted in 24 hours, and what is kept for good has no cutoff', () => {
  const retention: Retention = { ...keepAll, importDays: 30, auditDays: 365 };
  expect(cutoffsOf(retention, at('2026-03-31T10:00:00Z'))).toEqual({
    tickets: null,
    customers: null,
    imports: at('2026-03-01T10:00:00Z'),
    audit: at('2025-03-31T10:00:00Z'),
  });
});
