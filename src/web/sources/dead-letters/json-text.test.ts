import { expect, test } from 'vitest';
import { formatRaw, readJson } from './json-text.ts';

test('JSON is laid out, and what is none stays as it was sent', () => {
  expect(formatRaw('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
  expect(formatRaw('{"a":')).toBe('{"a":');
});

test('why a text is no JSON is told', () => {
  expect(readJson('{')).toHaveProperty('problem');
  expect(readJson('null')).toEqual({ value: null });
});
