import { expect, test } from 'vitest';
import { findIn, findNearest } from './find-in.ts';

test('each word must be there, whatever its accents and capitals', () => {
  const items = ['Délai de première réponse', 'Délai de clôture'];
  const find = (search: string) => findIn(items, search, (item) => [item]);
  expect(find('REPONSE premiere')).toEqual(['Délai de première réponse']);
  expect(find('')).toEqual(items);
  expect(find('réponse clôture')).toEqual([]);
});

test('a wish in many words leads to what holds most of them, the nearest first, and one word alone to nothing else', () => {
  const items = ['SLA by agent: who keeps our word', 'First reply', 'SLA by channel', 'Sources'];
  const find = (search: string) => findNearest(items, search, (item) => [item]);
  expect(find('eBay first-reply SLA by agent')).toEqual([
    'SLA by agent: who keeps our word',
    'First reply',
    'SLA by channel',
  ]);
  expect(find('first reply')).toEqual(['First reply']);
  expect(find('sources of light')).toEqual([]);
  expect(find('zebra')).toEqual([]);
});
