import { expect, test } from 'vitest';
import { hintOf } from './password-hint.ts';

test('a password shorter than the server takes is short', () => {
  expect(hintOf('')).toBe('empty');
  expect(hintOf('elevenchars')).toBe('short');
});

test('what is made of the person’s own name, of a keyboard row or of few letters is easy to guess', () => {
  expect(hintOf('lea.martin2026', ['Léa Martin', 'lea.martin@example.com'])).toBe('guessable');
  expect(hintOf('azerty123456azerty')).toBe('guessable');
  expect(hintOf('aaaaaaaaaaaabb')).toBe('guessable');
});

test('length makes it strong, whatever its letters', () => {
  expect(hintOf('ruelle marbre 7')).toBe('fair');
  expect(hintOf('quatre mouettes sur le quai')).toBe('strong');
});
