import { expect, test } from 'vitest';
import { addressToShare } from './chosen-workspace.ts';

test('a copied address names its workspace for readers who have several', () => {
  expect(addressToShare('http://vigie.test/reports/csat?by=agent,team', 'acme')).toBe(
    'http://vigie.test/reports/csat?by=agent,team&workspace=acme',
  );
});

test('a copied address names no workspace for readers who have one', () => {
  expect(addressToShare('http://vigie.test/?workspace=other', null)).toBe('http://vigie.test/');
});
