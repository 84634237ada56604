import { expect, test } from 'vitest';
import { compileMentions } from './find-mentions.ts';

const mentions = compileMentions([
  { id: 'cust-7731', names: ['Zoé Martin', 'Martin, Zoé'] },
  { id: '42', names: ['Tom O’Neil'] },
  { id: 'urn:c:9', names: [] },
]);

test.each([
  ['{"customer":{"id":"cust-7731"}}', 'cust-7731'],
  ['{"customer":{"id":"cust-77', null],
  ['{"text":"call Zo\\u00e9 Martin back"}', 'cust-7731'],
  ['17;open;"Martin, Zoé";x', 'cust-7731'],
  ['17;open; 42 ;x', '42'],
  ['{"customer":"42","size":7}', '42'],
  ['17;T-42;420;4.2', null],
  ['17\topen\ttom o’neil', '42'],
  ['{"customer":"urn:c:9"}', 'urn:c:9'],
  ['17;open;Zoé;Martin', null],
  ['', null],
])('%s speaks of %s', (raw, id) => {
  expect([...mentions(raw)]).toEqual(id === null ? [] : [id]);
});

test('a line may speak of several people', () => {
  expect([...mentions('{"from":"42","to":"cust-7731"}')].sort()).toEqual(['42', 'cust-7731']);
});
