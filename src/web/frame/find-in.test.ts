import { expect, test } from 'vitest';
import { findIn } from './find-in.ts';

test('each word must be there, whatever its accents and capitals', () => {
  const items = ['Délai de première réponse', 'Délai de clôture'];
  const find = (search: string) => findIn(items, search, (item) => [item]);
  expect(find('REPONSE premiere')).toEqual(['Délai de première réponse']);
  expect(find('')).toEqual(items);
  expect(find('réponse clôture')).toEqual([]);
});
