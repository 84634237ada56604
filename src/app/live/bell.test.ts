import { expect, test } from 'vitest';
import { Bell } from './bell.ts';

test('a ring wakes everybody who rests, and nobody twice', async () => {
  const bell = new Bell();
  const began = performance.now();
  const rests = [bell.rest(60_000), bell.rest(60_000)];
  bell.ring();
  await Promise.all(rests);
  expect(performance.now() - began).toBeLessThan(5_000);
  bell.ring();
});

test('a rest ends by itself, and at once for who is called off', async () => {
  const bell = new Bell();
  await bell.rest(5);
  await bell.rest(60_000, AbortSignal.abort());
});
