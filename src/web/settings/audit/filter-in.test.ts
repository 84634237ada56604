import { expect, test } from 'vitest';
import { filterIn } from './filter-in.ts';

test('days of the audit log begin and end where the reader is', () => {
  expect(filterIn({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/Paris')).toEqual({
    from: '2026-03-28T23:00:00Z',
    to: '2026-03-29T22:00:00Z',
  });
});

test('an address that holds nonsense filters by what can be understood of it', () => {
  expect(filterIn({ from: 'yesterday', to: '', action: 'member' }, 'UTC')).toEqual({ action: 'member' });
});
