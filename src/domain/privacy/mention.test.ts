import { expect, test } from 'vitest';
import { compileMention, looksLikeContact } from './mention.ts';

test.each([
  'zoe@example.com',
  'write to zoe.martin@example.co.uk please',
  '+33 6 12 34 56 78',
  '0612345678',
  '(020) 7946 0958',
])('“%s” looks like a way to reach somebody', (text) => {
  expect(looksLikeContact(text)).toBe(true);
});

test.each(['2026-11-02', 'Lamp', '12500000', '@handle', 'a @ b', '00:15', '0.5'])('“%s” does not', (text) => {
  expect(looksLikeContact(text)).toBe(false);
});

test('a person is named by their id or a name as whole words, whatever the case', () => {
  const names = compileMention('cust-77', ['Zoé Martin', 'Éva (pro)']);
  for (const text of ['for zoé martin.', 'ZOÉ MARTIN', 'see cust-77!', 'Éva (pro)']) expect(names(text)).toBe(true);
  for (const text of ['Zoé Martineau', 'cust-778', 'acust-77', 'cust-77-1', 'new-cust-77', 'Zoé', 'Martin'])
    expect(names(text)).toBe(false);
});

test('an e-mail address is not found in a longer one', () => {
  const names = compileMention('bob@acme.co', []);
  for (const text of ['jim.bob@acme.co', 'bob@acme.co.uk', 'bob@acme.com']) expect(names(text)).toBe(false);
  for (const text of ['Ask bob@acme.co.', '<BOB@acme.co>']) expect(names(text)).toBe(true);
});

test('short ids, and names without letters, are not looked for', () => {
  const names = compileMention('42', ['-', 'Z', '']);
  expect(names('42 - Z lamps')).toBe(false);
});
