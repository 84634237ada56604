import { expect, test } from 'vitest';
import { assignableBy, mayChange } from './assignable.ts';

test('only owners are offered to make, change or remove owners', () => {
  expect(assignableBy('owner')).toContain('owner');
  expect(assignableBy('admin')).not.toContain('owner');
  expect(mayChange('owner', 'owner')).toBe(true);
  expect(mayChange('admin', 'owner')).toBe(false);
  expect(mayChange('admin', 'admin')).toBe(true);
});
