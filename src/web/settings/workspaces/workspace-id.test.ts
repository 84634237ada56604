import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workspaceId } from '#contract/schemas/account.ts';
import { idOfName, isWorkspaceId } from './workspace-id.ts';

test('a name becomes an id that reads like it', () => {
  expect(idOfName('Épicerie & Cie, Lyon')).toBe('epicerie-cie-lyon');
  expect(idOfName('  A  ')).toBe('a');
});

test('an id made of a name is one that the API takes, or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
      const id = idOfName(name);
      expect(id === '' || isWorkspaceId(id), `${name} → ${id}`).toBe(true);
    }),
  );
});

test('what counts as an id is what the contract says', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '9', '-', 'A', '_'), maxLength: 42 }), (text) => {
      expect(isWorkspaceId(text)).toBe(workspaceId.safeParse(text).success);
    }),
  );
});
