import { expect, test } from 'vitest';
import { draftOfHook, emptyHook, mappingOf, readWords, settingsOf } from './draft.ts';
import type { HookView } from './queries.ts';

test('what begins with $ is a path, anything else the same for all', () => {
  const fields = [
    { to: 'id', from: ' $.id ', words: '' },
    { to: 'type', from: 'ticket.created', words: '' },
  ];
  expect(mappingOf({ ...emptyHook, fields }).fields).toEqual([
    { to: 'id', path: '$.id' },
    { to: 'type', constant: 'ticket.created' },
  ]);
});

test('words are pairs, and what is none is left out', () => {
  expect(readWords('1=urgent, 2 = high, nothing, =x')).toEqual({ 1: 'urgent', 2: 'high' });
});

test('a webhook that is read and written again says the same', () => {
  const settings = settingsOf({
    ...emptyHook,
    name: 'Shop',
    fields: [{ to: 'data.priority', from: '$.p', words: '1=urgent, 2=high' }],
  });
  const made = { ...settings, id: 'x', path: '/x', createdBy: null, createdAt: '' } as unknown as HookView;
  expect(settingsOf(draftOfHook(made))).toEqual(settings);
});
