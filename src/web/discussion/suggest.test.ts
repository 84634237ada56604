import { expect, test } from 'vitest';
import { complete, strangerIn, suggest } from './suggest.ts';

const people = [
  { id: 'a', name: 'Léa Martin' },
  { id: 'b', name: 'Tom Léger' },
];
const ids = (text: string) => suggest(people, text).map(({ id }) => id);

test('a name is found by the beginning of each of its words, accents aside', () => {
  expect(ids('@le')).toEqual(['a', 'b']);
  expect(ids('Hello @Mart')).toEqual(['a']);
  expect(ids('@')).toEqual(['a', 'b']);
  expect(ids('no mention')).toEqual([]);
});

test('a name that is whole asks for nothing more', () => {
  expect(ids('@Léa Martin')).toEqual([]);
});

test('a name that is nobody’s is told of while it is typed', () => {
  expect(strangerIn(people, 'Hello @Zo')).toBe('Zo');
  expect(strangerIn(people, 'Hello @Le')).toBeNull();
  expect(strangerIn(people, 'Hello @Zo and')).toBeNull();
});

test('the chosen name replaces what was typed of it, and the rest of the text stays', () => {
  expect(complete('Hi @le, see', 6, 'Léa Martin')).toEqual({ text: 'Hi @Léa Martin , see', caret: 15 });
});
