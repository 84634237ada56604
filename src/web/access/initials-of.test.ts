import { expect, test } from 'vitest';
import { initialsOf } from './initials-of.ts';

test('a name is shortened to the letters of its first and last words', () => {
  expect(initialsOf('Camille Durand')).toBe('CD');
  expect(initialsOf('Jean-Baptiste de La Fontaine')).toBe('JF');
  expect(initialsOf('élodie')).toBe('É');
  expect(initialsOf('')).toBe('');
});
