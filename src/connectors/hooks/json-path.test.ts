import { expect, test } from 'vitest';
import { deepestJson } from '#domain/json-depth.ts';
import { compilePath, findAll } from './json-path.ts';

test('a path that finds the same again and again is refused: each part of it would multiply what it costs', () => {
  for (const part of ['[0,0,0]', '[*,*]', '[?@[0,0] && @[0,0]]']) {
    const text = `$${part.repeat(12)}`;
    expect(() => compilePath(text, '$.each')).toThrow(
      expect.objectContaining({ code: 'hook.bad-path', path: '$.each' }),
    );
  }
});

test('names that are asked for together are found together', () => {
  expect(findAll(compilePath("$['a','b']", '$.each'), { a: 1, b: 2 })).toEqual([1, 2]);
});

test('the costliest path that is allowed is done at once on the deepest body', () => {
  let body: unknown = 1;
  for (let depth = 0; depth < deepestJson; depth++) body = [body];
  const began = performance.now();
  findAll(compilePath(`$${'[0,0]'.repeat(3)}..*`, '$.each'), body);
  expect(performance.now() - began).toBeLessThan(1_000);
});
