import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mentionsIn, nameBeingTyped, parseComment, readComment, writeComment } from './comment-text.ts';

const names = new Map([
  ['a1', 'Léa Martin'],
  ['b2', 'Léa'],
  ['c3', 'Tom O’Neil'],
  ['d4', 'Léa Martin 2'],
]);

const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom('@Léa Martin', '@Léa', '@Tom O’Neil', '@Léa Martin 2', '@', ' ', '\n', '.', 'https://a.b/c', 'é'),
      fc.string({ maxLength: 8, unit: 'grapheme' }).filter((text) => !text.includes('<')),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('the pieces of any comment, put together, are the comment', () => {
  const bodies = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[<@>a1 .)(h:/tps]*$/), typed);
  fc.assert(
    fc.property(bodies, (body) => {
      expect(
        parseComment(body)
          .map(({ text }) => text)
          .join(''),
      ).toBe(body);
    }),
  );
});

test('whatever is typed is read again as it was typed, mentions included', () => {
  fc.assert(
    fc.property(typed, (text) => {
      expect(readComment(writeComment(text, names), names)).toBe(text);
    }),
  );
});

test('only members of the list are mentioned', () => {
  fc.assert(
    fc.property(typed, (text) => {
      for (const member of mentionsIn(writeComment(text, names))) expect(names.has(member)).toBe(true);
    }),
  );
});

test('the longest name that fits is meant, a name inside a word or an address is none', () => {
  expect(writeComment('@Léa Martin 2, @Léa Martin; @Léa!', names)).toBe('<@d4>, <@a1>; <@b2>!');
  expect(writeComment('me@Léa @Léandre @léa', names)).toBe('me@Léa @Léandre @léa');
  expect(mentionsIn('<@a1> and <@b2> and <@a1>')).toEqual(['a1', 'b2']);
});

test('an address is a link without the sign that ends its sentence; nothing else is markup', () => {
  const links = (body: string) => parseComment(body).flatMap((piece) => (piece.kind === 'link' ? [piece.url] : []));
  expect(links('See https://a.example/x?y=1. And (http://b.example/z).')).toEqual([
    'https://a.example/x?y=1',
    'http://b.example/z',
  ]);
  expect(links('https://c.example/Delay_(service) javascript:alert(1)')).toEqual(['https://c.example/Delay_(service)']);
  expect(parseComment('<b>**x**</b>')).toEqual([{ kind: 'text', text: '<b>**x**</b>' }]);
});

test('a name is being typed after an @ that begins a word, until the line ends', () => {
  expect(nameBeingTyped('Hello @Lé')).toBe('Lé');
  expect(nameBeingTyped('@')).toBe('');
  expect(nameBeingTyped('a@b')).toBeNull();
  expect(nameBeingTyped('@Léa\nx')).toBeNull();
  expect(nameBeingTyped('nothing')).toBeNull();
});
